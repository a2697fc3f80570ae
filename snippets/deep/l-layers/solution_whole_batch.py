import numpy as np


class Standardise:
    """Each unit gets the mean 0 and the deviation 1 over the batch."""

    def forward(self, Z):
        mean = Z.mean(axis=1, keepdims=True)
        self.s = np.sqrt(((Z - mean) ** 2).mean(axis=1, keepdims=True))
        self.U = (Z - mean) / self.s
        return self.U

    def three_paths(self, dU):
        m = dU.shape[1]
        direct = dU / self.s
        d_mean = -(dU / self.s).sum(axis=1, keepdims=True)
        d_s = -(dU * self.U / self.s).sum(axis=1, keepdims=True)
        return direct + d_mean / m + d_s * self.U / m

    def short(self, dU):
        mean = dU.mean(axis=1, keepdims=True)
        product = (dU * self.U).mean(axis=1, keepdims=True)
        return (dU - mean - self.U * product) / self.s


rng = np.random.default_rng(0)
Z, targets = rng.normal(2, 3, size=(4, 6)), rng.normal(size=(4, 6))
layer = Standardise()


def cost(Z):
    return ((np.tanh(layer.forward(Z)) - targets) ** 2).sum() / 2


measured = np.zeros(Z.shape)
for place in np.ndindex(Z.shape):
    aside = Z.astype(complex)
    aside[place] += 1e-30j  # the step to the side
    measured[place] = cost(aside).imag / 1e-30

U = layer.forward(Z)
dU = (np.tanh(U) - targets) * (1 - np.tanh(U) ** 2)
for way in (layer.three_paths, layer.short):
    print(f"{way.__name__:11}", np.allclose(way(dU), measured, rtol=1e-10))
    #> three_paths True
    #> short       True
print("direct only", np.allclose(dU / layer.s, measured, rtol=1e-10))
#> direct only False
sums = layer.short(dU).sum(axis=1)
print("each unit's errors add up to 0:", bool(abs(sums).max() < 1e-12))
#> each unit's errors add up to 0: True
