"""The options of `train`, checked."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from backprop._engines import Data
from backprop._validate import brief, choice, real
from backprop.history import History
from backprop.layers.model import Model
from backprop.network import Network
from backprop.optimiser import Optimiser
from backprop.optimisers import OPTIMISERS
from backprop.schedules import Schedule

Callback = Callable[[int, Any, History], object]


@dataclass(frozen=True)
class Options:
    """What `train` was asked for."""

    data: Data
    epochs: int
    eta: float
    batch_size: int | None
    optimiser: Optimiser
    schedule: Schedule | None
    l2: float
    l1: float
    dropout: list[float]
    clip_value: float | None
    clip_norm: float | None
    validation: Data | None
    patience: int | None
    callback: Callback | None


def check_methods(net: Network) -> None:
    """Refuse a network with an equation of its own: `train` has those of `Network`, made fast."""
    for name in ("feedforward", "forward_pass", "cost", "backprop"):
        if getattr(getattr(net, name), "__func__", None) is not getattr(Network, name):
            raise TypeError(
                "train goes forward and back by the equations of Network itself, and would pass over"
                f" {type(net).__name__}.{name}; train such a network by a loop that calls its backprop"
            )


def checked_optimiser(optimizer: str | Optimiser) -> Optimiser:
    """Return an optimiser of its own for this training: by name, or a copy."""
    if isinstance(optimizer, Optimiser):
        return copy.deepcopy(optimizer)
    if isinstance(optimizer, str):
        return OPTIMISERS[choice("optimizer", optimizer, OPTIMISERS)]()
    hint = ""
    if isinstance(optimizer, type) and optimizer in OPTIMISERS.values():
        hint = f"; {optimizer.__name__}() is an instance"
    names = ", ".join(map(repr, OPTIMISERS))
    raise TypeError(
        f"optimizer must be one of {names}, or an instance, as Adam(); got {brief(optimizer)}{hint}"
    )


def chances(dropout: Any, net: Network | Model) -> list[float]:
    """Return for each hidden layer the chance that an activation is dropped."""
    if isinstance(net, Model):
        if not _is_single(dropout) or real("dropout", dropout, least=0, below=1):
            raise ValueError(
                f"dropout drops activations of a Network, and net is a Model; got {brief(dropout)}"
            )
        return []
    layers = len(net.sizes) - 2
    if _is_single(dropout):
        chance = real("dropout", dropout, least=0, below=1)
        if chance and not layers:
            raise ValueError(f"dropout drops hidden activations, and net has no hidden layer; got {chance:g}")
        return [chance] * layers
    if len(dropout) != layers:
        wanted = f"dropout must be a number, or one for each of the {layers} hidden layers"
        raise ValueError(f"{wanted}; got {len(dropout)} numbers")
    return [real(f"dropout[{i}]", chance, least=0, below=1) for i, chance in enumerate(dropout)]


def _is_single(numbers: Any) -> bool:
    return not isinstance(numbers, list | tuple | np.ndarray) or np.ndim(numbers) == 0


def checked_function(name: str, value: Any) -> Any:
    """Return the value if it is a function, or None."""
    if value is not None and not callable(value):
        raise TypeError(f"{name} must be a function, or None; got {brief(value)}")
    return value
