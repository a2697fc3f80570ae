from itertools import pairwise

for sizes in [[784, 30, 10], [100] * 11, [100] * 41]:
    layers = list(pairwise(sizes))
    weights = sum(n_before * n for n_before, n in layers)
    whole = 2 * (weights + sum(sizes[1:])) * weights
    cleverer = 0
    for i, (n_before, n) in enumerate(layers):
        behind = sum(a * b for a, b in layers[i + 2 :])  # from there on, everything
        if i + 1 < len(layers):
            behind += sizes[i + 2]  # a column of the next matrix
        cleverer += 2 * n_before * n * (1 + behind)  # nudges of the weights
        cleverer += 2 * n * behind  # nudges of the biases
    one = 1 + sizes[2] + sum(a * b for a, b in layers[2:])  # a weight at the inputs
    share = f"{100 * cleverer / whole:.2g} percent"
    print(f"{len(layers)} layers: first {one:,}, all {cleverer:,}, {share}")
    #> 2 layers: first 11, all 518,640, 0.046 percent
    #> 10 layers: first 80,101, all 7,290,380,000, 36 percent
    #> 40 layers: first 380,101, all 149,761,580,000, 46 percent
