from two_spirals import learn

print("hidden layers   turns   epochs    rate   above 0.87")
#> hidden layers   turns   epochs    rate   above 0.87
for hidden, eta, turns, epochs in [
    ([90], 0.05, 3, 400),
    ([6] * 9, 0.003, 3, 100),
    ([6] * 9, 0.01, 3, 100),
    ([6] * 9, 0.03, 3, 100),
    ([90], 0.1, 1, 100),
    ([12, 12, 12], 0.02, 1, 100),
]:
    how = {"turns": turns, "epochs": epochs}
    right = [learn(hidden, eta, seed, new=200 + seed, **how) for seed in range(4, 7)]
    name = "-".join(map(str, hidden)) if len(hidden) < 4 else "nine of 6"
    count = sum(r > 0.87 for r in right)
    print(f"{name:13}   {turns:5}   {epochs:6}   {eta:5}   {count} of 3")
    #> 90                  3      400    0.05   3 of 3
    #> nine of 6           3      100   0.003   0 of 3
    #> nine of 6           3      100    0.01   0 of 3
    #> nine of 6           3      100    0.03   0 of 3
    #> 90                  1      100     0.1   3 of 3
    #> 12-12-12            1      100    0.02   3 of 3
