"""Definitions: a new name, a given value; and for what the table already fixes, a claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.definitions import STEPS_AT_ONCE, compile_side, override, use
from bookkit.equations.compiling.facts import Code
from bookkit.equations.compiling.references import reference
from bookkit.equations.compiling.statistics import statistic
from bookkit.equations.drawing import sizes
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.judging import assumptions
from bookkit.equations.judging.case import Case
from bookkit.equations.judging.judgement import Judgement
from bookkit.equations.judging.verdict import Claim
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context, Definition, Key
from bookkit.equations.reading.parse import parse
from bookkit.equations.reading.scripts import index_items
from bookkit.notations.table import TIME, Symbol
from bookkit.values import algebra, linear
from bookkit.values.errors import EquationError

Value = Any

RESERVED = (
    "\\pi",
    "\\infty",
    "\\top",
    "\\partial",
    "\\nabla",
    "\\mathbb{R}",
    "\\log",
    "\\ln",
    "\\exp",
    "\\max",
    "\\min",
)


def define(case: Case, left: t.Node, right: t.Node, text: str, statement: t.Statement) -> Claim:
    """A new name, a given value; for what the table already fixes, a claim."""
    if assumptions.defines_itself(left, right, case.notation, case.context):
        return Judgement(case.trial(left, "=", right, statement)).judge(text, kind="\\coloneqq")
    if (said := assumptions.given(left, right, case.notation)) is not None:
        case.context, draws = assumed(case, said)
        return Claim(text, "\\coloneqq", "true", draws=draws)
    base = left.factors[0] if isinstance(left, t.Juxtaposed) else left
    base = base.base if isinstance(base, t.Scripted) else base
    name = base.latex()
    function = case.notation.function.get(base.text if isinstance(base, (t.Word, t.Name)) else name)
    symbol = case.notation.by_base.get(name)
    if statistic(base, case.notation) is not None:
        raise EquationError(f"{name} has a fixed meaning in this table and cannot be defined")
    timed = isinstance(left, t.Scripted) and symbol is not None and symbol.time
    if name in RESERVED or (name in case.notation.indices and not timed):
        raise EquationError(f"{name} has a fixed meaning and cannot be defined")
    primed = (
        isinstance(left, t.Juxtaposed) and isinstance(left.factors[0], t.Scripted) and left.factors[0].primes
    )
    fixed = (
        (function is not None and not function.free) or (symbol is not None and is_fixed(symbol)) or primed
    )
    if fixed:
        return Judgement(case.trial(left, "=", right, statement)).judge(text, kind="\\coloneqq")
    if symbol is not None and symbol.size:
        return give_size(case, left, right, symbol, text)
    if symbol is not None and (layer := sizes.layer_of(left, symbol)) is not None:
        return give_layer(case, symbol, layer, right, text)
    definition = definition_of(case, left, right)
    refuse_one_value(case, left, definition)
    if definition.sub:
        definition = replace(definition, said_for=(*statement.ranges, *statement.conditions))
    if case.context.find(definition.name) is None and any(part == left for part in parts_of(case, right)):
        raise EquationError(f"{left.latex()} is defined by itself; a new value is written with \\leftarrow")
    compiler = Compiler(case.notation, case.context)
    if definition.arguments is None and not definition.sub and definition.sup is None:
        code = compile_side(compiler, right)
        facts = compiler.facts
        if facts.free:
            raise EquationError(f"a free index {next(iter(facts.free))} in a definition")
        times = TIME in case.notation.indices.values()
        named = isinstance(left, t.Scripted) and symbol is not None and not (symbol.family or symbol.shape)
        example = symbol is not None and symbol.law is None and not named
        if not facts.mentioned and example and symbol and not is_start(left, symbol, right, times):
            value = at_given(case, compiler, code)
            if value is None or not np.all(np.isfinite(value)):
                raise EquationError(f"{right.latex()} has no value")
            if np.ndim(value) == 0:
                case.context = case.context.give(given_key(case, left), float(np.real(value)))
                return Claim(text, "\\coloneqq", "true", draws=1)
    wider = case.context.define(definition)
    draws = try_definition(case, definition, wider)
    case.context = wider
    return Claim(text, "\\coloneqq", "true", draws=draws)


def is_start(left: t.Node, symbol: Symbol, right: t.Node, times: bool) -> bool:
    """Whether that is where a sequence starts: it is how the sequence is made, and no example.

    Where the page has ``times``, a number may have been said to start before it is said to be a sequence.
    """
    if not isinstance(left, t.Scripted):
        return False
    start = left.sub == t.Number("0")
    return (symbol.time and (start or right == t.Number("0"))) or (start and times)


def give_size(case: Case, left: t.Node, right: t.Node, symbol: Symbol, text: str) -> Claim:
    """A size by number, for the claims below that name sizes by their numbers."""
    known = sizes.given_in(case.context, case.notation)
    key, value = sizes.key_of(left, symbol, known), sizes.value_of(right, left)
    sizes.check_layers({**known, key: value})
    case.context = case.context.give(key, value)
    return Claim(text, "\\coloneqq", "true", draws=1)


def assumed(case: Case, said: Definition) -> tuple[Context, int]:
    """The context with a variance or a mean fixed, which must make sense."""
    wider = case.context.define(said)
    return wider, try_definition(case, said, wider)


def give_layer(case: Case, symbol: Symbol, layer: int, right: t.Node, text: str) -> Claim:
    """A value for the number that a symbol is in one layer: ``w^2 \\coloneqq 0.5``."""
    depth = sizes.given_in(case.context, case.notation).get(("L", None, ()))
    if layer < symbol.first or (depth is not None and layer > depth):
        raise EquationError(f"{symbol.base}^{layer} does not exist (layers {symbol.first} to {depth or 'L'})")
    compiler = Compiler(case.notation, case.context)
    value = at_given(case, compiler, compile_side(compiler, right))
    if compiler.facts.mentioned or np.ndim(value) != 0:
        raise EquationError(f"{symbol.base}^{layer} is given a number, not {right.latex()}")
    case.context = case.context.give((symbol.base, layer, ()), float(np.real(value)))
    return Claim(text, "\\coloneqq", "true", draws=1)


def is_fixed(symbol: Symbol) -> bool:
    """Whether the table computes a symbol, so that no page can say what it is."""
    return not symbol.free and symbol.law is None and (symbol.rule is not None or symbol.gradient is not None)


def given_key(case: Case, left: t.Node) -> Key:
    compiler = Compiler(case.notation, Context(given=case.context.given))
    found = reference(compiler, left)
    if found is None or found[1] is not None or found[0].place is not None:
        raise EquationError(f"{left.latex()} cannot be given a value")
    return found[0].key(Instance(case.notation, (case.seed,)))


def at_given(case: Case, compiler: Compiler, code: Code) -> Value:
    """The value at the given point, None where something is not given."""
    inst = compiler.instance((case.seed, 0), given=dict(case.context.given))
    with np.errstate(all="ignore"):
        value = code(inst)
    if any(key not in inst.given for key in inst.used):
        return None
    if not np.all(np.isfinite(value)):
        raise EquationError("no value at the given point")
    return value


def parts_of(case: Case, node: t.Node) -> Iterator[t.Node]:
    """All parts of an expression; of a letter with a subscript that is a symbol by itself, not its parts."""
    yield node
    if isinstance(node, t.Scripted) and node.sub is not None:
        whole = node.with_(sup=None, primes=0).latex()
        if whole in case.notation.by_base or case.context.knows(whole):
            return
    for part in node.children():
        yield from parts_of(case, part)


def definition_of(case: Case, left: t.Node, right: t.Node) -> Definition:
    """What the left side of a definition introduces."""
    group = left.factors[1] if isinstance(left, t.Juxtaposed) and len(left.factors) == 2 else None
    if isinstance(left, t.Juxtaposed) and isinstance(group, t.Group):
        head = left.factors[0]
        names = [item.text for item in group.items if isinstance(item, t.Name)]
        if not isinstance(head, (t.Name, t.Word)) or len(names) != len(group.items):
            raise EquationError(f"{left.latex()} is no name and no function of letters")
        if len(set(names)) != len(names):
            raise EquationError(f"{left.latex()} names the same argument twice")
        return Definition(head.text, right, arguments=tuple(names))
    if isinstance(left, (t.Name, t.Word, t.Accent)):
        return Definition(left.latex(), right)
    if isinstance(left, t.Scripted) and not left.primes and isinstance(left.base, (t.Name, t.Accent)):
        return family(case, left, right)
    raise EquationError(f"{left.latex()} is no name that can be defined")


def refuse_one_value(case: Case, left: t.Node, definition: Definition) -> None:
    """Raise EquationError where a function may only be given one value: ``f(a) = 3``, where a is 2 already.

    Taken as a definition it would make f constant, and a claim such as ``f(5) = 3`` would be checked. An
    argument with a subscript or an accent, as in ``f(x_0) = 3``, names a place by how it is written, if the
    right side has no letter of its kind.
    """
    named = {part.text for part in parts_of(case, definition.body) if isinstance(part, t.Name)}
    letters = {name: _without_marks(name) for name in definition.arguments or ()}
    kinds = {kind for name, kind in letters.items() if name in named and name != kind}
    for name, kind in letters.items():
        if name in named:
            continue
        if case.context.knows(name) or case.context.knows(kind):
            why = f"the page says what {name} is"
        elif kind != name and kind not in kinds:
            why = f"{name} may be one place"
        else:
            continue
        raise EquationError(
            f"{why}, so {left.latex()} may be one value of {definition.name}, or {definition.name} the same "
            "everywhere; define a function with a new letter"
        )


def _without_marks(name: str) -> str:
    """A letter without its subscript and its accents."""
    letter = parse(name).statements[0].chain.first
    while isinstance(letter, (t.Scripted, t.Accent)):
        letter = letter.base
    return letter.latex()


def family(case: Case, left: t.Scripted, right: t.Node) -> Definition:
    letters = case.notation.indices
    items = index_items(left.sub, None)
    sub = tuple(item.text for item in items if isinstance(item, t.Name) and item.text in letters)
    sup = left.sup.text if isinstance(left.sup, t.Name) and left.sup.text in letters else None
    if left.sub is not None and not sub and left.sup is None:
        return Definition(left.latex(), right)
    if (left.sub is not None and len(sub) != len(items)) or (left.sup is not None and sup is None):
        raise EquationError(f"{left.latex()} is no name that can be defined")
    return Definition(left.base.latex(), right, sub=sub, sup=sup)


def try_definition(case: Case, definition: Definition, context: Context) -> int:
    """A definition must make sense: its symbols are known and its shapes fit."""
    compiler = Compiler(case.notation, context)
    override(compiler)
    use(compiler, definition)
    if definition.arguments is not None or definition.sub or definition.sup:
        return 0
    good = 0
    long = len(compiler.nodes) > STEPS_AT_ONCE  # a chain is not to take longer with each link
    for number in range(min(case.draws, 2) if long else case.draws):
        inst = compiler.instance((case.seed, number), sizes=sizes.given_in(context, case.notation))
        with np.errstate(all="ignore"):
            value = inst.value((definition.name, None, ()))
        keeps_shape(case, definition.name, value)
        good += bool(np.all(np.isfinite(value)))
    if not good:
        raise EquationError("no value on any draw")
    return good


def keeps_shape(case: Case, name: str, value: Value) -> None:
    """What the table says to be a number, the page cannot make an array of."""
    if isinstance(value, linear.Identity):
        raise EquationError(f"{name} is an identity matrix; how large is it? write I_n")
    algebra.refuse_unsized(value)
    symbol = case.notation.by_base.get(name)
    if symbol is not None and not symbol.shape and np.size(value) != 1:
        raise EquationError(f"{name} is a number, and here it is given {algebra.shape(value)}")
