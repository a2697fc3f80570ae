"""What the engines of `train` have in common: the samples, what is measured of them, and what ends it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backprop._validate import RealArray

EVALUATED = 256
"""How many samples of the validation data go forward at once."""

Classes = NDArray[np.intp] | None
"""The right class of each sample; None if the outputs stand for no classes."""


class NotFiniteError(ArithmeticError):
    """Something became NaN or infinite: what, and in which layer."""

    def __init__(self, what: str, layer: int) -> None:
        super().__init__(f"{what} of layer {layer}")
        self.what = what
        self.layer = layer


class Data(NamedTuple):
    """Samples, along the last axis, with their targets and classes."""

    x: RealArray
    y: RealArray
    classes: Classes

    def part(self, index: slice | NDArray[np.intp]) -> "Data":
        """Return some of the samples: of a slice as views."""
        classes = None if self.classes is None else self.classes[..., index]
        return Data(self.x[..., index], self.y[..., index], classes)


class Sums:
    """What was measured of samples and batches, summed."""

    def __init__(self, layers: int = 0) -> None:
        self.cost = 0.0
        self.right = 0.0
        self.batches = 0
        self.squared_norms = [0.0] * layers


def squared_norm(entries: RealArray) -> float:
    """Return the sum of the squares of a vector."""
    square = float(entries.dot(entries))
    if not 1e-30 < square < np.inf:  # the squares may have left the short range of float32
        entries = entries.astype(np.float64)
        square = float(entries.dot(entries))
    return square
