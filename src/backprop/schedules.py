"""Learning-rate schedules: by which factor eta is multiplied in each epoch.

A schedule is any function of `(epoch, epochs)`, with the epoch counted from 0, that returns the factor. The
functions here make the usual ones.

Examples
--------
>>> halved = step(every=10, factor=0.5)
>>> [halved(epoch, 30) for epoch in (0, 9, 10, 20)]
[1.0, 1.0, 0.5, 0.25]
"""

import math
from collections.abc import Callable
from typing import Any

from backprop._validate import brief, real, whole

Schedule = Callable[[int, int], float]
"""From the epoch, counted from 0, and how many there are, to the factor of eta."""


def step(every: int = 10, factor: float = 0.5) -> Schedule:
    """Make the steps shorter by the same factor, each time that so many epochs are over.

    factor^⌊epoch / every⌋

    Parameters
    ----------
    every : positive integer
    factor : positive number

    Returns
    -------
    function (epoch, epochs) -> factor of eta

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described; by the schedule, if a power is too large for a float.

    Examples
    --------
    >>> schedule = step(every=2, factor=0.1)
    >>> [schedule(epoch, 5) for epoch in range(5)]
    [1.0, 1.0, 0.1, 0.1, 0.010000000000000002]
    """
    every, factor = whole("every", every), real("factor", factor, above=0)
    return lambda epoch, epochs: _power(factor, whole("epoch", epoch, 0) // every, epoch)


def exponential(factor: float = 0.95) -> Schedule:
    """Make the steps shorter by the same factor after every epoch.

    factor^epoch

    Parameters
    ----------
    factor : positive number

    Returns
    -------
    function (epoch, epochs) -> factor of eta

    Raises
    ------
    TypeError, ValueError
        If the factor is not as described; by the schedule, if a power is too large for a float.

    Examples
    --------
    >>> schedule = exponential(0.5)
    >>> [schedule(epoch, 4) for epoch in range(4)]
    [1.0, 0.5, 0.25, 0.125]
    """
    factor = real("factor", factor, above=0)
    return lambda epoch, epochs: _power(factor, whole("epoch", epoch, 0), epoch)


def _power(factor: float, exponent: int, epoch: int) -> float:
    try:
        return math.pow(factor, min(exponent, 2**1000))  # a float, too
    except OverflowError:
        got = f"got {factor:g}, and its power {brief(exponent)}, for epoch {brief(int(epoch))}, is not"
        raise ValueError(f"factor must be so small that its powers are finite; {got}") from None


def cosine() -> Schedule:
    """Follow half a cosine from 1 down to nearly 0: long steps first, hardly any at the end.

    (1 + cos(π epoch / epochs)) / 2, as Loshchilov and Hutter (2017) without restarts

    Returns
    -------
    function (epoch, epochs) -> factor of eta

    Examples
    --------
    >>> schedule = cosine()
    >>> [round(schedule(epoch, 4), 3) for epoch in range(4)]
    [1.0, 0.854, 0.5, 0.146]
    """
    return lambda epoch, epochs: (1 + math.cos(math.pi * _part(epoch, epochs))) / 2


def _part(epoch: int, epochs: int) -> float:
    if whole("epoch", epoch, 0) > whole("epochs", epochs):
        raise ValueError(f"epoch must be at most epochs, {brief(epochs)}; got {brief(epoch)}")
    return epoch / epochs


def warmup(epochs: int = 5, then: Schedule | None = None) -> Schedule:
    """Begin with short steps that grow evenly, and go on with another schedule.

    (epoch + 1) / warm while epoch < warm; afterwards then(epoch − warm, epochs − warm), or 1. Here warm is
    the number of epochs given to `warmup`.

    Parameters
    ----------
    epochs : positive integer
        How many epochs the steps grow.
    then : function (epoch, epochs) -> factor of eta, optional
        What follows; it counts its epochs from 0.

    Returns
    -------
    function (epoch, epochs) -> factor of eta

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> schedule = warmup(4, then=exponential(0.5))
    >>> [schedule(epoch, 7) for epoch in range(7)]
    [0.25, 0.5, 0.75, 1.0, 1.0, 0.5, 0.25]
    """
    warm = whole("epochs", epochs)
    if then is not None:
        then = checked_schedule("then", then)

    def factor(epoch: int, epochs: int) -> float:
        if whole("epoch", epoch, 0) < warm:
            return (epoch + 1) / warm
        return 1.0 if then is None else then(epoch - warm, epochs - warm)

    return factor


def checked_schedule(name: str, value: Any) -> Schedule:
    """Return the value if it can be a schedule; if it is what makes one, say so."""
    wanted = f"{name} must be a function (epoch, epochs) -> factor of eta"
    if any(value is maker for maker in MAKERS):
        raise TypeError(f"{wanted}; got {value.__name__}, which makes one: {value.__name__}()")
    if isinstance(value, str):
        names = ", ".join(f"{maker.__name__}()" for maker in MAKERS)
        raise TypeError(f"{wanted}; got {brief(value)}. In backprop.schedules, {names} make one")
    if not callable(value):
        raise TypeError(f"{wanted}; got {brief(value)}")
    schedule: Schedule = value
    return schedule


MAKERS: tuple[Callable[..., Schedule], ...] = (step, exponential, cosine, warmup)
"""They make schedules, and are none: `train` says so if one is given to it."""
