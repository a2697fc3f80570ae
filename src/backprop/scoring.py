"""From outputs to classes: what a network decides, and how often it is right."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from backprop._validate import Array, brief, samples
from backprop.layers.layer import flat
from backprop.layers.model import Model, check_net, checked_targets
from backprop.network import Network


def predict(net: Network | Model, x: ArrayLike) -> NDArray[np.intp]:
    """Return the class that the network decides on, for each sample.

    With several outputs: the index j of the largest a^L_j (of equals the first). With one sigmoid output: 1
    for a^L ≥ 1/2, else 0.

    Parameters
    ----------
    net : Network or Model
    x : array of shape (n_1, m), one column a sample
        For a model of the shape that its first layer takes, samples last.

    Returns
    -------
    array of integers, of shape (m,); of a model with places, of shape (…, m)

    Raises
    ------
    TypeError, ValueError
        If x does not fit the network, its one output is no sigmoid, so that it stands for no class, or an
        output is NaN or infinite.

    Examples
    --------
    >>> net = Network([1, 3], output="identity", init="zeros")
    >>> net.weights = [[[-1], [0], [1]]]
    >>> print(predict(net, [[-5, 2, 7]]))
    [0 2 2]
    """
    check_net(net)
    outputs = net.feedforward(x)
    if len(outputs) == 1 and net.output != "sigmoid":
        wanted = "net must have several outputs, or a sigmoid as its only one, to decide on a class"
        raise ValueError(f"{wanted}; got {brief(net)}")
    finite = np.isfinite(outputs).all(axis=0)
    if not finite.all():
        wanted = "the outputs of net must be finite numbers to decide on a class"
        sample = np.argwhere(~finite)[0][-1]
        raise ValueError(f"{wanted}; got {outputs[:, ~finite][0, 0]:g} for sample {sample}")
    if len(outputs) > 1:
        return _largest(outputs)
    decided: NDArray[np.intp] = (outputs[0] >= 0.5).astype(np.intp)
    return decided


def accuracy(net: Network | Model, x: ArrayLike, y: ArrayLike) -> float:
    """Return the part of the samples for which the network decides on the right class.

    Parameters
    ----------
    net : Network or Model
    x : array of shape (n_1, m), one column a sample
        For a model of the shape that its first layer takes, samples last.
    y : array of shape (n_L, m), or of a model (n_out, …, m)
        With several outputs: in each column a single 1, at the class, and 0 elsewhere. With one: 0 or 1.

    Returns
    -------
    float, between 0 and 1

    Raises
    ------
    TypeError, ValueError
        If x or y does not fit the network, a column of y is not as described, or the outputs are no classes.

    Examples
    --------
    >>> net = Network([1, 3], output="identity", init="zeros")
    >>> net.weights = [[[-1], [0], [1]]]
    >>> accuracy(net, x=[[-5, 2, 7]], y=[[1, 1, 0], [0, 0, 0], [0, 0, 1]])
    0.6666666666666666
    """
    decided = predict(net, x)
    if isinstance(net, Model):
        targets = checked_targets(net, "y", y)
        if targets.shape[1:] != decided.shape:
            wanted = f"y must have shape (n_out, {', '.join(map(str, decided.shape))}), as the outputs have"
            raise ValueError(f"{wanted}; got shape {targets.shape}")
        right = classes(flat(targets), len(targets)).reshape(decided.shape)
        return float((decided == right).mean())
    right = classes(y, net.sizes[-1])
    if len(decided) != len(right):
        raise ValueError(f"y must have a column for each sample: x has {len(decided)}; got {len(right)}")
    return float((decided == right).mean())


def classes(y: ArrayLike, outputs: int) -> NDArray[np.intp]:
    """Return the class that each column of y stands for.

    Parameters
    ----------
    y : array of shape (outputs, m)
        With several outputs: in each column a single 1, at the class, and 0 elsewhere. With one: 0 or 1.
    outputs : positive integer
        How many outputs the network has.

    Returns
    -------
    array of integers, of shape (m,)

    Raises
    ------
    TypeError, ValueError
        If y has another shape, or a column is not as described.

    Examples
    --------
    >>> print(classes([[0, 1], [1, 0]], outputs=2), classes([[0, 1, 1]], outputs=1))
    [1 0] [0 1 1]
    """
    y = samples("y", y, outputs)
    wrong = ~((y == 0) | (y == 1)).all(axis=0)
    wanted = "each entry of y must be 0 or 1"
    if outputs > 1:
        wrong |= y.sum(axis=0) != 1
        wanted = "each column of y must hold a single 1, at its class, and 0 elsewhere"
    if wrong.any():
        i = int(wrong.argmax())
        entries = [f"{entry:g}" for entry in y[:12, i]]
        raise ValueError(f"{wanted}; got {', '.join(entries)}{', …' * (len(y) > 12)} in column {i}")
    return _largest(y) if outputs > 1 else y[0].astype(np.intp)


def _largest(columns: Array) -> NDArray[np.intp]:
    indices: NDArray[np.intp] = columns.argmax(axis=0)
    return indices
