r"""Changes to first order, ``\mathrm{d}x``: of a symbol any one, of an expression what follows for it."""

from __future__ import annotations

import numpy as np

from bookkit.equations.compiling.compiler import Compiler, compiles
from bookkit.equations.compiling.facts import Code, Value
from bookkit.equations.compiling.references import reference
from bookkit.equations.drawing import derivatives
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Key
from bookkit.equations.reading.differentials import DIFFERENTIAL
from bookkit.values.errors import EquationError
from bookkit.values.functions import domain


def direction(inst: Instance, key: Key) -> Value:
    """The change of a symbol in this draw."""
    change = inst.rng(f"d{key!r}").normal(size=np.shape(inst.value(key)))
    return change if np.ndim(change) else float(change)


@compiles(t.Differential)
def change_of(compiler: Compiler, node: t.Differential) -> Code:
    """The change of an expression to first order; the statement says of each letter how it changes."""
    with compiler.facts.naming():
        body = compiler.code(node.body)
        inner = compiler.facts.mentioned
    compiler.facts.derives, compiler.lasting = True, False
    varied, still = compiler.facts.differentials, compiler.facts.still
    table = compiler.notation.by_base
    drawn = sorted(name for name in inner if name in table and table[name].draw is not None)

    def value(inst: Instance) -> Value:
        if unknown := [name for name in drawn if name not in varied | still]:
            name = unknown[0]
            raise EquationError(
                f"does {name} change in {node.latex()}? name its change, d{name},"
                f" or say that there is none: \\quad \\text{{if }} d{name} = 0"
            )
        with inst.state(), domain.excused():  # there may be a change where there is no logarithm
            body(inst)  # so that all that it depends on is drawn

        def moved(step: Value) -> Value:
            keys = [key for key in inst.used if key[0] in varied]
            with inst.state(injections={key: step * direction(inst, key) for key in keys}):
                return body(inst)

        return derivatives.along(inst, moved)

    return value


def differential(compiler: Compiler, name: str) -> Code | None:
    r"""``\mathrm{d}x``: any change of a symbol; of one that the page has defined, what follows for it."""
    letter = t.Name(name.removeprefix(DIFFERENTIAL))
    if not name.startswith(DIFFERENTIAL) or name == DIFFERENTIAL:
        return None
    if compiler.is_function_on_page(letter.text):
        return change_of(compiler, t.Differential(letter))
    found = reference(compiler, letter)
    if found is None or found[1] is not None or (found[0].symbol is not None and found[0].symbol.size):
        return None
    ref = found[0]
    if ref.symbol is None or ref.symbol.draw is None or compiler.context.find(ref.name) is not None:
        return change_of(compiler, t.Differential(letter))
    compiler.facts.differentials.add(ref.name)
    compiler.lasting = False

    def value(inst: Instance) -> Value:
        ref(inst)
        return direction(inst, ref.key(inst))

    return value
