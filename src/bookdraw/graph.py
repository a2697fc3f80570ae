"""The graph of a value: what it was made from, drawn as a circuit with a place for each gate."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Protocol

from matplotlib.figure import Figure

from bookdraw.circuit import BRANCH, COLUMN, HALF_GATE, LETTER, STUB, Circuit, Point, Span
from bookdraw.numbers import shown

MOST = 40  # values; a larger drawing cannot be read
SIGNS = {"*": r"\times", "/": r"\div", "neg": "-", "sigmoid": r"\sigma", "relu": r"\mathrm{ReLU}"}
SHORTEST, EQUALS = 0.55, 0.3  # inches: the shortest wire, and the sign behind a name
_GAP = 0.2  # inches from the straight beginning of a wire to the next gate
_BRANCHED = 0.12  # the same where branches are lettered, besides the letters
_BESIDE = 0.6  # rows from a wire that passes to what it passes
_SWEEPS = 8


class Node(Protocol):
    """What is asked of a value; `backprop.Value` has it."""

    @property
    def data(self) -> float: ...
    @property
    def grad(self) -> float: ...
    @property
    def parents(self) -> Any: ...
    @property
    def operation(self) -> str: ...


def graph(output: Node, /, **names: Node) -> Figure:
    """Draw what a value was made from: values above the wires and, after `backward`, gradients below.

    `graph(f, a=a, b=b, f=f)` letters the names of the values that have one. Where a value is used several
    times, its wire forks, and each branch shows its share of the gradient.

    Raises
    ------
    TypeError
        If output, or what is named, is not a value.
    ValueError
        If there are more than 40 values, or two names for one value, or a name for a value that is not there.
    """
    nodes = _found(output)
    called = _called(nodes, names)
    backward = any(node.grad for node in nodes)
    shares = {node: _shares(node, nodes) if backward else {} for node in nodes}
    wires = {node: _wire(node, called[node] if node in names.values() else "") for node in nodes}
    at, via, wire = _places(nodes, shares, wires)
    circuit = Circuit()
    for node in _inputs_first(nodes):
        lettering: dict[str, Any] = {"value": _number(node.data), "named": node in names.values()}
        lettering["wire"] = wire[node]
        if backward:
            lettering["gradient"] = _number(node.grad)
        if not node.parents:
            circuit.input(called[node], at[node], **lettering)
            continue
        inputs = [called[parent] for parent, _ in node.parents]
        lettering["branches"] = {called[parent]: share for parent, share in shares[node].items()}
        ways = {index: way for (user, index), way in via.items() if user is node}
        circuit.gate(called[node], _sign(node.operation), at[node], inputs, via=ways, **lettering)
    return circuit.draw()


def _found(output: Node) -> list[Node]:
    if not _is_node(output):
        raise TypeError(f"a graph is drawn of a Value; got {output!r:.60} ({type(output).__name__})")
    found = [output]
    for node in found:  # which grows on the way
        found += [p for p in dict.fromkeys(parent for parent, _ in node.parents) if p not in found]
        if len(found) > MOST:
            raise ValueError(f"a graph of more than {MOST} values cannot be read; draw a part of it")
    return found


def _is_node(value: object) -> bool:
    return all(hasattr(value, name) for name in ("data", "grad", "parents", "operation"))


def _called(nodes: list[Node], names: dict[str, Node]) -> dict[Node, str]:
    """Give each value the name that the circuit knows it by; most are not lettered."""
    called: dict[Node, str] = {}
    for name, node in names.items():
        if not _is_node(node):
            raise TypeError(f"{name} must be a Value; got {node!r:.60} ({type(node).__name__})")
        if node not in nodes:
            raise ValueError(f"{name} is not among the values that are drawn")
        if node in called:
            raise ValueError(f"one value is called both {called[node]} and {name}")
        called[node] = name
    return called | {node: f"_{number}" for number, node in enumerate(nodes) if node not in called}


def _inputs_first(nodes: list[Node]) -> list[Node]:
    """Return the values in an order in which each comes after what it was made from; the output is last."""
    order: list[Node] = []
    while len(order) < len(nodes):
        order += [n for n in reversed(nodes) if n not in order and all(p in order for p, _ in n.parents)]
    return order


def _sign(operation: str) -> str:
    if operation.startswith("**") and operation != "**":
        return rf"(\,)^{{{operation[2:]}}}"
    if operation == "**":
        return r"u^v"
    return SIGNS.get(operation, rf"\{operation}" if operation.isalpha() else operation)


def _number(value: float) -> str:
    """Return a number in about the width of a wire."""
    size = abs(value)
    if size >= 1e5 or 0 < size < 5e-5:
        mantissa, exponent = f"{value:.1e}".split("e")
        return rf"{mantissa}\cdot 10^{{{int(exponent)}}}"
    return shown(value, 4 if size < 10 else 2 if size < 1000 else 0)


def _wire(node: Node, name: str) -> float:
    """Return about how long a wire has to be for its lettering."""
    value, gradient = len(_number(node.data)), len(_number(node.grad))
    above = LETTER * (value + len(name)) + (EQUALS if name else 0)
    return min(STUB, max(SHORTEST, above, LETTER * gradient))


def _shares(node: Node, nodes: list[Node]) -> dict[Node, str]:
    """Return what comes back from this gate to each input that others use, too."""
    uses = [parent for user in nodes for parent, _ in user.parents]
    own = [parent for parent, _ in node.parents]
    return {
        parent: _number(slope * node.grad)
        for parent, slope in node.parents
        if uses.count(parent) > 1 and own.count(parent) == 1
    }


# Places


class _Pass:
    """A place where a wire passes through a column without entering a gate."""


_Item = Any  # a Node or a _Pass
_Wires = dict[tuple[Node, int], list[_Item]]
Via = dict[tuple[Node, int], list[Span]]
Shares = dict[Node, dict[Node, str]]


def _places(
    nodes: list[Node], shares: Shares, wires_of: dict[Node, float]
) -> tuple[dict[_Item, Point], Via, dict[Node, float]]:
    """Return where each value is drawn, along what wires run that skip a column, and how long wires are."""
    column = _columns(nodes)
    wires: _Wires = {}
    for node in nodes:
        for index, (parent, _) in enumerate(node.parents):
            between = [_Pass() for _ in range(column[parent] + 1, column[node])]
            column |= {item: column[parent] + 1 + number for number, item in enumerate(between)}
            wires[node, index] = [parent, *between, node]
    layers = _layers(nodes, column, wires)
    row = _rows(layers, wires)
    long = [max(wires_of.get(item, SHORTEST) for item in layer) for layer in layers]
    x = _distances(layers, shares, long)
    at = {item: (x[column[item]], row[item]) for item in column}
    half = HALF_GATE / COLUMN

    def span(item: _Item) -> Span:
        return x[column[item]] - half, x[column[item]] + half + long[column[item]] / COLUMN, row[item]

    via = {key: [span(item) for item in wire[1:-1]] for key, wire in wires.items() if len(wire) > 2}
    return at, via, {node: long[column[node]] for node in nodes}


def _columns(nodes: list[Node]) -> dict[_Item, int]:
    """A gate is one column behind the last of its inputs; what was typed in is right before its first use."""
    column: dict[_Item, int] = {}
    for node in _inputs_first(nodes):
        column[node] = 1 + max((column[parent] for parent, _ in node.parents), default=-1)
    for node in nodes:
        if not node.parents:
            users = [column[n] for n in nodes if any(p is node for p, _ in n.parents)]
            column[node] = min(users, default=1) - 1
    return column


def _layers(nodes: list[Node], column: dict[_Item, int], wires: _Wires) -> list[list[_Item]]:
    """Return what is in each column, from top to bottom, so that few wires cross."""
    layers: list[list[_Item]] = [[] for _ in range(max(column.values()) + 1)]
    todo: list[_Item] = [nodes[0]]
    while todo:  # depth first, the first input on top
        item = todo.pop(0)
        if item in layers[column[item]]:
            continue
        layers[column[item]].append(item)
        todo[:0] = [before for before, after in _links(wires) if after is item]
    for sweep in range(_SWEEPS):
        rank = {item: -float(place) for layer in layers for place, item in enumerate(layer)}
        for layer in layers[::-1] if sweep % 2 == 0 else layers:
            layer.sort(key=lambda item: -_wish(item, rank, wires, to_right=sweep % 2 == 0))
            rank |= {item: -float(place) for place, item in enumerate(layer)}
    return layers


def _links(wires: _Wires) -> Iterator[tuple[_Item, _Item]]:
    for wire in wires.values():
        yield from pairwise(wire)


def _wish(item: _Item, row: dict[_Item, float], wires: _Wires, *, to_right: bool | None = None) -> float:
    """Return the mean height of what an item is linked with, on one side or on both."""
    heights = []
    for (node, index), wire in wires.items():
        for before, after in pairwise(wire):
            lean = 0.3 * (0.5 - (index + 0.5) / len(node.parents)) if after is node else 0
            if before is item and to_right is not False:
                heights.append(row[after] + lean)
            if after is item and to_right is not True:
                heights.append(row[before] - lean)
    return sum(heights) / len(heights) if heights else row[item]


def _rows(layers: list[list[_Item]], wires: _Wires) -> dict[_Item, float]:
    """Move everything towards what it is linked with, as far as its neighbours above and below allow."""
    row = {item: -float(place) for layer in layers for place, item in enumerate(layer)}
    for _ in range(4 * _SWEEPS):
        for layer in layers:
            wished = [_wish(item, row, wires) for item in layer]
            heights: list[float] = []
            for item, above, wish in zip(layer, [None, *layer], wished, strict=False):
                apart = _BESIDE if isinstance(item, _Pass) or isinstance(above, _Pass) else 1.0
                heights.append(min(wish, heights[-1] - apart) if heights else wish)
            middle = sum(w - h for w, h in zip(wished, heights, strict=True)) / len(layer)
            row |= {item: height + middle for item, height in zip(layer, heights, strict=True)}
    return row


def _distances(layers: list[list[_Item]], shares: Shares, long: list[float]) -> list[float]:
    """Return how far to the right each column is, as its wires and the lettering of its branches demand."""
    x = [0.0]
    for number, layer in enumerate(layers[1:]):
        gates = [item for item in layer if not isinstance(item, _Pass)]
        longest = max((len(share) for gate in gates for share in shares[gate].values()), default=0)
        gap = max(BRANCH, LETTER * longest) + _BRANCHED if longest else _GAP
        before = HALF_GATE if number else 0.0  # the first column has inputs only
        x.append(x[-1] + (before + long[number] + gap + HALF_GATE) / COLUMN)
    return x
