"""Engines for arrays, each with a mistake that can be switched on; in one place, whatever asks for them."""

from __future__ import annotations

from typing import Any

import numpy as np

from backprop.exercises.tasks import orders


class Tensor:
    """An engine with a switch for each mistake; the right one has none switched on."""

    stretched = "added"
    product, relu_gate, softmax = "right", "right", "right"
    add_to, own_value = True, False
    sum_divides = False

    def __init__(self, data: Any, parents: tuple[Any, ...] = ()) -> None:
        self.data = np.asarray(data, dtype=float)
        self.parents = parents
        self.grad: Any = np.zeros_like(self.data)

    def _array(self, other: Any) -> Any:
        return other if isinstance(other, Tensor) else type(self)(other)

    def __add__(self, other: Any) -> Any:
        b = self._array(other)
        return type(self)(self.data + b.data, ((self, lambda g: g), (b, lambda g: g)))

    def __mul__(self, other: Any) -> Any:
        b = self._array(other)
        to_self, to_b = (self.data, b.data) if self.own_value else (b.data, self.data)
        return type(self)(self.data * b.data, ((self, lambda g: g * to_self), (b, lambda g: g * to_b)))

    __radd__, __rmul__ = __add__, __mul__

    def __matmul__(self, other: Any) -> Any:
        b = self._array(other)
        s, r = self.data, b.data
        ways = {
            "right": (lambda g: g @ r.T, lambda g: s.T @ g),
            "no_transpose": (lambda g: g @ r, lambda g: s @ g),
            "sides": (lambda g: r.T @ g, lambda g: g @ s.T),
            "entry_by_entry": (lambda g: g * r, lambda g: g * s),
            "own_factor": (lambda g: g @ s.T, lambda g: r.T @ g),
            "turned": (lambda g: (g @ r.T).T, lambda g: (s.T @ g).T),
        }
        to_s, to_r = ways[self.product]
        return type(self)(s @ r, ((self, to_s), (b, to_r)))

    def sum(self) -> Any:
        """Return the sum of all entries."""
        factors = np.ones_like(self.data) / (self.data.size if self.sum_divides else 1)
        return type(self)(self.data.sum(), ((self, lambda g: g * factors),))

    def relu(self) -> Any:
        """Return what is positive, and 0 for the rest."""
        z = self.data
        gates = {
            "right": lambda g: g * (z > 0),
            "open": lambda g: g,
            "of_gradient": lambda g: g * (g > 0),
            "value": lambda g: g * np.maximum(z, 0),
            "opposite": lambda g: g * (z <= 0),
            "no_gradient": lambda g: (z > 0).astype(float),
        }
        return type(self)(np.maximum(z, 0), ((self, gates[self.relu_gate]),))

    def softmax_cross_entropy(self, y: Any) -> Any:
        """Return one cost for each column."""
        e = np.exp(self.data - self.data.max(axis=0))
        a = e / e.sum(axis=0)
        ways = {
            "right": lambda g: (a - y) * g,
            "shares_only": lambda g: a * g,
            "sign": lambda g: (y - a) * g,
            "no_gradient": lambda g: a - y,
            "mean": lambda g: (a - y) * g / y.shape[1],
            "softmax_slope": lambda g: (a - y) * a * (1 - a) * g,
            "true_class": lambda g: (a - y) * y * g,
        }
        return type(self)(-(y * np.log(a)).sum(axis=0), ((self, ways[self.softmax]),))

    def _order(self) -> list[Any]:
        return orders.backwards(self)

    def _share(self, parent: Any, share: Any) -> Any:
        """Bring a share to the shape of the parent."""
        shape = np.shape(parent.data)
        if self.stretched == "left" or share.shape == shape:
            return share
        new = tuple(range(share.ndim - len(shape)))
        axes = new + tuple(i + len(new) for i, n in enumerate(shape) if n == 1)
        if not axes:
            return share
        if self.stretched == "first":
            return (
                share.take(0, axis=axes[0]).reshape(shape)
                if len(axes) == 1
                else share.flat[:1].reshape(shape)
            )
        if self.stretched == "first_of_new_axes":
            share = share[(0,) * len(new)]
            return share.sum(axis=tuple(i - len(new) for i in axes if i not in new), keepdims=True)
        if self.stretched == "new_axes_only":
            return share.sum(axis=new) if new else share
        added = share.mean(axis=axes) if self.stretched == "mean" else share.sum(axis=axes)
        return added.reshape(shape)

    def backward(self) -> None:
        """Go back from a single number."""
        self.grad = np.ones_like(self.data)
        for node in self._order():
            self.hand_on(node)

    def hand_on(self, node: Any) -> None:
        """Give each parent its share."""
        for parent, back in node.parents:
            share = self._share(parent, back(node.grad))
            parent.grad = parent.grad + share if self.add_to else share


class OnlyOnce(Tensor):
    """Hands on when a first share comes; the switch says which value comes next."""

    way = "stack"

    def backward(self) -> None:
        self.grad = np.ones_like(self.data)
        done, waiting = {id(self)}, [self]
        while waiting:
            node = waiting.pop(0 if self.way == "queue" else -1)
            self.hand_on(node)
            for parent, _ in node.parents:
                if id(parent) not in done:
                    done.add(id(parent))
                    waiting.append(parent)


class DepthFirst(Tensor):
    """Hands on at every share, all that it has."""

    def backward(self) -> None:
        self.grad = np.ones_like(self.data)
        self._go_back()

    def _go_back(self) -> None:
        for parent, back in self.parents:
            parent.grad = parent.grad + self._share(parent, back(self.grad))
            parent._go_back()


class Recursive(Tensor):
    def _order(self) -> list[Any]:
        return orders.recursively(self)


class InputsOnly(Tensor):
    def backward(self) -> None:
        super().backward()
        for node in self._order():
            if node.parents:
                node.grad = np.zeros_like(node.data)
