"""Operations that make one tensor of several."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from backprop import vjps
from backprop._validate import shown
from backprop.tensor import Operand, Tensor, made


def concatenate(tensors: Sequence[Operand], axis: int = 0) -> Tensor:
    """Join tensors along an axis.

    Parameters
    ----------
    tensors : list of at least one tensor or array, of shapes that differ along that axis only
    axis : integer

    Raises
    ------
    TypeError, ValueError
        If they are not as described.

    Examples
    --------
    >>> concatenate([Tensor([1, 2]), Tensor([3])])
    Tensor([1., 2., 3.])
    """
    if not isinstance(tensors, list | tuple) or not tensors:
        raise TypeError(f"tensors must be a list of at least one Tensor; got {shown(tensors)}")
    return made("concatenate", vjps.concatenate_rule, *tensors, axis=axis)


def where(condition: ArrayLike, a: Operand, b: Operand) -> Tensor:
    """Take each entry from a where the condition is true, else from b.

    Parameters
    ----------
    condition : array of booleans
    a, b : tensors, arrays or numbers, broadcast to the condition's shape

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> x = Tensor([-3, 2])
    >>> where(x.data > 0, x, 0.5 * x)
    Tensor([-1.5,  2. ])
    """
    if isinstance(condition, Tensor) or (condition := np.array(condition)).dtype != bool:
        raise TypeError(f"condition must be an array of booleans, such as x.data > 0; got {shown(condition)}")
    return made("where", vjps.where_rule, a, b, condition=condition)
