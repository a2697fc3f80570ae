"""The history of a training run: one number for each epoch."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from backprop._validate import brief, choice

DRAWN = {
    "cost": "cost",
    "accuracy": "accuracy",
    "gradient_norms": "norm of the gradient",
}
"""What `History.plot` can draw, and the label of the axis."""


@dataclass(repr=False)
class History:
    """What `train` measured, epoch by epoch.

    Attributes
    ----------
    cost : list of float
        The mean of the samples' costs, each measured when its mini-batch had its turn: with the weights of
        that moment, with dropout, without the terms of l2 and l1.
    accuracy : list of float
        The part of the samples whose class was right, measured in the same way. Empty if the outputs stand
        for no classes.
    validation_cost, validation_accuracy : lists of float
        The same for the validation data at the end of the epoch, without dropout. Empty without such data.
    gradient_norms : array of shape (epochs, L − 1)
        For l = 2, …, L the root mean square over the epoch's mini-batches of ‖∂C/∂W^l‖, before penalties and
        clipping.
    eta : list of float
        The learning rate, with the schedule's factor.
    stopped : "epochs", "patience" or "interrupted"
        Why there are no more epochs.

    Examples
    --------
    >>> from backprop import Network, train
    >>> history = train(Network([1, 1]), [[0, 1]], [[0, 1]], epochs=3, batch_size=None)
    >>> len(history.cost), history.gradient_norms.shape, history.best_epoch, history.stopped
    (3, (3, 1), 2, 'epochs')
    """

    cost: list[float] = field(default_factory=list)
    accuracy: list[float] = field(default_factory=list)
    validation_cost: list[float] = field(default_factory=list)
    validation_accuracy: list[float] = field(default_factory=list)
    eta: list[float] = field(default_factory=list)
    stopped: str = "epochs"
    norms: list[list[float]] = field(default_factory=list)
    layers: int = 0

    def __repr__(self) -> str:
        """Say in one line how it went: how many epochs, from which cost to which, why there are no more."""
        epochs = f"{len(self.cost)} epoch{'' if len(self.cost) == 1 else 's'}"
        measured = {"cost": self.cost, "validation cost": self.validation_cost}
        courses = [f"{name} {of[0]:.4g} to {of[-1]:.4g}" for name, of in measured.items() if of]
        return f"History({', '.join([epochs, *courses])}, stopped: {self.stopped})"

    @property
    def gradient_norms(self) -> NDArray[np.float64]:
        """The norms as an array, a row for each epoch and a column for each of the layers 2, …, L."""
        return np.array(self.norms, dtype=np.float64).reshape(len(self.norms), self.layers)

    @property
    def best_epoch(self) -> int | None:
        """The epoch, from 0, of the lowest validation cost; without validation data, of the lowest cost."""
        costs = self.validation_cost or self.cost
        return costs.index(min(costs)) if costs else None

    def cut(self, epochs: int) -> None:
        """Forget what is not of the first epochs: an epoch may have been interrupted."""
        for values in vars(self).values():
            if isinstance(values, list):
                del values[epochs:]

    def plot(self, ax: Any = None, *, of: str = "cost") -> Any:
        """Draw how the cost, the accuracy or the gradients changed from epoch to epoch.

        Parameters
        ----------
        ax : matplotlib axes, optional
            Where to draw. A new figure, unless they are given.
        of : "cost", "accuracy" or "gradient_norms"
            The norms get one line for each layer and a logarithmic axis.

        Returns
        -------
        the matplotlib axes

        Raises
        ------
        ModuleNotFoundError
            If matplotlib is not installed.
        TypeError, ValueError
            If an argument is not as described, or there is nothing to draw.
        """
        label = DRAWN[choice("of", of, DRAWN)]
        lines = self._lines(of)
        if not any(lines.values()):
            raise ValueError(f"this history has no {of} to draw")
        ax = _new_axes() if ax is None else _checked_axes(ax)
        for name, values in lines.items():
            if values:
                ax.plot(range(len(values)), values, label=name)
        if of == "gradient_norms" and any(value > 0 for values in lines.values() for value in values):
            ax.set_yscale("log")
        ax.set(xlabel="epoch", ylabel=label)
        ax.legend()
        return ax

    def _lines(self, of: str) -> dict[str, list[float]]:
        if of == "gradient_norms":
            layers = zip(*self.norms, strict=True)
            return {f"layer {number}": list(norms) for number, norms in enumerate(layers, start=2)}
        return {"training": getattr(self, of), "validation": getattr(self, f"validation_{of}")}


def _checked_axes(ax: Any) -> Any:
    if not hasattr(ax, "plot"):
        hint = f"; of={brief(ax)} chooses what is drawn" if isinstance(ax, str) else ""
        raise TypeError(f"ax must be matplotlib axes; got {brief(ax)}{hint}")
    return ax


def _new_axes() -> Any:
    try:
        from matplotlib import pyplot
    except ModuleNotFoundError as missing:
        raise ModuleNotFoundError(
            "History.plot draws with matplotlib, which is not installed: pip install matplotlib"
        ) from missing
    return pyplot.figure().add_subplot()
