import numpy as np

from backprop import Network

x = np.random.default_rng(0).normal(size=(2, 1000))


def zeros(seed, bias):
    net = Network([2, 3, 3, 3, 1], hidden="relu", init="he", rng=seed)
    net.biases = [np.full_like(b, bias) for b in net.biases]
    zs, _ = net.forward_pass(x)
    return [int((zs[layer] == 0).sum()) for layer in (2, 3, 4)]


for bias in [0, 0.01]:
    starts = [zeros(seed, bias) for seed in range(20)]
    some = sum(any(counts) for counts in starts)
    print(f"biases {bias:4}: {starts[0]} of 3000 each; zeros in {some} of 20 starts")
    #> biases    0: [0, 0, 1947] of 3000 each; zeros in 17 of 20 starts
    #> biases 0.01: [0, 0, 0] of 3000 each; zeros in 0 of 20 starts
