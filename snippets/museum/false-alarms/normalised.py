import numpy as np

from backprop import numerical_gradient

rng = np.random.default_rng(0)
x, g = rng.normal(size=8), rng.normal(size=8)  # g is what comes back


def normalised(x):
    return (x - x.mean()) / np.sqrt(x.var() + 0.1)


y, root = normalised(x), np.sqrt(x.var() + 0.1)
three = (g - g.mean() - (g * y).mean() * y) / root
four = three + (g * y).mean() * y.mean() / root
other = (g - (g * y).mean() * y) / root
other = other - other.mean()
measured = numerical_gradient(lambda x: (g * normalised(x)).sum(), x)
for name, found in [("three", three), ("four", four), ("other", other)]:
    print(f"{name} terms as measured:", np.allclose(found, measured))
    #> three terms as measured: True
    #> four terms as measured: True
    #> other terms as measured: True
