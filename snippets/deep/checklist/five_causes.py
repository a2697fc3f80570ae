import numpy as np

from backprop import Network, train
from backprop.activation_table import ACTIVATIONS

from network import fresh, x, y

dead = fresh()
dead.biases = [b - 10 for b in dead.biases]
stuck = Network([2, 20, 20, 3], hidden="sigmoid", output="sigmoid")
stuck.weights = [50 * w for w in stuck.weights]
patients = {
    "zeros": (fresh(init="zeros"), 0.1),
    "too small": (fresh(init="small"), 0.1),
    "crawling": (fresh(), 1e-5),
    "dead": (dead, 0.1),
    "saturated": (stuck, 0.1),
    "healthy": (fresh(), 0.1),
}

print("           cost          gradient by layer     slopes")
#>            cost          gradient by layer     slopes
for name, (net, eta) in patients.items():
    before = net.cost(x, y)
    _, nabla_w = net.backprop(x, y)
    norms = [np.linalg.norm(nabla) for nabla in nabla_w]
    norms = "  ".join(f"{norm:.0e}" for norm in norms)
    zs, _ = net.forward_pass(x)
    slopes = [ACTIVATIONS[net.hidden].slope(zs[layer]).mean() for layer in (2, 3)]
    train(net, x, y, epochs=30, eta=eta)
    costs = f"{before:.2f} → {net.cost(x, y):.2f}"
    slopes = f"{slopes[0]:.2f}  {slopes[1]:.3f}"
    print(f"{name:10} {costs}  {norms}  {slopes}")
    #> zeros      1.10 → 1.10  0e+00  0e+00  0e+00  0.00  0.000
    #> too small  1.10 → 1.10  9e-05  9e-05  9e-05  0.50  0.506
    #> crawling   1.19 → 1.19  1e-01  4e-01  3e-01  0.50  0.506
    #> dead       1.10 → 1.10  0e+00  0e+00  0e+00  0.00  0.000
    #> saturated  0.75 → 0.74  2e-02  4e-03  2e-03  0.04  0.002
    #> healthy    1.19 → 0.12  1e-01  4e-01  3e-01  0.50  0.506
