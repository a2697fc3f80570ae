"""The samples that `train` is given, checked, for a `Network` or a `Model`."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from backprop._engines import Classes, Data
from backprop._layout import quickly_fetched
from backprop._validate import RealArray, check_fits, finite, samples
from backprop.layers.layer import flat, takes_whole_numbers
from backprop.layers.model import Model, checked_targets
from backprop.network import Network
from backprop.scoring import classes

COPIED = 2**28
"""Samples that are fetched slowly where they lie are copied, if that takes no more bytes than this."""


def checked_data(net: Network | Model, x: ArrayLike, y: ArrayLike, name: str = "") -> Data:
    """Return samples and targets as arrays that fit the network, with the classes that the targets name."""
    of_model = isinstance(net, Model)
    return (_of_model if of_model else _of_network)(net, f"{name}x", x, f"{name}y", y)


def checked_validation(net: Network | Model, validation: tuple[ArrayLike, ArrayLike], data: Data) -> Data:
    """Return the validation data; where the samples to train on have no classes, without classes, too."""
    if not isinstance(validation, tuple | list) or len(validation) != 2:
        length = f" of length {len(validation)}" if isinstance(validation, tuple | list) else ""
        raise TypeError(f"validation must be a pair (x, y); got {type(validation).__name__}{length}")
    held_out = checked_data(net, *validation, name="validation ")
    return held_out if data.classes is not None else held_out._replace(classes=None)


def collected(net: Network | Model, data: Data) -> Data:
    """Return the samples where each is fetched quickly: in a copy, if that is needed and not too large."""
    dtype = None if isinstance(net, Model) else net._by_layer()[0][2].dtype
    arrays = [(array, dtype or array.dtype) for array in (data.x, data.y)]
    copies = [array.size * dtype.itemsize for array, dtype in arrays if not quickly_fetched(array, dtype)]
    if sum(copies) > COPIED:
        return data
    with np.errstate(under="ignore"):  # what is too small for a float is 0
        x, y = (np.asarray(array, dtype, order="F") for array, dtype in arrays)
    return data._replace(x=x, y=y)


def _of_network(net: Any, name_x: str, x: ArrayLike, name_y: str, y: ArrayLike) -> Data:
    x, y = samples(name_x, x, net.sizes[0]), samples(name_y, y, net.sizes[-1])
    if x.shape[1] != y.shape[1]:
        raise ValueError(
            f"{name_y} must have a column for each sample: {name_x} has {x.shape[1]}; got {y.shape[1]}"
        )
    net._cost.check(y)
    dtype = net._by_layer()[0][2].dtype
    check_fits(name_x, x, dtype)
    check_fits(name_y, y, dtype)
    return Data(x, y, _classes(net, y))


def _of_model(net: Any, name_x: str, x: ArrayLike, name_y: str, y: ArrayLike) -> Data:
    inputs: RealArray = np.asarray(x) if takes_whole_numbers(net.body) else finite(name_x, x)
    if inputs.ndim < 1 or not inputs.size:
        raise ValueError(f"{name_x} must have shape (…, m) with m ≥ 1 samples; got shape {inputs.shape}")
    targets = checked_targets(net, name_y, y)
    m = inputs.shape[-1]
    if targets.shape[-1] != m:
        raise ValueError(
            f"{name_y} must have a target for each sample, along the last axis: {name_x} has {m}; got "
            f"{targets.shape[-1]}"
        )
    z = net.body.predict(inputs[..., :1])  # the layers say at once if they do not fit
    if targets.shape[:-1] != z.shape[:-1]:
        wanted = f"{name_y} must have the shape of what the last layer returns, {(*z.shape[:-1], m)}"
        raise ValueError(f"{wanted}; got shape {targets.shape}")
    check_fits(name_y, targets, z.dtype)
    return Data(inputs, targets, _classes(net, targets))


def _classes(net: Network | Model, y: RealArray) -> Classes:
    try:
        if len(y) > 1 or net.output == "sigmoid":
            return classes(flat(y), len(y)).reshape(y.shape[1:])
    except ValueError:  # targets that are no classes: there is no accuracy
        pass
    return None
