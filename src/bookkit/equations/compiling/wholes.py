r"""What a page has defined by its entries, used whole: ``z_i = \sum_j w_{ij} x_j``, and then ``z^\top z``.

The entries are put side by side as far as their index counts in the definition: one index makes a column,
two make a matrix. Where the definition does not settle how far, or says something of some entries only, as
``D_{ii}`` does, the whole has no value.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np

from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.definitions import is_apart, use
from bookkit.equations.compiling.facts import Code, Value
from bookkit.equations.compiling.indices import counts
from bookkit.equations.compiling.ranges import bound_of
from bookkit.equations.compiling.sequences import is_sequence
from bookkit.equations.drawing import budget, derivatives
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Definition, Key
from bookkit.values import algebra
from bookkit.values.errors import EquationError, ShapeError

ELEMENT = "element"
NOT_ALL = "without an index: its definition does not say what all of its entries are"
Limit = Callable[[Instance], int]


def is_whole(compiler: Compiler, definition: Definition) -> bool:
    """Whether a definition says what all entries of an array are."""
    kinds = [compiler.notation.indices.get(letter) for letter in definition.sub]
    symbol = compiler.notation.by_base.get(definition.name)
    if symbol is not None and (symbol.layered or symbol.time):
        return False  # a superscript of it would be no power
    entries = len(kinds) in (1, 2) and all(kind == ELEMENT for kind in kinds)
    plain = definition.sup is None and definition.arguments is None and not definition.goes_back
    return entries and plain and not is_sequence(compiler, definition) and not is_apart(compiler, definition)


def family_of(compiler: Compiler, node: t.Node) -> Definition | None:
    """The definition by entries that a letter without any index stands for, if it is one."""
    if not isinstance(node, (t.Name, t.Accent)) or node.latex() in compiler.bound:
        return None
    definition = compiler.context.find(node.latex())
    return definition if definition is not None and is_whole(compiler, definition) else None


def whole(compiler: Compiler, definition: Definition, node: t.Node) -> Code:
    """The array of all entries; inside of a partial derivative perhaps held at their values."""
    use(compiler, definition)
    limits = _limits(compiler, definition)

    def value(inst: Instance) -> Value:
        shape, keys = _keys(compiler, definition, limits, inst)
        budget.spend(len(keys))
        return np.reshape(np.array([algebra.number(inst.value(key)) for key in keys]), shape)

    if compiler.holds is None or not compiler.holds(node, definition.name):
        return value

    def held(inst: Instance) -> Value:
        with inst.as_held():
            return value(inst)

    return held


def by_whole(compiler: Compiler, code: Code, definition: Definition) -> Code:
    """The derivative of a number by all entries, in their places."""
    use(compiler, definition)
    limits = _limits(compiler, definition)

    def value(inst: Instance) -> Value:
        shape, keys = _keys(compiler, definition, limits, inst)
        slopes = [derivatives.by_symbol(inst, lambda: code(inst), key) for key in keys]
        if any(np.size(slope) > 1 for slope in slopes):
            raise ShapeError(f"a derivative of an array by {definition.name}; write it with indices")
        return np.reshape(np.array([algebra.number(slope) for slope in slopes]), shape)

    return value


def _limits(compiler: Compiler, definition: Definition) -> dict[str, tuple[Limit, Limit]]:
    """How far the line that defines the entries lets their indices count; EquationError for a condition."""
    found = {}
    if len(set(definition.sub)) < len(definition.sub):
        raise EquationError(f"{definition.name} {NOT_ALL}")
    for said in definition.said_for:
        if not isinstance(said, t.Range):
            raise EquationError(f"{definition.name} {NOT_ALL}")
        if said.first is not None and said.last is not None:
            found[said.name.text] = (bound_of(compiler, said.first), bound_of(compiler, said.last))
    return found


def _keys(
    compiler: Compiler, definition: Definition, limits: dict[str, tuple[Limit, Limit]], inst: Instance
) -> tuple[tuple[int, int], list[Key]]:
    """How many rows and columns there are, and all entries, row by row."""
    name, letters = definition.name, definition.sub
    known = compiler.parameters.get(name, {})
    ranges = []
    for letter in letters:
        index = known.get(letter)
        if index is None or not index.sizes or index.endless:
            raise EquationError(f"{name} {NOT_ALL}")
        with inst.only_bound({}):
            ranges.append(counts(inst, letter, index))
        if letter in limits:
            first, last = (limit(inst) for limit in limits[letter])
            if range(first, last + 1) != ranges[-1]:
                raise EquationError(f"{name} {NOT_ALL}")
    if any(found.start != 1 for found in ranges):
        raise EquationError(f"{name} without an index: its entries are not counted from 1")
    columns = len(ranges[1]) if len(ranges) > 1 else 1
    return (len(ranges[0]), columns), [(name, None, place) for place in itertools.product(*ranges)]
