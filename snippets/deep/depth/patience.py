from two_spirals import learn

print("hidden layers   rate   mean accuracy after 400 epochs")
#> hidden layers   rate   mean accuracy after 400 epochs
for hidden, eta in [([90], 0.05), ([12, 12, 12], 0.01)]:
    starts = range(4, 7)
    right = [learn(hidden, eta, seed, 200 + seed, epochs=400) for seed in starts]
    print(f"{hidden!s:13}   {eta:4}   {sum(right) / 3:30.2f}")
    #> [90]            0.05                             0.98
    #> [12, 12, 12]    0.01                             0.99
