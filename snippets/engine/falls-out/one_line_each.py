import numpy as np

from backprop import Tensor, numerical_gradient

rng = np.random.default_rng(0)
start = rng.normal(size=(4, 4))
U, V = Tensor(rng.normal(size=(4, 4))), Tensor(rng.normal(size=(4, 4)))
x, y = rng.normal(size=(4, 6)), rng.uniform(size=(4, 6))


def squares(off):
    return (off**2).sum() / 24


def fourth_powers(off):
    return ((off**2) ** 2).sum() / 24


def plain(W):
    a2 = (W @ x).tanh()
    a3 = (V @ a2).tanh()
    return squares(a3 - y)


def gate(W):
    a2 = (W @ x).tanh()
    a3 = (V @ a2).tanh() * (U @ a2).sigmoid()
    return squares(a3 - y)


def there_and_back(W):
    a2 = (W @ x).tanh()
    a3 = (W.T @ a2).tanh()
    return squares(a3 - y)


def another_cost(W):
    a2 = (W @ x).tanh()
    a3 = (V @ a2).tanh()
    return fourth_powers(a3 - y)


def agrees(network):
    W = Tensor(start)
    network(W).backward()
    measured = numerical_gradient(lambda w: float(network(Tensor(w))), start)
    return np.allclose(W.grad, measured, atol=1e-8)


for network in [plain, gate, there_and_back, another_cost]:
    print(f"{network.__name__:14} {agrees(network)}")
    #> plain          True
    #> gate           True
    #> there_and_back True
    #> another_cost   True
