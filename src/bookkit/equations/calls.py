"""Factors side by side: which are functions, where their arguments end, and what comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from bookkit.equations import algebra, budget, chance, derive, linear
from bookkit.equations import functions as fn
from bookkit.equations import tree as t
from bookkit.equations.arithmetic import enlarged
from bookkit.equations.brackets import Brackets
from bookkit.equations.context import Definition
from bookkit.equations.draw import Instance
from bookkit.equations.errors import EquationError, ShapeError
from bookkit.equations.parts import (
    Code,
    Value,
    apart,
    largest,
    raise_scale,
)
from bookkit.equations.statistics import statistic
from bookkit.equations.symbols import entrywise
from bookkit.notations.table import Function
from bookkit.notations.words import STANDARD

Call = Callable[[Instance, list[Value]], Value]
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
    "\\cot": lambda x: 1.0 / np.tan(x),
    "\\coth": lambda x: 1.0 / np.tanh(x),
    "\\sec": lambda x: 1.0 / np.cos(x),
    "\\csc": lambda x: 1.0 / np.sin(x),
    **linear.FUNCTIONS,
}
WHERE = {"\\argmax": "\\max", "\\argmin": "\\min"}
EXTREMES = {"\\max": fn.maximum, "\\min": fn.minimum}


class Calls(Brackets):
    """Compiles juxtaposition and function calls."""

    def code_juxtaposed(self, node: t.Juxtaposed) -> Code:
        units = self.units(list(node.factors))
        code, before = units[0]
        if len(units) == 1:
            return code
        mark = self.watch(before)
        for right, factor in units[1:]:
            code = self.product("", code, right, mark, self.watch(factor))
            mark = None
        return code

    def units(self, factors: list[t.Node]) -> list[tuple[Code, t.Node]]:
        """The factors of a product, functions with their arguments taken together."""
        found: list[tuple[Code, t.Node]] = []
        while factors:
            start = len(factors)
            whole = list(factors)
            code = self.unit(factors)
            taken = whole[: start - len(factors)]
            found.append((code, taken[0] if len(taken) == 1 else t.Juxtaposed(tuple(taken))))
        return found

    def unit(self, factors: list[t.Node]) -> Code:
        """Takes one factor off the front, with its argument if it is a function or an operator."""
        head = factors.pop(0)
        if isinstance(head, t.Derivative):
            self.check_sign(head)
        if isinstance(head, t.Derivative) and head.of is None:
            return self.operator(head, factors)
        if (
            isinstance(head, t.Derivative)
            and factors
            and as_group(factors[0])
            and not self.is_transposed(factors[0])
        ):
            return self.derivative_at(head, factors)
        definition = self.context.find(factors[0].latex()) if factors else None
        if head == t.Name("\\nabla") and self.is_slope(factors):
            return self.unit([*self.slope(factors)])
        if head == t.Name("\\nabla") and definition is not None and definition.arguments is not None:
            return self.slopes(definition, factors)
        if (by := nabla(head)) is not None:
            if not factors:
                raise EquationError("a gradient of nothing")
            return self.derivative_of(factors.pop(0), (by,), "\\nabla")
        if factors and (asked := indicated(head, factors[0])) is not None:
            factors.pop(0)
            return self.indicator(asked)
        if isinstance(head, t.Scripted) and head.sub is not None and head.base.latex() in WHERE and factors:
            return self.extreme_over(head.base.latex(), head.sub, factors)
        if eigenvalue(head) and factors and as_group(factors[0]) is not None:
            return self.eigenvalue(head, factors)
        if head == t.Name("\\operatorname{diag}") or head == t.Word("diag"):
            return self.diagonal(self.code(argument(head, factors)))
        if statistic(head, self.notation) is not None:
            return self.statistic_of(head, factors)
        base = head.base if isinstance(head, t.Scripted) else head
        if self.function_of(base) is not None and not self.is_value(head, factors):
            return self.application(head, factors)
        name = base.latex()
        undefined = name not in self.bound and self.context.find(name) is None
        if name in self.notation.function_letters and undefined and factors and as_group(factors[0]):
            return self.any_function(head, name, factors)
        if factors and (group := as_group(factors[0])) is not None:
            return self.factor(head, group, factors[0])
        return self.code(head)

    def eigenvalue(self, head: t.Node, factors: list[t.Node]) -> Code:
        r"""``\lambda_{\max}(A)``; the power behind it."""
        assert isinstance(head, t.Scripted)
        after = factors[0]
        group = as_group(factors.pop(0))
        if group is None or len(group.items) != 1:
            raise EquationError(f"{head.latex()} is one of one matrix")
        body, largest_one = self.code(group.items[0]), head.sub == t.Name("\\max")

        def value(inst: Instance) -> Value:
            return linear.eigenvalue(body(inst), largest_one)

        return self.scripts(value, after) if isinstance(after, t.Scripted) else value

    def is_slope(self, factors: list[t.Node]) -> bool:
        r"""Whether ``C(\theta)`` follows a nabla: a function, and the place where its gradient is taken."""
        group = as_group(factors[1]) if len(factors) > 1 else None
        if group is not None and isinstance(found := self.function_of(factors[0]), Definition):
            return found.arguments is not None and len(found.arguments) == 1
        known = self.function_of(factors[0]) or factors[0].latex() in self.notation.function_letters
        return group is not None and bool(known)

    def slope(self, factors: list[t.Node]) -> Iterator[t.Node]:
        r"""``\nabla C(\theta)`` as ``C'(\theta)``, taken off the front."""
        name, at = factors.pop(0), factors.pop(0)
        group = as_group(at)
        if group is None or len(group.items) != 1:
            raise EquationError(
                f"\\nabla {name.latex()}{at.latex()}: a gradient at a place is read for one number"
            )
        yield from (t.Scripted(name, 1), at)

    def is_value(self, head: t.Node, factors: list[t.Node]) -> bool:
        """Whether a page's function stands without its argument."""
        base = head.base if isinstance(head, t.Scripted) else head
        return self.is_function_on_page(base.latex()) and not (factors and as_group(factors[0]))

    def function_of(self, base: t.Node) -> Callable[..., Value] | Function | Definition | str | None:
        """The function that a name stands for, if it is one."""
        text = base.text if isinstance(base, (t.Name, t.Word)) else base.latex()
        definition = self.context.find(text) or self.context.find(base.latex())
        if definition is not None:
            return definition if definition.arguments is not None else None
        if text in self.bound:
            return None
        if text in self.notation.function:
            return self.notation.function[text]
        if text in PREFIX:
            return PREFIX[text]
        if isinstance(base, t.Word) and text in STANDARD and base.latex() not in self.notation.by_base:
            return STANDARD[text]
        if text in EXTREMES:
            return text
        if text == "\\Sigma" and "\\sigma" in self.notation.function:
            return text
        return None

    def bare_function(self, node: t.Node) -> Code:
        """A page's function without argument: its value at the symbols that its parameters are called."""
        definition = self.context.find(node.latex())
        if definition is None or definition.arguments is None:
            raise EquationError(f"{node.latex()} needs its argument in brackets")
        self.use(definition)
        names, body = self.functions[definition.name]
        values = [self.symbol_value(t.Name(name)) for name in names]

        def value(inst: Instance) -> Value:
            with inst.only_bound({name: code(inst) for name, code in zip(names, values, strict=True)}):
                return body(inst)

        return value

    def application(self, head: t.Node, factors: list[t.Node]) -> Code:
        base = head.base if isinstance(head, t.Scripted) else head
        function = self.function_of(base)
        primes = head.primes if isinstance(head, t.Scripted) else 0
        sub = head.sub if isinstance(head, t.Scripted) else None
        sup = head.sup if isinstance(head, t.Scripted) else None
        if not factors:
            raise EquationError(f"{head.latex()} without an argument")
        name = base.latex()
        if isinstance(function, str) and function in EXTREMES:
            return self.extreme(function, sub, factors)
        base_of_log = self.code(sub) if sub is not None and name == "\\log" else None
        if sub is not None and base_of_log is None:
            raise EquationError(f"{head.latex()} has no subscript")
        after: t.Scripted | None = None
        group = as_group(factors[0])
        if group is not None:
            if isinstance(factors[0], t.Scripted):
                after = factors[0]
            factors.pop(0)
            arguments = [self.code(item) for item in group.items]
        elif name in PREFIX or function in linear.FUNCTIONS.values():
            arguments = [self.unit(factors)]
            if factors and not self.begins_function(factors[0]):
                raise EquationError(f"where does the argument of {name} end? write brackets")
        else:
            raise EquationError(f"{name} needs its argument in brackets")
        code = self.called(function, name, primes, arguments)
        if base_of_log is not None:
            below = self.measured(self.caller(fn.log, name), name, [base_of_log])
            code = self.quotient(code, below, head)
        if sup is not None:
            if not isinstance(sup, t.Number) or primes or name not in PREFIX:
                raise EquationError(f"{head.latex()}: write the power after the bracket")
            code = self.raised(code, sup)
        return (
            code
            if after is None
            else self.scripts(code, after.with_(base=t.Juxtaposed((head, group or after.base))))
        )

    def begins_function(self, node: t.Node) -> bool:
        r"""Whether a factor can only begin anew, as in ``\\sin x \\cos x``."""
        base = node.base if isinstance(node, t.Scripted) else node
        return base.latex() in PREFIX and self.context.find(base.latex()) is None

    def any_function(self, head: t.Node, name: str, factors: list[t.Node]) -> Code:
        """A function that nothing defines stands for any differentiable one."""
        primes = head.primes if isinstance(head, t.Scripted) else 0
        if isinstance(head, t.Scripted) and (head.sub is not None or head.sup is not None):
            raise EquationError(f"nothing has defined the function {head.latex()}")
        argument = factors.pop(0)
        group = as_group(argument)
        assert group is not None
        codes = [self.code(item) for item in group.items]
        call = self.any_call(name)
        if primes and len(codes) != 1:
            raise EquationError(f"a prime on {name}, which takes {len(codes)} arguments")
        if primes:
            self.facts.derives = True
        code = (
            self.primed(call, primes, codes[0])
            if primes
            else lambda inst: call(inst, [c(inst) for c in codes])
        )
        return self.scripts(code, argument) if isinstance(argument, t.Scripted) else code

    def any_call(self, name: str) -> Call:
        """A function that nothing defines, as something that can be called."""
        self.facts.mentioned.add(f"{name}(…)")
        self.facts.any_functions.add(name)

        def call(inst: Instance, values: list[Value]) -> Value:
            budget.spend(10)
            return inst.any_function(name)([algebra.number(value) for value in values])

        return call

    def call_of(self, function: Any, name: str, count: int) -> Call:
        """A function of the page or the table, as something that can be called with so many arguments."""
        if isinstance(function, Definition):
            self.use(function)
            names, body = self.functions[function.name]
            if count != len(names):
                raise EquationError(f"{name} takes {len(names)} arguments, not {count}")
            return self.page_function(name, names, body)
        if count != 1:
            raise EquationError(f"{name} takes one argument, not {count}")
        if isinstance(function, Function):
            if len(function.choices) > 1:
                self.facts.mentioned.add(name)
            self.facts.features.add(name)
        return self.caller(function, name)

    def page_function(self, name: str, names: tuple[str, ...], body: Code) -> Call:
        """A function of the page;
        one that stands for a function of the table goes entry by entry as that does.
        """
        tabled = name in self.notation.function

        def call(inst: Instance, values: list[Value]) -> Value:
            budget.spend()
            if tabled and np.ndim(values[0]):
                return entrywise(inst, body, names[0], values[0])
            with inst.only_bound(dict(zip(names, values, strict=True))):
                return body(inst)

        return call

    def called(self, function: Any, name: str, primes: int, arguments: list[Code]) -> Code:
        """A function (or its derivative) applied to its arguments."""
        call = self.call_of(function, name, len(arguments))
        if function == "\\Sigma":
            if primes != 1:
                raise EquationError("\\Sigma stands for a matrix only as \\Sigma'(z)")
            self.facts.mentioned.add("\\sigma")
            return self.diagonal(
                self.primed(self.caller(self.notation.function["\\sigma"], "\\sigma"), 1, arguments[0], True)
            )
        if primes and function in linear.FUNCTIONS.values():
            raise EquationError(f"a prime on {name}, which is a function of a matrix")
        if primes == 0:
            return self.measured(call, name, arguments)
        if len(arguments) != 1:
            raise EquationError(f"a prime on {name}, which takes {len(arguments)} arguments")
        self.facts.derives = True
        return self.primed(call, primes, arguments[0], isinstance(function, Function))

    @staticmethod
    def measured(call: Call, name: str, arguments: list[Code]) -> Code:
        """A call, with an estimate of what rounding in its arguments does to its value."""

        def value(inst: Instance) -> Value:
            found = [apart(inst, code) for code in arguments]
            result = call(inst, [item for item, _ in found])
            scale = max(inner for _, inner in found)
            if scale and name in ("\\exp", "\\sigma"):
                raise_scale(inst, scale * largest(result))
            elif scale and name in ("\\log", "\\ln"):
                raise_scale(inst, scale / max(float(np.min(np.abs(np.real(found[0][0])))), 1e-300))
            elif scale:
                raise_scale(inst, scale * max(1.0, largest(result)))
            return result

        return value

    def caller(self, function: Any, name: str) -> Call:
        if isinstance(function, Function):
            self.facts.pieces = self.facts.pieces or bool(function.kinks)
            latex, kinks, bound = function.latex, function.kinks, function.saturates
            single = function.choices[0] if len(function.choices) == 1 else None
            whole = function.whole

            def table(inst: Instance, values: list[Value]) -> Value:
                budget.spend(10)
                chosen = single or inst.choice(latex)
                for kink in kinks:
                    inst.near_kink(values[0] - kink)
                if bound < np.inf and np.any(np.abs(np.real(values[0])) > bound):
                    inst.saturated = True
                if whole and algebra.is_number(values[0]):
                    raise ShapeError(f"{name} takes a column, not a number")
                return chance.lifted(chosen)(values[0])

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

    def primed(self, call: Call, primes: int, argument: Code, stated: bool = False) -> Code:
        """The derivative of a function where its argument is, entry by entry.

        At a kink there is none, unless the table has stated one.
        """

        def derive_at(inst: Instance, point: Value, order: int) -> Value:
            if order == 0:
                return call(inst, [point])
            kept = inst.kink
            value = derive.along(inst, lambda step: derive_at(inst, point + step, order - 1))
            if stated and order == 1 and inst.deriving == 0:
                inst.kink = kept
            return value

        return lambda inst: derive_at(inst, argument(inst), primes)

    def diagonal(self, value: Code) -> Code:
        def matrix(inst: Instance) -> Value:
            inner = value(inst)
            if np.ndim(inner) != 2 or np.shape(inner)[1] != 1:
                raise ShapeError(f"a diagonal matrix is made of a column, not of {algebra.shape(inner)}")
            return np.diag(inner[:, 0])

        return matrix

    def extreme(self, name: str, sub: t.Node | None, factors: list[t.Node]) -> Code:
        """``\\max(x, y)``, ``\\max_j z_j``."""
        pick = EXTREMES[name]
        self.facts.pieces = True
        if sub is not None:
            return self.extreme_over(name, sub, factors)
        group = as_group(factors[0])
        if group is None or not isinstance(factors[0], t.Group):
            raise EquationError(f"{name} needs its arguments in brackets")
        factors.pop(0)
        codes = [self.code(item) for item in group.items]
        if len(codes) < 2:
            raise EquationError(f"{name} of one thing")

        def value(inst: Instance) -> Value:
            values = [code(inst) for code in codes]
            best = values[0]
            for other in values[1:]:
                if np.shape(best) != np.shape(other) and np.ndim(best) and np.ndim(other):
                    raise ShapeError(f"{name} of {algebra.shape(best)} and {algebra.shape(other)}")
                inst.near_kink(best - other)
                best = chance.lifted(pick)(best, other)
            return best

        return value


def as_group(node: t.Node) -> t.Group | None:
    inner = node.base if isinstance(node, t.Scripted) else node
    if (
        isinstance(inner, t.Group)
        and not (inner.is_floor or inner.is_product)
        and not any(isinstance(item, t.Chain) for item in inner.items)
    ):
        return inner
    return None


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


def eigenvalue(head: t.Node) -> bool:
    r"""``\lambda_{\max}`` and ``\lambda_{\min}``."""
    return isinstance(head, t.Scripted) and head in (
        t.Scripted(t.Name("\\lambda"), 0, t.Name("\\max")),
        t.Scripted(t.Name("\\lambda"), 0, t.Name("\\min")),
    )


def nabla(node: t.Node) -> t.Node | None:
    if (
        isinstance(node, t.Scripted)
        and node.base == t.Name("\\nabla")
        and node.sup is None
        and not node.primes
    ):
        return node.sub
    if node == t.Name("\\nabla"):
        raise EquationError("a gradient names its variable: \\nabla_a C")
    return None
