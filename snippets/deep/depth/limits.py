from two_spirals import learn

print("hidden layers   turns    rate   above 0.86")
#> hidden layers   turns    rate   above 0.86
for hidden, eta, turns in [
    ([6] * 9, 0.003, 3),
    ([6] * 9, 0.01, 3),
    ([6] * 9, 0.03, 3),
    ([12] * 9, 0.01, 3),
    ([90], 0.1, 1),
    ([12, 12, 12], 0.02, 1),
]:
    starts = range(4, 7)
    right = [learn(hidden, eta, seed, 200 + seed, turns=turns) for seed in starts]
    name = "-".join(map(str, hidden)) if len(hidden) < 4 else f"nine of {hidden[0]}"
    count = sum(r > 0.86 for r in right)
    print(f"{name:13}   {turns:5}   {eta:5}   {count} of 3")
    #> nine of 6           3   0.003   0 of 3
    #> nine of 6           3    0.01   0 of 3
    #> nine of 6           3    0.03   0 of 3
    #> nine of 12          3    0.01   3 of 3
    #> 90                  1     0.1   3 of 3
    #> 12-12-12            1    0.02   3 of 3
