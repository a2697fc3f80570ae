"""Symbols and numbers where they stand alone."""

from __future__ import annotations

import math

from bookkit.equations.compiling.calls import argument_of, function_of
from bookkit.equations.compiling.changes import differential
from bookkit.equations.compiling.compiler import Compiler, compiles
from bookkit.equations.compiling.definitions import use
from bookkit.equations.compiling.facts import Code, Value
from bookkit.equations.compiling.indices import bound_value, index_value, is_index
from bookkit.equations.compiling.references import held, reference
from bookkit.equations.compiling.wholes import family_of, whole
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.values import linear, ones
from bookkit.values.errors import EquationError

ONES = t.Name("\\mathbf{1}")


@compiles(t.Number)
def number(compiler: Compiler, node: t.Number) -> Code:
    value = float(node.text)
    if math.isinf(value):
        raise EquationError(f"a number of {len(node.text)} digits is too large to calculate with")
    text = node.text
    return lambda inst: inst.written(text) if inst.exact else value


@compiles(t.Dots)
def omission(compiler: Compiler, node: t.Dots) -> Code:
    raise EquationError("an omission (\\dots) cannot be executed; write a sum or a product over an index")


@compiles(t.Name, t.Word, t.Accent)
def lone_symbol(compiler: Compiler, node: t.Name | t.Word | t.Accent) -> Code:
    return symbol_value(compiler, node)


def symbol_value(compiler: Compiler, node: t.Node) -> Code:
    if isinstance(node, t.Name):
        own = compiler.context.find(node.text) is not None or node.text in compiler.notation.by_base
        if node.text == "e" and not own and "e" not in compiler.bound:
            return lambda inst: inst.constant("e", math.e)
        if node.text == "\\pi" and not own:
            return lambda inst: inst.constant("pi", math.pi)
        if node.text in compiler.bound:
            return bound_value(node.text)
    found = reference(compiler, node)
    if found is not None:
        return held(compiler, node, found[0])
    if (family := family_of(compiler, node)) is not None:
        return whole(compiler, family, node)
    if isinstance(node, t.Name) and (change := differential(compiler, node.text)) is not None:
        return change
    if compiler.is_identity(node):
        return lambda inst: linear.Identity()
    if node == ONES:
        return lambda inst: ones.column()
    text = node.latex()
    if is_index(compiler, text):
        return index_value(compiler, text)
    if function_of(compiler, node) is not None:
        return bare_function(compiler, node)
    raise EquationError(
        f"unknown symbol {text}: neither the page nor the notation {compiler.notation.name!r} has it"
    )


def bare_function(compiler: Compiler, node: t.Node) -> Code:
    """A page's function without argument: its value at the symbols that its parameters are called."""
    definition = compiler.context.find(node.latex())
    if definition is None or definition.arguments is None:
        raise EquationError(f"{node.latex()} needs its argument in brackets")
    use(compiler, definition)
    names, body = compiler.functions[definition.name]
    values = [compiler.code(argument_of(compiler, name)) for name in names]

    def value(inst: Instance) -> Value:
        with inst.only_bound({name: code(inst) for name, code in zip(names, values, strict=True)}):
            return body(inst)

    return value


@compiles(t.Abbreviated)
def abbreviated(compiler: Compiler, node: t.Abbreviated) -> Code:
    return compiler.code(node.meaning)


@compiles(t.Braced)
def braced(compiler: Compiler, node: t.Braced) -> Code:
    return compiler.code(node.body)
