import numpy as np

from network import fresh, x, y

# --8<-- [start:patients]
shuffled = np.random.default_rng(0).permutation(y, axis=1)
dead = fresh()
dead.biases = [b - 10 for b in dead.biases]
patients = {
    "A": (fresh(), x, shuffled, 1),
    "B": (fresh(), 255 * x, y, 1),
    "C": (dead, x, y, 1),
    "D": (fresh(), x, y, 300),  # the cost is divided by this
}
# --8<-- [end:patients]


def printout(net, x, y, divisor):
    distance = np.linalg.norm(x[:, :, None] - x[:, None, :], axis=0)
    distance = distance.round(9)  # where two are equally near, the first counts
    np.fill_diagonal(distance, np.inf)
    agree = (y == y[:, distance.argmin(axis=1)]).all(axis=0).mean()
    _, nabla_w = net.backprop(x, y)
    norms = "  ".join(f"{np.linalg.norm(nabla) / divisor:.0e}" for nabla in nabla_w)
    zs, _ = net.forward_pass(x)
    slopes = "  ".join(f"{(zs[layer] > 0).mean():.2f}" for layer in (2, 3))
    return f"{agree:10.2f}  {net.cost(x, y) / divisor:10.3f}  {norms}  {slopes}"


# --8<-- [start:printed]
print("   neighbours  first cost  norms                slopes")
#>    neighbours  first cost  norms                slopes
for name, patient in patients.items():
    print(f"{name}  {printout(*patient)}")
    #> A        0.34       1.132  3e-02  1e-01  1e-01  0.50  0.51
    #> B        0.98      76.883  6e+01  2e+02  2e+02  0.50  0.51
    #> C        0.98       1.099  0e+00  0e+00  0e+00  0.00  0.00
    #> D        0.98       0.004  4e-04  1e-03  1e-03  0.50  0.51
# --8<-- [end:printed]
