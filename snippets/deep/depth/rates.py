from two_spirals import learn

for hidden, rates in {
    (90,): [0.03, 0.1, 0.3],
    (12, 12, 12): [0.006, 0.02, 0.06],
}.items():
    means = []
    for eta in rates:
        right = [learn(hidden, eta, seed, new=100 + seed) for seed in range(4)]
        means.append((sum(right) / 4, eta))
    print("hidden layers", *hidden, "- best of", rates, "is", max(means)[1])
    #> hidden layers 90 - best of [0.03, 0.1, 0.3] is 0.1
    #> hidden layers 12 12 12 - best of [0.006, 0.02, 0.06] is 0.02
