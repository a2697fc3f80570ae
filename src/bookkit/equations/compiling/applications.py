"""Factors side by side: which are functions, where their arguments end, and what comes out."""

from __future__ import annotations

import numpy as np

from bookkit.equations.compiling.arguments import (
    callable_of,
    curvature_at,
    derivative_at,
    gradient_at,
    is_any_function,
    kept_at,
    slopes,
)
from bookkit.equations.compiling.arithmetic import product, quotient, watch
from bookkit.equations.compiling.brackets import factor_before, is_transposed
from bookkit.equations.compiling.calls import (
    EXTREMES,
    PREFIX,
    WHERE,
    any_call,
    as_group,
    called,
    caller,
    diagonal,
    function_of,
    measured,
    primed,
)
from bookkit.equations.compiling.comparisons import indicator
from bookkit.equations.compiling.compiler import Compiler, compiles
from bookkit.equations.compiling.derivatives import check_sign
from bookkit.equations.compiling.extremes import extreme, extreme_over
from bookkit.equations.compiling.facts import Code, Value
from bookkit.equations.compiling.jacobians import entry_call, entry_of_value, is_entry, jacobian
from bookkit.equations.compiling.outlines import NUMBER, is_number, outline
from bookkit.equations.compiling.powers import raised, scripts
from bookkit.equations.compiling.reach import of_product
from bookkit.equations.compiling.statistics import averaged, statistic, statistic_of
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Definition
from bookkit.equations.reading.products import operator_in
from bookkit.notations.draws import NESTED
from bookkit.notations.table import Function
from bookkit.values import algebra, linear, ones
from bookkit.values import functions as fn
from bookkit.values.errors import EquationError, ShapeError

ONES = t.Name("\\mathbf{1}")


@compiles(t.Juxtaposed)
def side_by_side(compiler: Compiler, node: t.Juxtaposed) -> Code:
    units = units_of(compiler, list(node.factors))
    code, before = units[0]
    if len(units) == 1:
        return code
    mark = watch(compiler, before)
    with_ones = ONES in node.walk()
    for place, (right, factor) in enumerate(units[1:], start=1):
        if with_ones:
            taken = tuple(part for _, part in units[:place])
            code = _outlined(compiler, code, taken[0] if place == 1 else t.Juxtaposed(taken))
            right = _outlined(compiler, right, factor)
        code = product("", code, right, mark, watch(compiler, factor))
        mark = None
    return code


def _outlined(compiler: Compiler, code: Code, node: t.Node) -> Code:
    """A factor beside a column of ones: one entry is a number or a matrix, by the way it is written."""
    found = outline(compiler, node)
    if found is None:
        return code
    return lambda inst: ones.outlined(code(inst), found == NUMBER)


@compiles(t.Operated)
def operated(compiler: Compiler, node: t.Operated) -> Code:
    """An operator before a sign."""
    return of_product(compiler, node.operator, node.product, unit)


def units_of(compiler: Compiler, factors: list[t.Node]) -> list[tuple[Code, t.Node]]:
    """The factors of a product, functions with their arguments taken together."""
    found: list[tuple[Code, t.Node]] = []
    while factors:
        start = len(factors)
        whole = list(factors)
        code = unit(compiler, factors)
        taken = whole[: start - len(factors)]
        found.append((code, taken[0] if len(taken) == 1 else t.Juxtaposed(tuple(taken))))
    return found


def unit(compiler: Compiler, factors: list[t.Node]) -> Code:
    """Takes one factor off the front, with its argument if it is a function or an operator."""
    head = factors.pop(0)
    if isinstance(head, t.Derivative):
        check_sign(compiler, head)
    if (found := operator_in(head)) is not None:
        behind = tuple(("", factor) for factor in factors)
        factors.clear()
        return of_product(compiler, found, behind, unit)
    if (
        isinstance(head, t.Derivative)
        and factors
        and as_group(factors[0])
        and not is_transposed(compiler, factors[0])
    ):
        return derivative_at(compiler, head, factors)
    definition = compiler.context.find(factors[0].latex()) if factors else None
    if head == t.Name("\\nabla") and is_slope(compiler, factors):
        return slope(compiler, factors)
    if head == t.Name("\\nabla") and definition is not None and definition.arguments is not None:
        return slopes(compiler, definition, factors)
    if (curved := after_two_nablas(head, factors)) is not None and is_slope(compiler, curved):
        factors[:] = curved
        return slope(compiler, factors, curvature=True)
    twice = compiler.context.find(curved[0].latex()) if curved else None
    if curved and twice is not None and twice.arguments is not None:
        factors[:] = curved
        return slopes(compiler, twice, factors, curvature=True)
    if head == t.Name("\\nabla"):
        raise EquationError("a gradient names its variable: \\nabla_a C")
    if factors and (asked := indicated(head, factors[0])) is not None:
        factors.pop(0)
        return indicator(compiler, asked)
    if isinstance(head, t.Scripted) and head.sub is not None and head.base.latex() in WHERE and factors:
        return extreme_over(compiler, head.base.latex(), head.sub, factors, unit)
    if is_eigenvalue(head) and factors and as_group(factors[0]) is not None:
        return eigenvalue_of(compiler, head, factors)
    if head == t.Name("\\operatorname{diag}") or head == t.Word("diag"):
        return diagonal_matrix(compiler, head, factors)
    if (column := jacobian(compiler, head, factors) or entry_of_value(compiler, head, factors)) is not None:
        return column
    head = averaged(head, factors[0] if factors else None, compiler.notation) or head
    if statistic(head, compiler.notation) is not None:
        return statistic_of(compiler, head, factors)
    base = head.base if isinstance(head, t.Scripted) else head
    if function_of(compiler, base) is not None and not is_value(compiler, head, factors):
        return application(compiler, head, factors)
    name = base.latex()
    undefined = name not in compiler.bound and compiler.context.find(name) is None
    if name in compiler.notation.function_letters and undefined and factors and as_group(factors[0]):
        return any_function(compiler, head, name, factors)
    if factors and (group := as_group(factors[0])) is not None:
        return factor_before(compiler, head, group, factors[0])
    return compiler.code(head)


def diagonal_matrix(compiler: Compiler, head: t.Node, factors: list[t.Node]) -> Code:
    r"""``\operatorname{diag}(d)``, and its powers, ``\operatorname{diag}(d)^2``."""
    at = factors[0] if factors else None
    power = at.sup if isinstance(at, t.Scripted) and at.sub is None and not at.primes else None
    if isinstance(at, t.Scripted) and power is not None:
        factors[0] = at.base
    inner = argument(head, factors)
    code = diagonal(compiler.code(inner), is_number(compiler, inner))
    if not isinstance(at, t.Scripted) or power is None:
        return code
    return scripts(compiler, code, at.with_(base=t.Juxtaposed((head, at.base))))


def eigenvalue_of(compiler: Compiler, head: t.Node, factors: list[t.Node]) -> Code:
    r"""``\lambda_{\max}(A)``; the power behind it."""
    assert isinstance(head, t.Scripted)
    after = factors[0]
    group = as_group(factors.pop(0))
    if group is None or len(group.items) != 1:
        raise EquationError(f"{head.latex()} is one of one matrix")
    body, largest_one = compiler.code(group.items[0]), head.sub == t.Name("\\max")

    def value(inst: Instance) -> Value:
        return linear.eigenvalue(body(inst), largest_one)

    return scripts(compiler, value, after) if isinstance(after, t.Scripted) else value


def is_slope(compiler: Compiler, factors: list[t.Node]) -> bool:
    r"""Whether ``C(\theta)`` follows a nabla: a function, and the place where its gradient is taken."""
    group = as_group(factors[1]) if len(factors) > 1 else None
    if group is not None and isinstance(found := function_of(compiler, factors[0]), Definition):
        return found.arguments is not None and len(found.arguments) == 1
    known = function_of(compiler, factors[0]) or factors[0].latex() in compiler.notation.function_letters
    return group is not None and (bool(known) or is_entry(compiler, factors[0]))


def after_two_nablas(head: t.Node, factors: list[t.Node]) -> list[t.Node] | None:
    r"""What is behind ``\nabla^2`` or ``\nabla\nabla``, which ask for the matrix of second derivatives."""
    nabla = t.Name("\\nabla")
    if head == t.Scripted(nabla, 0, None, t.Number("2")):
        return factors
    return factors[1:] if head == nabla and factors and factors[0] == nabla else None


def slope(compiler: Compiler, factors: list[t.Node], curvature: bool = False) -> Code:
    r"""``\nabla C(\theta)``, taken off the front: of a number ``C'(\theta)``, of a column a column.

    With ``curvature``, it is ``\nabla^2 C(\theta)``: of a column a matrix.
    """
    name, at = factors.pop(0), factors.pop(0)
    group = as_group(at)
    if group is None or len(group.items) != 1:
        raise EquationError(
            f"\\nabla {name.latex()}{at.latex()}: a gradient at a place is read for one argument"
        )
    found = curvature_at if curvature else gradient_at
    at_place = compiler.code(group.items[0])
    of_entry = is_entry(compiler, name)
    call = entry_call(compiler, name, at_place) if of_entry else callable_of(compiler, name, 1)
    code = found(call, at_place)
    if curvature and is_any_function(compiler, name):
        code = kept_at(code, at_place)
    if curvature:
        compiler.facts.features.add(NESTED)  # as many entries as the column has pairs
    compiler.facts.derives = True
    return scripts(compiler, code, at) if isinstance(at, t.Scripted) else code


def is_value(compiler: Compiler, head: t.Node, factors: list[t.Node]) -> bool:
    """Whether a page's function stands without its argument, or ``\\sigma_1`` is a symbol by itself."""
    base = head.base if isinstance(head, t.Scripted) else head
    if isinstance(head, t.Scripted) and head.sub is not None and not head.primes:
        whole = head.with_(sup=None).latex()
        if whole in compiler.notation.by_base and compiler.context.find(whole) is None:
            return True
    return compiler.is_function_on_page(base.latex()) and not (factors and as_group(factors[0]))


def application(compiler: Compiler, head: t.Node, factors: list[t.Node]) -> Code:
    base = head.base if isinstance(head, t.Scripted) else head
    function = function_of(compiler, base)
    primes = head.primes if isinstance(head, t.Scripted) else 0
    sub = head.sub if isinstance(head, t.Scripted) else None
    sup = head.sup if isinstance(head, t.Scripted) else None
    if not factors:
        raise EquationError(f"{head.latex()} without an argument")
    name = base.latex()
    if isinstance(function, str) and function in EXTREMES:
        return extreme(compiler, function, sub, factors, unit)
    base_of_log = compiler.code(sub) if sub is not None and name == "\\log" else None
    if sub is not None and base_of_log is None:
        raise EquationError(f"{head.latex()} has no subscript")
    after: t.Scripted | None = None
    group = as_group(factors[0])
    if group is not None:
        if isinstance(factors[0], t.Scripted):
            after = factors[0]
        factors.pop(0)
        arguments = [compiler.code(item) for item in group.items]
    elif name in PREFIX or function in linear.FUNCTIONS.values():
        arguments = [traced(compiler, factors) if function is linear.trace else unit(compiler, factors)]
        derived = bool(factors) and isinstance(factors[0], t.Derivative) and factors[0].of is not None
        if factors and not derived and not begins_function(compiler, factors[0]):
            raise EquationError(f"where does the argument of {name} end? write brackets")
    else:
        raise EquationError(f"{name} needs its argument in brackets")
    code = called(compiler, function, name, primes, arguments)
    if base_of_log is not None:
        below = measured(caller(compiler, fn.log, name), name, [base_of_log])
        code = quotient(code, below, head)
    if sup is not None:
        code = power_of_value(compiler, code, head, isinstance(function, Function) or name in PREFIX)
    return (
        code
        if after is None
        else scripts(compiler, code, after.with_(base=t.Juxtaposed((head, group or after.base))))
    )


def traced(compiler: Compiler, factors: list[t.Node]) -> Code:
    r"""``\operatorname{tr} A B``: a trace without brackets is that of the whole product, up to another one.

    The trace of A alone, times a matrix, would be written with brackets; times a number it is the same.
    """
    code = unit(compiler, factors)
    while factors and not begins_function(compiler, factors[0]):
        code = product("", code, unit(compiler, factors), None, None)
    return code


def power_of_value(compiler: Compiler, code: Code, head: t.Node, entrywise: bool) -> Code:
    r"""``\tanh^2(x)`` and ``f'^2(x)``: the power of the value; ``\sigma^{-1}`` may be the inverse function.

    Of a function that goes entry by entry, so does its power.
    """
    sup = head.sup if isinstance(head, t.Scripted) else None
    if not isinstance(sup, t.Number) or not sup.text.isdigit():
        raise EquationError(f"{head.latex()}: write the power after the bracket")
    plain, times = raised(compiler, code, sup), int(sup.text)
    if not entrywise:
        return plain

    def value(inst: Instance) -> Value:
        found = code(inst)
        return plain(inst) if algebra.is_number(found) else found**times

    return value


def begins_function(compiler: Compiler, node: t.Node) -> bool:
    r"""Whether a factor can only begin anew, as in ``\sin x \cos x``."""
    base = node.base if isinstance(node, t.Scripted) else node
    word = isinstance(base, t.Word) and function_of(compiler, base) is not None
    return (word or base.latex() in PREFIX) and compiler.context.find(base.latex()) is None


def any_function(compiler: Compiler, head: t.Node, name: str, factors: list[t.Node]) -> Code:
    """A function that nothing defines stands for any differentiable one."""
    primes = head.primes if isinstance(head, t.Scripted) else 0
    if isinstance(head, t.Scripted) and head.sub is not None:
        raise EquationError(f"nothing has defined the function {head.latex()}")
    argument = factors.pop(0)
    group = as_group(argument)
    assert group is not None
    codes = [compiler.code(item) for item in group.items]
    call = any_call(compiler, name)
    if primes and len(codes) != 1:
        raise EquationError(f"a prime on {name}, which takes {len(codes)} arguments")
    if primes:
        compiler.facts.derives = True
    single = of_a_number(codes[0], head) if primes else codes[0]
    code = primed(call, primes, single) if primes else lambda inst: call(inst, [c(inst) for c in codes])
    if isinstance(head, t.Scripted) and head.sup is not None:
        code = power_of_value(compiler, code, head, False)
    return scripts(compiler, code, argument) if isinstance(argument, t.Scripted) else code


def of_a_number(code: Code, head: t.Node) -> Code:
    """The argument of a derivative with a prime, which is a number."""

    def value(inst: Instance) -> Value:
        found = code(inst)
        if not algebra.is_number(found) and np.size(found) > 1:
            raise ShapeError(f"{head.latex()} of {algebra.shape(found)}; write the gradient, \\nabla")
        return found

    return value


def argument(head: t.Node, factors: list[t.Node]) -> t.Node:
    group = as_group(factors[0]) if factors else None
    if group is None or len(group.items) != 1 or not isinstance(factors[0], t.Group):
        raise EquationError(f"{head.latex()} needs its argument in brackets")
    factors.pop(0)
    return group.items[0]


def indicated(head: t.Node, node: t.Node) -> t.Chain | None:
    r"""What ``\mathbf{1}[x > 0]`` asks, with any brackets; after a plain 1 square or curly ones."""
    if not (isinstance(node, t.Group) and len(node.items) == 1 and isinstance(node.items[0], t.Chain)):
        return None
    special = head in (t.Name("\\mathbf{1}"), t.Name("\\mathbb{I}"))
    plain = head == t.Number("1") and node.opening in ("[", "\\{")
    return node.items[0] if special or plain else None


def is_eigenvalue(head: t.Node) -> bool:
    r"""``\lambda_{\max}`` and ``\lambda_{\min}``."""
    return isinstance(head, t.Scripted) and head in (
        t.Scripted(t.Name("\\lambda"), 0, t.Name("\\max")),
        t.Scripted(t.Name("\\lambda"), 0, t.Name("\\min")),
    )
