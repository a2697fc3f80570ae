"""Reverse mode for whole arrays: a `Value` of which each is an array of numbers.

Every operation notes, beside each array that it used, how a gradient goes back to it: see `backprop.vjps`,
where each of them is a line. The way back is that of `Value`: an array hands on when all that used it have
reported, and what arrives is added up. float32 stays float32. No result is ever NaN or infinite: what would
be is refused, in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from backprop import vjps
from backprop._tape import count_users
from backprop._validate import RealArray, finite, is_finite, kept, sealed
from backprop.costs import CategoricalCrossEntropy
from backprop.vjps import Axis, Back

Parents = tuple[tuple["Tensor", Back], ...]
"""What a tensor was made from, each with the function that turns what arrives into its share."""

Operand = Any
"""A tensor; or an array, a list or a number, which are constants and get no gradient."""

Rule = Callable[..., tuple[Any, ...]]


class Tensor:
    """An array that remembers what it was made from.

    Tensors are combined with `+`, `-`, `*`, `/`, `**` and `@`, and picked from with `[…]`, as NumPy's arrays
    are; there are the methods below, and the functions `concatenate` and `where`. On the other side of a sign
    there may be a number or an array: it is a constant. After `f.backward()`, each tensor that f was made
    from has in `.grad` the derivative of f with respect to each of its entries.

    Gradients **add up**: over all places where it is used, and over all calls of `backward`. `zero_grad`
    begins anew. To stop a gradient, go on with `.data`, which is a plain array. Arrays inside tensors cannot
    be changed in place, so that an expression keeps the numbers that it was computed with; to take a step,
    assign: `w.data = w.data - eta * w.grad`.

    Parameters
    ----------
    data : finite real number or array of any shape

    Attributes
    ----------
    data : array
        The numbers; another array of the same shape may be assigned.
    grad : array of the same shape
        The sum of what `backward` has brought, 0 at first.
    parents : tuple of pairs
        The tensors that this one was made from, each with the function that hands a gradient back to it.
    operation : str
        What made this tensor, such as `@` or `tanh`; empty for one that was typed in.

    Raises
    ------
    TypeError, ValueError, ZeroDivisionError, OverflowError
        If an argument is not as described, shapes do not fit, or there is no finite result.

    Examples
    --------
    >>> w, x = Tensor([[1, -2], [0, 3]]), np.array([[2], [1]])
    >>> f = (w @ x).relu().sum()
    >>> f
    Tensor(3.)
    >>> f.backward()
    >>> print(w.grad)
    [[0. 0.]
     [2. 1.]]
    """

    __slots__ = ("_data", "_grad", "operation", "parents")
    __array_ufunc__ = None  # an array on the left leaves the operation to this class

    parents: Parents
    operation: str

    def __init__(self, data: ArrayLike) -> None:
        if isinstance(data, Tensor):
            raise TypeError("data must be numbers; got a Tensor, whose numbers are in its .data")
        self._data = kept(finite("data", data))
        self._grad: RealArray | None = None
        self.parents = ()
        self.operation = ""

    @property
    def data(self) -> RealArray:
        """The numbers, an array that cannot be changed in place."""
        return self._data

    @data.setter
    def data(self, data: ArrayLike) -> None:
        self._data = self._like("data", data)

    @property
    def grad(self) -> RealArray:
        """The sum of the derivatives that `backward` has brought here, an array of the data's shape."""
        return np.broadcast_to(self.dtype.type(0), self.shape) if self._grad is None else self._grad

    @grad.setter
    def grad(self, grad: ArrayLike) -> None:
        self._grad = self._like("grad", grad)

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the data."""
        return self._data.shape

    @property
    def dtype(self) -> np.dtype[Any]:
        """The precision of the data."""
        return self._data.dtype

    def _like(self, name: str, array: ArrayLike) -> RealArray:
        found = finite(name, array)
        if found.shape != self.shape:
            raise ValueError(f"{name} must have the tensor's shape {self.shape}; got shape {found.shape}")
        return kept(found.astype(self.dtype, copy=False))

    def __repr__(self) -> str:
        numbers = np.array2string(self._data, separator=", ", precision=6, threshold=30, prefix="Tensor(")
        shape = f", shape={self.shape}" if self._data.size > 30 else ""
        return f"Tensor({numbers}{shape}{'' if self.dtype == np.float64 else f', dtype={self.dtype}'})"

    def __len__(self) -> int:
        if not self.shape:
            raise TypeError("a Tensor of shape () is a single number and has no length")
        return len(self._data)

    def __iter__(self) -> Iterator[Tensor]:
        return (self[index] for index in range(len(self)))

    def __float__(self) -> float:
        if self._data.size != 1:
            raise TypeError(f"only a Tensor with one entry is a number; this one has shape {self.shape}")
        return float(self._data.item())

    def __array__(self, dtype: Any = None, copy: Any = None) -> RealArray:
        raise TypeError("a Tensor is no plain array: take its .data, or use the Tensor's own methods")

    def backward(self, gradient: ArrayLike | None = None) -> None:
        """Find the derivatives with respect to all that this was made from; add to `grad`.

        ∂f/∂u = Σ g ∂result/∂u, over all operations that used u

        Parameters
        ----------
        gradient : array of this tensor's shape, optional
            What to start with. It may be left out for a single number, where it is 1; for more numbers f is
            the sum of `gradient` times this tensor.

        Raises
        ------
        TypeError, ValueError
            If the gradient is not as described.
        OverflowError
            If a derivative is too large for a float. No `grad` has changed then.

        Examples
        --------
        >>> x = Tensor([3, 4])
        >>> (x * x).sum().backward()
        >>> print(x.grad)
        [6. 8.]
        """
        arrived = {self: self._start(gradient)}
        users = count_users(self)
        ready = [self]
        with np.errstate(all="ignore"):
            for node in ready:  # which grows on the way
                g = arrived[node]
                for parent, back in node.parents:
                    share = vjps.unbroadcast(back(g), parent.shape)
                    if parent in arrived:
                        share = arrived[parent] + share
                    arrived[parent] = np.asarray(share, dtype=parent.dtype)
                    if parent in users:
                        users[parent] -= 1
                        if users[parent] == 0:
                            ready.append(parent)
            for node, g in arrived.items():
                if not is_finite(g):
                    what = f"the derivative with respect to {node!r}"
                    raise OverflowError(f"{what} is too large for a float")
        for node, g in arrived.items():
            total = g if node._grad is None else node._grad + g
            node._grad = sealed(np.asarray(total))

    def _start(self, gradient: ArrayLike | None) -> RealArray:
        if gradient is not None:
            return self._like("gradient", gradient)
        if self._data.size != 1:
            hint = "take .sum() or .mean() first, or say which gradient to start with"
            raise ValueError(f"backward starts at a single number; got shape {self.shape}: {hint}")
        return np.ones_like(self._data)

    def zero_grad(self) -> None:
        """Set `grad` to 0, of this tensor and of all that it was made from.

        Examples
        --------
        >>> x = Tensor(3)
        >>> y = x * x
        >>> y.backward()
        >>> y.zero_grad()
        >>> print(x.grad, y.grad)
        0.0 0.0
        """
        self._grad = None
        for node in count_users(self):
            for parent, _ in node.parents:
                parent._grad = None

    # Signs

    def __add__(self, other: Operand) -> Tensor:
        return made("+", vjps.plus_rule, self, other)

    def __radd__(self, other: Operand) -> Tensor:
        return made("+", vjps.plus_rule, other, self)

    def __sub__(self, other: Operand) -> Tensor:
        return made("-", vjps.minus_rule, self, other)

    def __rsub__(self, other: Operand) -> Tensor:
        return made("-", vjps.minus_rule, other, self)

    def __mul__(self, other: Operand) -> Tensor:
        return made("*", vjps.times_rule, self, other)

    def __rmul__(self, other: Operand) -> Tensor:
        return made("*", vjps.times_rule, other, self)

    def __truediv__(self, other: Operand) -> Tensor:
        return made("/", vjps.over_rule, self, other)

    def __rtruediv__(self, other: Operand) -> Tensor:
        return made("/", vjps.over_rule, other, self)

    def __pow__(self, other: Operand) -> Tensor:
        """Raise to a power; the base must be positive where the exponent is a tensor."""
        return made("**", vjps.power_rule, self, other, constant=not isinstance(other, Tensor))

    def __rpow__(self, other: Operand) -> Tensor:
        return made("**", vjps.power_rule, other, self, constant=False)

    def __matmul__(self, other: Operand) -> Tensor:
        """Multiply matrices, or matrix and vector, as NumPy does; before two axes, others are broadcast."""
        return made("@", vjps.matmul_rule, self, other)

    def __rmatmul__(self, other: Operand) -> Tensor:
        return made("@", vjps.matmul_rule, other, self)

    def __neg__(self) -> Tensor:
        return made("neg", vjps.negative_rule, self)

    # Entry by entry

    def exp(self) -> Tensor:
        """Return e to the power of each entry."""
        return made("exp", vjps.exp_rule, self)

    def log(self) -> Tensor:
        """Return the natural logarithm of each entry; all must be above 0."""
        return made("log", vjps.log_rule, self)

    def tanh(self) -> Tensor:
        """Squash each entry into the range from −1 to 1."""
        return made("tanh", vjps.tanh_rule, self)

    def sigmoid(self) -> Tensor:
        """Squash each entry into the range from 0 to 1."""
        return made("sigmoid", vjps.sigmoid_rule, self)

    def relu(self) -> Tensor:
        """Let positive entries pass and hold the others at 0; at the kink, the slope is taken as 0."""
        return made("relu", vjps.relu_rule, self)

    # Along axes

    def sum(self, axis: Axis = None, *, keepdims: bool = False) -> Tensor:
        """Return the sum of all entries, or along an axis or several."""
        return made("sum", vjps.sum_rule, self, axis=axis, keepdims=keepdims)

    def mean(self, axis: Axis = None, *, keepdims: bool = False) -> Tensor:
        """Return the mean of all entries, or along an axis or several."""
        return made("mean", vjps.mean_rule, self._some("mean"), axis=axis, keepdims=keepdims)

    def max(self, axis: int | None = None, *, keepdims: bool = False) -> Tensor:
        """Return the largest of all entries, or along an axis; a tie sends its gradient to the first."""
        return made("max", vjps.max_rule, self._some("max"), axis=axis, keepdims=keepdims)

    def softmax(self, axis: int = 0) -> Tensor:
        """Turn the numbers along an axis into probabilities; by default those of each column."""
        return made("softmax", vjps.softmax_rule, self._some("softmax"), axis=axis)

    def softmax_cross_entropy(self, y: ArrayLike) -> Tensor:
        """Return −Σ y log softmax(z) for each column z, in one operation that never overflows.

        Parameters
        ----------
        y : array of this tensor's shape, (n,) or (n, m)
            The targets, constants: in each column probabilities with sum 1, often a single 1.

        Returns
        -------
        Tensor of shape () or (m,)

        Examples
        --------
        >>> z = Tensor([1000, -1000])
        >>> z.softmax_cross_entropy([0, 1])
        Tensor(2000.)
        """
        if isinstance(y, Tensor):
            raise TypeError("y must be a plain array, since targets are constants; got a Tensor")
        if self._data.ndim not in (1, 2):
            raise ValueError(f"softmax_cross_entropy needs shape (n,) or (n, m); got {self.shape}")
        y = self._some("softmax_cross_entropy")._like("y", y)
        CategoricalCrossEntropy().check(y if y.ndim == 2 else y[:, None])
        return made("softmax_cross_entropy", vjps.softmax_cross_entropy_rule, self, y=y)

    def _some(self, operation: str) -> Tensor:
        if self._data.size == 0:
            raise ValueError(f"{operation} needs at least one entry; got shape {self.shape}")
        return self

    # Moving entries about

    def reshape(self, *shape: int) -> Tensor:
        """Return the same entries in another shape; one of the sizes may be −1, which is worked out."""
        return made("reshape", vjps.reshape_rule, self, shape=shape)

    def transpose(self, *axes: int) -> Tensor:
        """Return the tensor with its axes in another order; without arguments, in the opposite one."""
        return made("transpose", vjps.transpose_rule, self, axes=axes or None)

    @property
    def T(self) -> Tensor:  # noqa: N802 - NumPy's name
        """The transpose."""
        return self.transpose()

    def __getitem__(self, key: Any) -> Tensor:
        """Pick entries, as from an array; what is picked several times collects several shares."""
        keys = key if isinstance(key, tuple) else (key,)
        if any(isinstance(one, Tensor) for one in keys):
            raise TypeError("an index must be made of plain integers, slices or arrays; got a Tensor")
        copied = tuple(np.array(one) if isinstance(one, np.ndarray | list) else one for one in keys)
        return made("[]", vjps.index_rule, self, key=copied)


def made(operation: str, rule: Rule, *operands: Operand, **options: Any) -> Tensor:
    """Return the result of an operation, with a note of the way back to each operand that is a tensor."""
    dtype = next((operand.dtype for operand in operands if isinstance(operand, Tensor)), np.dtype(float))
    arrays = [_array(operation, operand, dtype) for operand in operands]
    try:
        with np.errstate(all="ignore"):
            data, *backs = rule(*arrays, **options)
            fine = is_finite(data)
    except vjps.DomainError:
        raise
    except (ValueError, IndexError, TypeError) as error:  # shapes, axes or places that are not there
        kind = next(kind for kind in (ValueError, IndexError, TypeError) if isinstance(error, kind))
        shapes = " and ".join(str(array.shape) for array in arrays)
        some = "shape" if len(arrays) == 1 else "shapes"
        raise kind(f"{operation} does not go with {some} {shapes}: {error}") from None
    tensor: Tensor = _new(Tensor)
    tensor._data = sealed(np.asarray(data))
    tensor._grad = None
    tensor.operation = operation
    tensor.parents = tuple(
        (operand, back) for operand, back in zip(operands, backs, strict=True) if isinstance(operand, Tensor)
    )
    if not fine:
        inputs = " and ".join(repr(operand) for operand in operands)
        raise OverflowError(f"a result of {operation} is too large for {tensor.dtype}; it was given {inputs}")
    return tensor


_new = object.__new__


def _array(operation: str, operand: Operand, dtype: np.dtype[Any]) -> RealArray:
    """Return an operand's numbers; a plain number takes the precision of what it is combined with."""
    if isinstance(operand, Tensor):
        return operand._data
    array = finite(f"what {operation} is given", operand)
    return array.astype(dtype) if type(operand) in (int, float) else kept(array)
