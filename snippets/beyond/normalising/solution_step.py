from backprop import accuracy, train
from deep import build, steps

from digits import x, y

print("of three networks, how many read more than this share")
#> of three networks, how many read more than this share
for eta, share in [(0.03, 0.8), (0.1, 0.8), (0.3, 0.8), (1, 0.4)]:
    counts = []
    for normalised in [False, True]:
        read = []
        for seed in range(3):
            model = build(1, normalised, seed)
            train(model, x, y, **{**steps, "eta": eta}, rng=seed)
            read.append(accuracy(model, x, y))
        counts.append(sum(r > share for r in read))
    print(f"steps of {eta:4}, {share:.0%}:  plain {counts[0]}, normalised {counts[1]}")
    #> steps of 0.03, 80%:  plain 0, normalised 3
    #> steps of  0.1, 80%:  plain 0, normalised 3
    #> steps of  0.3, 80%:  plain 0, normalised 3
    #> steps of    1, 40%:  plain 0, normalised 3
