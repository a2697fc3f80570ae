from backprop import accuracy, train
from deep import build, steps

from digits import x, y

print("of three networks, how many read more than 35 %, more than 75 %")
#> of three networks, how many read more than 35 %, more than 75 %
for eta in [0.03, 0.1, 0.3, 1]:
    counts = []
    for normalised in [False, True]:
        shares = []
        for seed in range(3):
            model = build(1, normalised, seed)
            train(model, x, y, **{**steps, "eta": eta}, rng=seed)
            shares.append(accuracy(model, x, y))
        limits = [0.35, 0.75] if eta < 1 else [0.35]
        counts.append([sum(s > limit for s in shares) for limit in limits])
    print(f"steps of {eta:4}:  plain {counts[0]},  normalised {counts[1]}")
    #> steps of 0.03:  plain [3, 0],  normalised [3, 3]
    #> steps of  0.1:  plain [3, 0],  normalised [3, 3]
    #> steps of  0.3:  plain [3, 0],  normalised [3, 3]
    #> steps of    1:  plain [0],  normalised [3]
