"""Layers made of layers: one after another, and with a bypass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from backprop._validate import RealArray, brief, shown
from backprop.layers.layer import Layer, family


class Sequential(Layer):
    """Layers one after another.

    a = f_k(… f_2(f_1(x)))

    Backward: each layer hands its ∂C/∂x to the layer before it, as δ.

    Parameters
    ----------
    layers : list of at least one layer
        The shape of x is what the first takes; that of a is what the last returns. A layer may be in it only
        once, since it remembers a single way forward.

    Attributes
    ----------
    layers : list of Layer

    Raises
    ------
    TypeError, ValueError
        If it is no such list.

    Examples
    --------
    >>> from backprop import Activation, Dense
    >>> net = Sequential([Dense(2, 3), Activation("tanh"), Dense(3, 1)])
    >>> net.forward([[1, 2], [3, 4]]).shape
    (1, 2)
    >>> print(*net.parameters)
    0.w 0.b 2.w 2.b
    """

    def __init__(self, layers: Sequence[Layer]):
        self.layers = checked_layers(layers)

    def __len__(self) -> int:
        return len(self.layers)

    def __iter__(self) -> Iterator[Layer]:
        return iter(self.layers)

    @property
    def children(self) -> Mapping[str, Layer]:
        """The layers, by their number from 0."""
        return {str(i): layer for i, layer in enumerate(self.layers)}

    def forward(self, x: RealArray) -> RealArray:
        """Go through all layers."""
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, delta: RealArray) -> RealArray:
        """Go back through all layers."""
        for layer in reversed(self.layers):
            delta = layer.backward(delta)
        return delta

    def predict(self, x: RealArray) -> RealArray:
        """Go through all layers, as in use."""
        for layer in self.layers:
            x = layer.predict(x)
        return x

    def _received(self, x: Any) -> Any:
        return x  # the first layer looks at it


class Residual(Layer):
    """A bypass: what the layers inside compute is added to what came in.

    a = x + F(x)   (He, Zhang, Ren and Sun, 2015, Deep Residual Learning for Image Recognition, equation 1)

    Backward: ∂C/∂x = δ + what F hands back; the first path passes δ on as it is.

    Parameters
    ----------
    layers : layer, or list of layers
        F. What it returns has the shape of x, unless there is a layer on the bypass.
    road : layer, optional
        What lies on the bypass where F changes the shape, a = road(x) + F(x): a `Dense`, or a `Conv2d` of
        size 1 (their equation 2).

    Attributes
    ----------
    inside : Layer
        F; of several layers, a `Sequential`.
    road : Layer or None

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described; on the way forward, if both paths do not end in one shape.

    Examples
    --------
    >>> from backprop import Dense
    >>> block = Residual(Dense(1, 1))
    >>> block.inside.w = [[0.5]]
    >>> print(block.forward([[10, 20]]), block.backward([[1, 2]]))
    [[15. 30.]] [[1.5 3. ]]
    """

    def __init__(self, layers: Layer | Sequence[Layer], road: Layer | None = None):
        self.inside = layers if isinstance(layers, Layer) else Sequential(layers)
        if road is not None and not isinstance(road, Layer):
            raise TypeError(f"road must be a layer, or None; got {shown(road)}")
        self.road = road
        checked_layers([self.inside] if road is None else [self.inside, road])

    @property
    def children(self) -> Mapping[str, Layer]:
        """F, and what lies on the bypass, if anything does."""
        return {"inside": self.inside} | ({} if self.road is None else {"road": self.road})

    def forward(self, x: RealArray) -> RealArray:
        """a = x + F(x)."""
        around = x if self.road is None else self.road.forward(x)
        return self._sum(around, self.inside.forward(x))

    def backward(self, delta: RealArray) -> RealArray:
        """∂C/∂x = δ + what F hands back."""
        around = delta if self.road is None else self.road.backward(delta)
        return around + self.inside.backward(delta)

    def predict(self, x: RealArray) -> RealArray:
        """a = x + F(x), as in use."""
        around = x if self.road is None else self.road.predict(x)
        return self._sum(around, self.inside.predict(x))

    def _sum(self, around: RealArray, through: RealArray) -> RealArray:
        if around.shape != through.shape:
            advice = "; a road of its own, Residual(layers, road=…), can change the shape" * (not self.road)
            raise ValueError(
                "what goes around and what goes through must have one shape to be added; got "
                f"{around.shape} and {through.shape}{advice}"
            )
        return around + through


def checked_layers(layers: object) -> list[Layer]:
    """Return the layers as a list, if they are layers, and each of them, inside others too, is there once."""
    wanted = "layers must be a list of at least one layer"
    if not isinstance(layers, list | tuple):
        raise TypeError(f"{wanted}; got {shown(layers)}")
    if not layers:
        raise ValueError(f"{wanted}; got an empty one")
    seen: dict[int, str] = {}
    for i, layer in enumerate(layers):
        if not isinstance(layer, Layer):
            hint = f"; {layer.__name__}(…) makes one" if isinstance(layer, type) else ""
            raise TypeError(f"layers[{i}] must be a layer; got {brief(layer)}{hint}")
        for one in family(layer):
            if id(one) in seen:
                raise ValueError(
                    f"layers[{i}] must be a layer of its own, since it remembers a single way forward; got "
                    f"the same {type(one).__name__} as in {seen[id(one)]}"
                )
            seen[id(one)] = f"layers[{i}]"
    return list(layers)
