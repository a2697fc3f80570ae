from backprop import Network, check_gradient, sigmoid_prime, worst_entry


class Wrong(Network):
    def backprop(self, x, y):
        zs, activations = self.forward_pass(x)
        m = zs[3].shape[1]
        delta3 = (activations[3] - y) / m * sigmoid_prime(zs[3])
        delta2 = self.weights[1].T @ delta3
        nabla_b = [d.sum(axis=1, keepdims=True) for d in (delta2, delta3)]
        nabla_w = [delta2 @ activations[1].T, delta3 @ activations[2].T]
        return nabla_b, nabla_w


x, y = [[1, -1, 2, 0], [2, 1, 0, -1]], [[0, 1, 0, 1]]
for kind in [Network, Wrong]:
    net = kind([2, 3, 1], rng=0)
    print(kind.__name__, check_gradient(net, x, y) < 1e-6)
    #> Network True
    #> Wrong False
entry = worst_entry(net, x, y)
print(entry.name, "into layer", entry.layer, "at", entry.index)
#> biases into layer 2 at (0, 0)
print(f"backprop {entry.backprop:.5f}, measured {entry.numerical:.5f}")
#> backprop 0.01441, measured 0.00253
