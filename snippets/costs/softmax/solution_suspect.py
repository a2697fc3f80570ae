from backprop import Network, check_gradient, datasets, sigmoid_prime

from suspect import Suspect

X, Y = datasets.twenty_points()
net = Suspect([2, 8, 3], output="softmax", cost="cross_entropy", rng=0)


def output_errors(net, sample):
    nabla_b, _ = net.backprop(X[:, sample], Y[:, sample])
    return nabla_b[-1].ravel()


for sample in [[0], [1], [2]]:
    errors = output_errors(net, sample)
    print("suspect:", errors.round(4), f"sum {errors.sum():.4f}")
    #> suspect: [-0.217   0.0217  0.0235] sum -0.1718
    #> suspect: [ 0.0056 -0.0402  0.0154] sum -0.0191
    #> suspect: [ 0.0101  0.0205 -0.0116] sum 0.0190


class Mended(Network):
    def backprop(self, x, y):
        zs, activations = self.forward_pass(x)
        m = x.shape[1]
        delta3 = (activations[3] - y) / m
        delta2 = (self.weights[1].T @ delta3) * sigmoid_prime(zs[2])
        nabla_b = [d.sum(axis=1, keepdims=True) for d in [delta2, delta3]]
        nabla_w = [delta2 @ activations[1].T, delta3 @ activations[2].T]
        return nabla_b, nabla_w


net = Mended([2, 8, 3], output="softmax", cost="cross_entropy", rng=0)
for sample in [[0], [1], [2]]:
    errors = output_errors(net, sample)
    print("mended:", errors.round(4), f"sum {abs(errors.sum()):.4f}")
    #> mended: [-0.953   0.3152  0.6379] sum 0.0000
    #> mended: [ 0.0234 -0.7373  0.7139] sum 0.0000
    #> mended: [ 0.0447  0.2977 -0.3424] sum 0.0000
print("mended, passes the check:", check_gradient(net, X, Y) < 1e-6)
#> mended, passes the check: True
