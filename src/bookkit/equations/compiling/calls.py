"""Functions: what a name that is applied stands for, its value at its arguments, and its derivative there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.definitions import entrywise, use
from bookkit.equations.compiling.facts import Code, Value
from bookkit.equations.compiling.references import reference
from bookkit.equations.compiling.rounding import SMALLEST, apart, enlarged, raise_scale
from bookkit.equations.compiling.undone import UNDONE, Inverse, inverse
from bookkit.equations.drawing import budget, derivatives
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Definition, Key
from bookkit.equations.reading.parse import parse
from bookkit.notations.table import Function
from bookkit.notations.words import STANDARD
from bookkit.values import algebra, chance, linear
from bookkit.values import functions as fn
from bookkit.values.algebra import largest
from bookkit.values.errors import EquationError, ShapeError

Call = Callable[[Instance, list[Value]], Value]
Following = tuple[Callable[[Instance], Key], ...]  # the symbols that a function's arguments move
PREFIX: dict[str, Callable[[Value], Value]] = {
    "\\log": fn.of_no_matrix("\\log", fn.log),
    "\\ln": fn.of_no_matrix("\\ln", fn.log),
    "\\exp": fn.of_no_matrix("\\exp", fn.exp),
    "\\sin": fn.of_no_matrix("\\sin", np.sin),
    "\\cos": fn.of_no_matrix("\\cos", np.cos),
    "\\tan": np.tan,
    "\\tanh": np.tanh,
    "\\sinh": fn.of_no_matrix("\\sinh", np.sinh),
    "\\cosh": fn.of_no_matrix("\\cosh", np.cosh),
    "\\arctan": np.arctan,
    "\\arcsin": fn.arcsin,
    "\\arccos": fn.arccos,
    # No author types these four; so the inverses of functions are written, \tanh^{-1} (`inverses`).
    "\\arsinh": fn.arsinh,
    "\\arcosh": fn.arcosh,
    "\\artanh": fn.artanh,
    "\\logit": fn.logit,
    "\\cot": lambda x: 1.0 / np.tan(x),
    "\\coth": lambda x: 1.0 / np.tanh(x),
    "\\sec": lambda x: 1.0 / np.cos(x),
    "\\csc": lambda x: 1.0 / np.sin(x),
    **linear.FUNCTIONS,
}
WHERE = {"\\argmax": "\\max", "\\argmin": "\\min"}
EXTREMES = {"\\max": fn.maximum, "\\min": fn.minimum}


def function_of(
    compiler: Compiler, base: t.Node
) -> Callable[..., Value] | Function | Definition | Inverse | str | None:
    """The function that a name stands for, if it is one."""
    text = base.text if isinstance(base, (t.Name, t.Word)) else base.latex()
    definition = compiler.context.find(text) or compiler.context.find(base.latex())
    if definition is not None:
        return definition if definition.arguments is not None else None
    if text.endswith(UNDONE) and (made := compiler.context.find(text.removesuffix(UNDONE))) is not None:
        return Inverse(made) if len(made.arguments or ()) == 1 else None
    if text in compiler.bound:
        return None
    if text in compiler.notation.function:
        return compiler.notation.function[text]
    if text in PREFIX:
        return PREFIX[text]
    if isinstance(base, t.Word) and text in STANDARD and base.latex() not in compiler.notation.by_base:
        return STANDARD[text]
    if text in EXTREMES:
        return text
    if (
        text == "\\Sigma"
        and text not in compiler.notation.by_base
        and "\\sigma" in compiler.notation.function
    ):
        return text
    return None


def any_call(compiler: Compiler, name: str) -> Call:
    """A function that nothing defines, as something that can be called; a declared one also of columns.

    Where its values are columns, each of their entries is any function by itself.
    """
    compiler.facts.mentioned.add(f"{name}(…)")
    compiler.facts.any_functions.add(name)
    own = name in compiler.notation.own_letters
    entries = compiler.notation.column_letters.get(name)

    def column(inst: Instance, values: list[Value]) -> Value:
        given = [number for value in values for number in numbers_of(value)]
        count = inst.dimension(entries or "1", None)
        budget.spend(10 * count)
        return np.array([[inst.any_function(f"{name}_{{{at + 1}}}")(given)] for at in range(count)])

    def call(inst: Instance, values: list[Value]) -> Value:
        budget.spend(10)
        if own:
            return inst.any_function(name)([number for value in values for number in numbers_of(value)])
        return inst.any_function(name)([algebra.number(value) for value in values])

    return call if entries is None else column


def numbers_of(value: Value) -> list[Value]:
    """A number, or the entries of a column."""
    if not algebra.is_number(value) and np.ndim(value) == 2 and np.shape(value)[1] == 1:
        return [value[row, 0] for row in range(np.shape(value)[0])]
    return [algebra.number(value)]


def call_of(compiler: Compiler, function: Any, name: str, count: int, follows: bool = True) -> Call:
    """A function of the page or the table, as something that can be called with so many arguments.

    What the page has made from an argument ``follows`` it, or keeps its value.
    """
    if isinstance(function, Definition):
        if count != len(function.arguments or ()):
            function = compiler.context.find(f"{function.name}/{count}") or function
        use(compiler, function)
        names, body = compiler.functions[function.name]
        if count != len(names):
            raise EquationError(f"{name} takes {len(names)} arguments, not {count}")
        return page_function(compiler, name, names, body, following(compiler, function) if follows else ())
    if isinstance(function, Inverse) and count == 1:
        return inverse(call_of(compiler, function.of, function.of.name, 1, follows))
    wanted = function.arguments if isinstance(function, Function) else 1
    if count != wanted:
        raise EquationError(f"{name} takes {'one argument' if wanted == 1 else wanted}, not {count}")
    if isinstance(function, Function):
        if len(function.choices) > 1:
            compiler.facts.mentioned.add(name)
        compiler.facts.features.add(name)
    return caller(compiler, function, name)


def page_function(
    compiler: Compiler, name: str, names: tuple[str, ...], body: Code, following: Following
) -> Call:
    """A function of the page;
    one that stands for a function of the table goes entry by entry as that does.
    """
    tabled = name in compiler.notation.function

    def at(inst: Instance, values: list[Value]) -> Value:
        with inst.only_bound(dict(zip(names, values, strict=True))):
            return body(inst)

    def call(inst: Instance, values: list[Value]) -> Value:
        budget.spend()
        if tabled and np.ndim(values[0]):
            return entrywise(inst, body, names[0], values[0])
        keys = [key(inst) for key in following]
        if all(inst.memo.get(key) is value for key, value in zip(keys, values, strict=False)):
            return at(inst, values)
        moved = {
            key: value - inst.injections[key] if key in inst.injections else value
            for key, value in zip(keys, values, strict=False)
        }
        with inst.state(replacements=moved):
            return at(inst, values)

    return call


def following(compiler: Compiler, function: Definition) -> Following:
    r"""The arguments of a function as symbols, where its body names what the page has made from one of them.

    With ``y = wx``, ``L(w) = (y - t)^2`` is a function of w through y: at another w, there is another y.
    """
    names = function.arguments or ()
    through = [name for name in function.named if name not in names]
    reaches = compiler.context.reaches
    if not any(reaches(other, name, by_arguments=False) for other in through for name in names):
        return ()
    found = []
    for name in names:
        with compiler.facts.naming():
            ref = reference(compiler, parse(name).statements[0].chain.first)
        if ref is None or ref[1] is not None or ref[0].place is not None:
            return ()
        found.append(ref[0].key)
    return tuple(found)


def argument_of(compiler: Compiler, name: str) -> t.Node:
    r"""An argument of a function outside of its definition, where ``\sigma^2`` may be a letter's square."""
    square = name.endswith("^{2}") and compiler.context.find(name) is None
    return parse(name).statements[0].chain.first if square else t.Name(name)


def called(compiler: Compiler, function: Any, name: str, primes: int, arguments: list[Code]) -> Code:
    """A function (or its derivative) applied to its arguments."""
    call = call_of(compiler, function, name, len(arguments))
    if function == "\\Sigma":
        if primes != 1:
            raise EquationError("\\Sigma stands for a matrix only as \\Sigma'(z)")
        compiler.facts.mentioned.add("\\sigma")
        return diagonal(
            primed(
                caller(compiler, compiler.notation.function["\\sigma"], "\\sigma"),
                1,
                arguments[0],
                True,
            ),
        )
    if primes and function in linear.FUNCTIONS.values():
        raise EquationError(f"a prime on {name}, which is a function of a matrix")
    if primes == 0:
        return measured(call, name, arguments)
    if len(arguments) != 1:
        raise EquationError(f"a prime on {name}, which takes {len(arguments)} arguments")
    compiler.facts.derives = True
    derived = primed(call, primes, arguments[0], isinstance(function, Function))
    if isinstance(function, Definition) and name not in compiler.notation.function:
        return of_numbers(derived, call, name, arguments[0])
    return derived


def of_numbers(derived: Code, call: Call, name: str, argument: Code) -> Code:
    """A derivative with a prime, where the function goes entry by entry; of others there is a gradient."""

    def value(inst: Instance) -> Value:
        point = argument(inst)
        if algebra.is_number(point):
            return derived(inst)
        shape = np.shape(point)
        first = derivatives.nudge(shape, (0,) * len(shape), 1.0)
        before, after = call(inst, [point]), call(inst, [point + first])
        if np.shape(before) != shape or np.any((after != before)[first == 0]):
            raise ShapeError(f"a prime on {name} of {algebra.shape(point)}; write \\nabla {name}")
        return derived(inst)

    return value


def measured(call: Call, name: str, arguments: list[Code]) -> Code:
    """A call, with an estimate of what rounding in its arguments does to its value."""

    def value(inst: Instance) -> Value:
        found = [apart(inst, code) for code in arguments]
        algebra.refuse_unsized(*(item for item, _ in found))
        result = call(inst, [item for item, _ in found])
        scale = max(inner for _, inner in found)
        if scale and name in ("\\exp", "\\sigma"):
            raise_scale(inst, scale * largest(result))
        elif scale and name in ("\\log", "\\ln"):
            raise_scale(inst, scale / max(float(np.min(np.abs(np.real(found[0][0])))), SMALLEST))
        elif scale:
            raise_scale(inst, scale * max(1.0, largest(result)))
        return result

    return value


def caller(compiler: Compiler, function: Any, name: str) -> Call:
    if isinstance(function, Function):
        compiler.facts.pieces = compiler.facts.pieces or bool(function.kinks)
        latex, kinks, bound = function.latex, function.kinks, function.saturates
        single = function.choices[0] if len(function.choices) == 1 else None
        whole = function.whole

        def table(inst: Instance, values: list[Value]) -> Value:
            budget.spend(10)
            chosen = single or inst.choice(latex)
            for kink in kinks:
                inst.near_kink(values[0] - kink)
            if bound < np.inf and not inst.exact and np.any(np.abs(np.real(values[0])) > bound):
                inst.notes.saturated = True
            if whole and algebra.is_number(values[0]):
                raise ShapeError(f"{name} takes a column, not a number")
            result = chance.lifted(chosen)(*values)
            if whole:  # it adds up what nobody sees: its rounding is that of its largest entry
                raise_scale(inst, largest(result))
            return result

        return table
    if function is linear.determinant:

        def determinant(inst: Instance, values: list[Value]) -> Value:
            result = linear.determinant(values[0])
            enlarged(inst, values[0], result)
            return result

        return determinant
    if callable(function):
        return lambda inst, values: chance.lifted(function)(values[0])
    return lambda inst, values: values[0]


def primed(call: Call, primes: int, argument: Code, stated: bool = False) -> Code:
    """The derivative of a function where its argument is, entry by entry.

    At a kink there is none, unless the table has stated one.
    """

    def derive_at(inst: Instance, point: Value, order: int) -> Value:
        if order == 0:
            return call(inst, [point])
        kept = inst.notes.kink
        value = derivatives.along(inst, lambda step: derive_at(inst, point + step, order - 1))
        if stated and order == 1 and inst.deriving == 0:
            inst.notes.kink = kept
        return value

    return lambda inst: derive_at(inst, argument(inst), primes)


def diagonal(value: Code, number: bool = True) -> Code:
    """A diagonal matrix; a column that may have one entry only is no ``number``, though its value is."""

    def matrix(inst: Instance) -> Value:
        inner = value(inst)
        algebra.refuse_unsized(inner)
        if algebra.is_number(inner) and not number:
            inner = np.array([[inner]])
        if np.ndim(inner) != 2 or np.shape(inner)[1] != 1:
            raise ShapeError(f"a diagonal matrix is made of a column, not of {algebra.shape(inner)}")
        return np.diag(inner[:, 0])

    return matrix


def as_group(node: t.Node) -> t.Group | None:
    inner = node.base if isinstance(node, t.Scripted) else node
    if (
        isinstance(inner, t.Group)
        and not (inner.is_floor or inner.is_product)
        and not any(isinstance(item, t.Chain) for item in inner.items)
    ):
        return inner
    return None


def moved(call: Call, places: list[int], stated: bool = False) -> Call:
    """The derivative of a function by some of its arguments; at a kink as the table has stated it."""

    def value(inst: Instance, values: list[Value]) -> Value:
        if not stated and any(np.size(values[place]) != 1 for place in places):
            raise EquationError("a derivative by an argument that is an array")
        kept = inst.notes.kink

        def at(step: Value) -> Value:
            return call(inst, [v + step if place in places else v for place, v in enumerate(values)])

        found = derivatives.along(inst, at)
        if stated and inst.deriving == 0:
            inst.notes.kink = kept
        return found

    return value
