import numpy as np

from backprop import Tensor, numerical_gradient

rng = np.random.default_rng(0)
start = rng.normal(size=(3, 4, 4))  # three matrices of weights: W, V, U
x, y = rng.normal(size=(4, 6)), rng.uniform(size=(4, 6))


def squares(off):
    return (off**2).sum() / 24


def fourth_powers(off):
    return ((off**2) ** 2).sum() / 24


def plain(W, V, U):
    a2 = (W @ x).tanh()
    a3 = (V @ a2).tanh()
    return squares(a3 - y)


def gate(W, V, U):
    a2 = (W @ x).tanh()
    a3 = (V @ a2).tanh() * (U @ a2).sigmoid()
    return squares(a3 - y)


def there_and_back(W, V, U):
    a2 = (W @ x).tanh()
    a3 = (W.T @ a2).tanh()
    return squares(a3 - y)


def another_cost(W, V, U):
    a2 = (W @ x).tanh()
    a3 = (V @ a2).tanh()
    return fourth_powers(a3 - y)


def agrees(network):
    weights = [Tensor(matrix) for matrix in start]
    network(*weights).backward()
    found = np.array([matrix.grad for matrix in weights])

    def cost(nudged):
        return float(network(*(Tensor(matrix) for matrix in nudged)))

    measured = numerical_gradient(cost, start)
    return np.allclose(found, measured, atol=1e-8)


for network in [plain, gate, there_and_back, another_cost]:
    print(f"{network.__name__:14} {agrees(network)}")
    #> plain          True
    #> gate           True
    #> there_and_back True
    #> another_cost   True
