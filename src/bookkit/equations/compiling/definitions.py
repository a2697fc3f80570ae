"""What the page defines: compiled when it is first needed, with all that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from bookkit.equations.compiling import sequences
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.facts import Code, Facts, Index, Value
from bookkit.equations.compiling.indices import note_letters
from bookkit.equations.compiling.known import Compiled, compiled, keep, valued
from bookkit.equations.compiling.sequences import is_sequence
from bookkit.equations.drawing.instance import Instance, Node
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Definition, Key
from bookkit.values import algebra
from bookkit.values.errors import EquationError

STEPS_AT_ONCE = 25  # definitions that may be made from one another before some are computed first


def is_apart(compiler: Compiler, definition: Definition) -> bool:
    """Whether the page's letter has no layers, and the table's has: ``z`` and ``z^l``."""
    symbol = compiler.notation.by_base.get(definition.name)
    return symbol is not None and symbol.law is not None and symbol.layered and definition.sup is None


def use(compiler: Compiler, definition: Definition) -> None:
    """Compiles a definition when it is first needed, with all that it names."""
    name = definition.name
    compiler.uses.append(name)
    if name in compiler.nodes or name in compiler.functions:
        compiler.facts.mentioned |= compiler.mentions[name]
        compiler.lasting = compiler.lasting and name in compiler.known
        return
    if is_sequence(compiler, definition):
        compiler.lasting = False
        if name in compiler.compiling:
            return
    if name in compiler.compiling:
        raise EquationError(f"{name} is defined by itself")
    if (known := compiled(definition)) is not None and adopt(compiler, known):
        compiler.facts.mentioned |= compiler.mentions[name]
        return
    if not compiler.compiling:
        deep_ones = compiler.context.deep_below(name, STEPS_AT_ONCE)
        if deep_ones and not is_sequence(compiler, definition) and compiler.context.reaches(name, name):
            raise EquationError(f"{name} is defined by itself")
        for deep in deep_ones:
            use(compiler, deep)
            compiler.milestones.append(deep.name)
    with by_itself(compiler, definition) as inner, compiler.context.looking() as log:
        code = compile_side(compiler, definition.body, watch=False)
        if inner.free:
            raise EquationError(f"{name} was defined with a free index {next(iter(inner.free))}")
        compiler.parameters[name] = dict(compiler.bound)
        below, lasting = tuple(dict.fromkeys(compiler.uses)), compiler.lasting
    inner.features |= {name, *inner.mentioned}
    compiler.facts.add(inner)
    make(compiler, definition, code)
    if lasting and all(other in compiler.known for other in below):
        made = Compiled.of(compiler, definition, log, below, inner)
        keep(definition, made)
        compiler.known[name] = made


@contextmanager
def by_itself(compiler: Compiler, definition: Definition) -> Iterator[Facts]:
    """Meanwhile, the compiler knows of nothing but a definition and its parameters, and has facts of its own.

    What was named is added to what is known outside, also of a definition that fails: `override` goes on.
    """
    kept = (compiler.bound, compiler.watching, compiler.index_letters, compiler.holds, compiler.uses)
    outer, outer_lasting = compiler.facts, compiler.lasting
    parameters = (*(definition.arguments or ()), *definition.sub, *filter(None, (definition.sup,)))
    compiler.bound = {name: Index() for name in parameters}
    compiler.index_letters, compiler.holds, compiler.uses = set(), None, []
    compiler.facts = inner = Facts(still=outer.still)
    compiler.lasting = not is_sequence(compiler, definition)
    compiler.compiling.append(definition.name)
    try:
        yield inner
    finally:
        compiler.compiling.pop()
        (compiler.bound, compiler.watching, compiler.index_letters, compiler.holds, compiler.uses) = kept
        compiler.facts, compiler.lasting = outer, outer_lasting and compiler.lasting
        compiler.mentions[definition.name] = frozenset(inner.mentioned)
        outer.mentioned |= inner.mentioned
        outer.add(inner)


def adopt(compiler: Compiler, known: Compiled) -> bool:
    """Takes over what another formula has made of a definition, if all of it means the same here."""
    taken: dict[str, Compiled] = {}
    todo = [known]
    while todo:
        one = todo.pop()
        if compiler.known.get(one.name) is one or taken.get(one.name) is one:
            continue
        fresh = one.name not in compiler.nodes and one.name not in compiler.functions
        if not fresh or one.name in taken or not one.holds_in(compiler.notation, compiler.context):
            return False
        taken[one.name] = one
        todo += one.below
    for name, one in taken.items():
        compiler.mentions[name], compiler.parameters[name] = one.mentions, one.parameters
        if one.node is not None:
            compiler.nodes[name] = one.node
        if one.function is not None:
            compiler.functions[name] = one.function
        if one.choice is not None:
            compiler.choices[name] = one.choice
    compiler.known.update(taken)
    compiler.facts.add(known.facts)
    return True


def make(compiler: Compiler, definition: Definition, code: Code) -> None:
    """Makes a function or a node of the code of a definition."""
    name = definition.name
    if definition.arguments is not None:
        compiler.functions[name] = (definition.arguments, code)
        if name in compiler.notation.function and len(definition.arguments) == 1:
            argument = definition.arguments[0]
            compiler.choices[name] = lambda inst: lambda array: entrywise(inst, code, argument, array)
        return

    if is_sequence(compiler, definition):
        for start in sequences.starts(compiler.context, name):
            use(compiler, start)
        compiler.nodes[name] = sequences.Recursion(definition, code)
        return

    code = sequences.start_of_arrays(compiler, name, code)
    below = tuple(compiler.milestones) if not compiler.compiling else ()

    def node(inst: Instance, key: Key) -> Value:
        if len(key[2]) != len(definition.sub) or (key[1] is None) != (definition.sup is None):
            raise EquationError(
                f"the page defines {name} with indices; what needs {name} without them has no value"
            )
        if below and (below[-1], None, ()) not in inst.memo:
            for deep in below:
                inst.value((deep, None, ()))
        binding = dict(zip(definition.sub, key[2], strict=False))
        if definition.sup is not None and key[1] is not None:
            binding[definition.sup] = key[1]
        with inst.only_bound(binding):
            return code(inst)

    plain = not definition.sub and definition.sup is None
    compiler.nodes[name] = valued(node) if plain and not compiler.notation.has_rules else node


def entrywise(inst: Instance, body: Code, name: str, array: Value) -> Value:
    """A function of a number, applied to every entry of an array (or to a number)."""
    if algebra.is_number(array):
        with inst.only_bound({name: array}):
            return body(inst)
    values = []
    for item in np.ravel(array):
        with inst.only_bound({name: item}):
            values.append(algebra.number(body(inst)))
    return np.reshape(np.array(values), np.shape(array))


def compile_side(compiler: Compiler, node: t.Node, watch: bool = True) -> Code:
    """The code of one side of a claim."""
    note_letters(compiler, node)
    if not compiler.compiling:
        override(compiler)
    with compiler.watched(watch):
        return compiler.code(node)


def override(compiler: Compiler) -> None:
    """What the page defines in place of the table's own must reach the table's rules too.

    A table without rules has none to reach: there a definition counts where it is named.
    """
    if not compiler.notation.has_rules:
        return
    for definition in compiler.context.definitions:
        name = definition.name
        tabled = (
            name in compiler.notation.by_base
            or name in compiler.notation.function
            or of_a_law(compiler, name)
        )
        if (
            tabled
            and not is_apart(compiler, definition)
            and name not in compiler.compiling
            and name not in compiler.nodes
            and name not in compiler.functions
        ):
            mentioned = set(compiler.facts.mentioned)
            try:
                use(compiler, definition)
            except EquationError as error:
                if definition.arguments is not None:
                    raise
                compiler.nodes[name] = foreign(name, error)
            compiler.facts.mentioned = mentioned


def of_a_law(compiler: Compiler, name: str) -> bool:
    """Whether something fixes the mean or the variance of a symbol of this table."""
    match = re.fullmatch(r"(?:E|Var)\[(.+)\]", name)
    symbol = compiler.notation.by_base.get(match[1]) if match else None
    said = compiler.context.find(name)
    layered = said is not None and said.sup is not None
    return symbol is not None and symbol.law is not None and symbol.layered == layered


def foreign(name: str, error: EquationError) -> Node:
    """A definition made for another table: an error where something is made of it, and only there."""
    reason = f"{name}, as the page defines it, has no meaning here: {error.reason}"

    def node(inst: Instance, key: Key) -> Value:
        raise EquationError(reason)

    return node
