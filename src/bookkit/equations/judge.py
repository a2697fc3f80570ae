"""The judge: walks through an equation, statement by statement, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from bookkit import notations
from bookkit.equations import algebra, assumptions, budget, linear, orders, sizes, suppositions
from bookkit.equations import tree as t
from bookkit.equations.abstract import with_arguments
from bookkit.equations.arrows import Arrows
from bookkit.equations.budget import BudgetError
from bookkit.equations.context import Context, Definition
from bookkit.equations.descent import FREE
from bookkit.equations.dots import filled
from bookkit.equations.draw import Instance, Key
from bookkit.equations.errors import EquationError
from bookkit.equations.evaluate import Compiler
from bookkit.equations.lexer import directives, tokens
from bookkit.equations.parse import parse
from bookkit.equations.parts import Code, index_items
from bookkit.equations.spellings import rebuilt, spelled
from bookkit.equations.statistics import statistic
from bookkit.equations.symbols import STEPS_AT_ONCE
from bookkit.equations.trial import ORDER, Trial
from bookkit.equations.updates import Update, derived_goal
from bookkit.equations.verdict import BREAKDOWN, Claim, Status, Verdict
from bookkit.notations import declared
from bookkit.notations.table import Notation, Symbol

Value = Any
TRANSPOSED = t.Name("\\top")
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


def check(
    latex: str | t.Tree,
    notation: str | Notation = "calculus",
    context: Context | None = None,
    draws: int = 20,
    seed: int = 0,
    symbols: Mapping[str, str] | None = None,
) -> Verdict:
    """Judges every claim of an equation; never raises for what an author may write.

    ``symbols`` are the page's own, beside those of the table.
    The verdict carries the context after the equation: its definitions, given values and updates.
    """
    context = context or Context()
    try:
        said = directives(latex) if isinstance(latex, str) else latex.directives
        reason = next((item.value for item in said if item.key == "unchecked"), None)
        if reason is not None:  # an exempt equation may be one that cannot even be read
            if not reason:
                raise EquationError("% unchecked: needs a reason")
            return Verdict("unchecked", reason=reason, context=context)
        fragment = next((item.value for item in said if item.key == "fragment"), None)
        if fragment is not None and isinstance(latex, str):
            return Verdict("unchecked", reason=_fragment(latex, fragment), context=context)
        tree = parse(latex) if isinstance(latex, str) else latex
        table = tree.directive("notation") or notation
        chosen = notations.get(table) if isinstance(table, str) else table
        chosen = declared.extended(chosen, symbols or {}, strict=table == notation)
        with budget.of_equation() as left:
            verdict = _Judge(spelled(tree, chosen, context), chosen, context, draws, seed).run()
            return replace(verdict, cost=left.limit - left.left)
    except (EquationError, notations.UnknownNotationError, declared.DeclarationError) as error:
        return Verdict("error", reason=str(error), context=context)
    except RecursionError:
        return Verdict("error", reason="nested too deep", context=context)
    except Exception as error:  # a mistake of the proof-reader: readers get no traceback, tests look for it
        return Verdict("error", reason=f"{BREAKDOWN}: {type(error).__name__}: {error}", context=context)


def marked(said: tuple[t.Directive, ...]) -> bool:
    """Whether an author has marked a formula, as exempt or as a fragment."""
    return any(item.key in ("unchecked", "fragment") for item in said)


def _fragment(latex: str, reason: str) -> str:
    """Why a formula is only a part of one; a part claims nothing, so no relation and no word is in it."""
    if not reason:
        raise EquationError("% fragment: needs a reason")
    for token in tokens(latex):
        if token.kind in ("REL", "TEXT", "WORD", "CASES"):
            raise EquationError(f"{token.text!r} in a fragment: a fragment claims nothing", latex, token.at)
    try:
        parse(latex)
    except EquationError:
        return f"a fragment: {reason}"
    raise EquationError("this is no fragment: it can be read as it is", latex, 0)


class _Judge:
    """Walks through the statements of one equation."""

    def __init__(self, tree: t.Tree, notation: Notation, context: Context, draws: int, seed: int) -> None:
        self.tree, self.notation, self.context = tree, notation, context
        self.draws, self.seed = draws, seed
        self.claims: list[Claim] = []
        self.after: list[tuple[Key, float | None]] = []
        self.with_step: bool | None = None
        self.arrows = Arrows(tree, notation)

    def run(self) -> Verdict:
        for statement in self.tree.statements:
            self.statement(statement)
        for key, value in self.after:
            self.context = self.context.forget(key) if value is None else self.context.give(key, value)
        states = [claim.status for claim in self.claims]
        status: Status = "error" if "error" in states else "false" if "false" in states else "true"
        return Verdict(status, tuple(self.claims), context=self.context)

    def same(self, left: t.Node, right: t.Node) -> bool:
        """Whether two terms have one value on a few draws; that is how dots are understood."""
        try:
            trial = self.trial(left, "=", right, t.Statement(t.Chain(left)))
            good = 0
            for number in range(12):
                outcome = trial.run(trial.instance(number))
                if outcome.fault or (outcome.valid and not outcome.holds):
                    return False
                good += outcome.valid
        except EquationError:
            return False
        return good >= 4

    def statement(self, statement: t.Statement) -> None:
        try:
            statement = with_arguments(statement, self.notation, self.context)
            statement = filled(statement, self.same, self.notation)
        except EquationError as error:
            self.claims.append(Claim(statement.latex(), "=", "error", str(error)))
            return
        if any(isinstance(part, t.Signed) for part in statement.chain.walk()):
            self.both_signs(statement)
            return
        left = statement.chain.first
        for step in statement.chain.steps:
            text = f"{left.latex()} {step.sign} {step.right.latex()}"
            try:
                self.claims.append(self.step_supposed(statement, left, step, text))
            except BudgetError as error:
                self.claims.append(Claim(text, step.sign, "error", error.reason))
            except EquationError as error:
                self.claims.append(Claim(text, step.sign, "error", str(error)))
            left = step.right

    def both_signs(self, statement: t.Statement) -> None:
        r"""A statement with ``\pm`` is two: with all upper signs, and with all lower ones."""
        if any(step.sign not in ("=", *ORDER) for step in statement.chain.steps):
            text = statement.chain.latex()
            why = "± is read in equations and inequalities, for both signs"
            self.claims.append(Claim(text, statement.chain.steps[0].sign, "error", why))
            return
        for upper in ("\\pm", "\\mp"):

            def chosen(node: t.Node, upper: str = upper) -> t.Node:
                if not isinstance(node, t.Signed):
                    return node
                return node.body if node.mark == upper else t.Negative(node.body)

            self.statement(rebuilt(statement, chosen))

    def step_supposed(self, statement: t.Statement, left: t.Node, step: t.Step, text: str) -> Claim:
        """One step of a chain, where conditions may say what a letter stands for here."""
        if step.sign not in ("=", "\\approx", "\\neq", *ORDER):
            return self.step(statement, left, step, text)
        taken = suppositions.supposed(statement, self.may_be_said)
        letters = self.notation.function_letters
        free = tuple(name for name in letters if not self.context.knows(name))
        claim = taken.statement.with_(chain=t.Chain(left, (step,)))
        any_ones = suppositions.undeclared(claim, self.may_be_said, free, taken.definitions)
        kept = self.context
        try:
            for name, right in (*taken.definitions, *any_ones):
                self.context = self.context.define(self.definition(name, right))
            if taken.small is not None:
                return self.dual(taken, left, step, text)
            verdict = self.step(taken.statement, left, step, text)
        finally:
            self.context = kept
        if any_ones and verdict.status == "false" and not suppositions.is_a_rule(claim):
            return self.step(taken.statement, left, step, text)  # which says what has not been declared
        return verdict

    def dual(self, taken: suppositions.Supposed, left: t.Node, step: t.Step, text: str) -> Claim:
        """A claim up to the square of a letter; a number whose square is 0 would be 0 itself."""
        assert taken.small is not None
        trial = self.trial(left, "=", step.right, taken.statement)
        claim = orders.judge(trial, orders.Order(taken.small, 2), text)
        if claim.status == "false":
            zero = t.Chain(taken.small, (t.Step("=", t.Number("0")),))
            conditions = (*taken.statement.conditions, zero)
            plain = self.trial(left, "=", step.right, taken.statement.with_(conditions=conditions))
            if plain.judge(text).status == "true":
                raise EquationError(
                    f"true for the number {taken.small.latex()} = 0, and false where only its square is 0"
                )
        return claim

    def may_be_said(self, node: t.Node) -> bool:
        """Whether a condition may say what a letter is: any number, or any function, that nothing defines."""
        if not self.is_free(node):
            return False
        if isinstance(node, t.Juxtaposed):
            return True
        symbol = self.notation.by_base.get(node.latex())
        return symbol is not None and symbol.draw in FREE and not symbol.shape and not symbol.time

    def step(self, statement: t.Statement, left: t.Node, step: t.Step, text: str) -> Claim:
        if self.arrows.assigns(left, step.sign):
            return self.step_in_time(left, step, text, statement)
        if step.sign == "\\coloneqq":
            return self.define(left, step.right, text, statement)
        if step.sign == "\\leftarrow":
            return self.update(left, step.right, text)
        if step.sign not in ("=", "\\approx", "\\in", "\\neq", *ORDER):
            raise EquationError(f"{step.sign} cannot be judged")
        if step.sign == "=" and (parts := orders.split(step.right, self.knows)) is not None:
            rest, order = parts
            self.is_no_definition(left, rest)
            return orders.judge(self.trial(left, "=", rest, statement), order, text)
        claim = self.trial(left, step.sign, step.right, statement).judge(text)
        alone = left is statement.chain.first and not statement.conditions
        if claim.status == "false" and step.sign == "=" and alone:
            self.is_no_definition(left, step.right)
        return claim

    def knows(self, name: str) -> bool:
        """Whether the page or a row of the table has a letter, so that it is no sign of small order."""
        symbol = self.notation.by_base.get(name)
        return self.context.knows(name) or (symbol is not None and symbol.base == name)

    def is_no_definition(self, left: t.Node, right: t.Node) -> None:
        """What nothing has defined is not false where a line seems to define it: = only claims."""
        if isinstance(left, t.Scripted) and left.sup == TRANSPOSED and left.sub is None:
            left = left.base  # the transpose of what may be anything may be anything
        if left not in right.walk() and self.is_free(left):
            what = "function" if isinstance(left, t.Juxtaposed) else "value"
            raise EquationError(
                f"{left.latex()} may be any {what} here: nothing has defined it."
                f" If this line defines it, write {left.latex()} \\coloneqq …; = is for claims"
            )

    def is_free(self, node: t.Node) -> bool:
        """Whether a lone symbol, or a function of letters, is one that neither page nor table defines."""
        if isinstance(node, t.Juxtaposed):
            head, *rest = node.factors
            group = rest[0] if len(rest) == 1 else None
            letters = isinstance(group, t.Group) and all(isinstance(item, t.Name) for item in group.items)
            if not letters or self.context.find(head.latex()) or head.latex() in self.notation.function:
                return False
            symbol = self.notation.by_base.get(head.latex())
            drawn = symbol is not None and symbol.draw is not None
            return isinstance(head, t.Name) and (drawn or head.latex() in self.notation.function_letters)
        if not isinstance(node, (t.Name, t.Accent, t.Scripted)):
            return False
        compiler = Compiler(self.notation, self.context)
        compiler.note_letters(node)
        found = compiler.ref(node)
        if found is None or found[1] is not None or found[0].symbol is None:
            return False
        ref, symbol = found[0], found[0].symbol
        drawn = symbol.draw is not None or symbol.size
        return drawn and not self.context.knows(ref.name)

    def trial(self, left: t.Node, sign: str, right: t.Node, statement: t.Statement) -> Trial:
        return Trial(self.notation, self.context, left, sign, right, statement, self.draws, self.seed)

    # --- definitions ------------------------------------------------------------------------------

    def define(self, left: t.Node, right: t.Node, text: str, statement: t.Statement) -> Claim:
        """A new name, a given value; for what the table already fixes, a claim."""
        if assumptions.defines_itself(left, right, self.notation, self.context):
            return self.trial(left, "=", right, statement).judge(text, kind="\\coloneqq")
        if (said := assumptions.given(left, right, self.notation)) is not None:
            self.context, draws = self.assumed(said)
            return Claim(text, "\\coloneqq", "true", draws=draws)
        base = left.factors[0] if isinstance(left, t.Juxtaposed) else left
        base = base.base if isinstance(base, t.Scripted) else base
        name = base.latex()
        function = self.notation.function.get(base.text if isinstance(base, (t.Word, t.Name)) else name)
        symbol = self.notation.by_base.get(name)
        if statistic(base, self.notation) is not None:
            raise EquationError(f"{name} has a fixed meaning in this table and cannot be defined")
        timed = isinstance(left, t.Scripted) and symbol is not None and symbol.time
        if name in RESERVED or (name in self.notation.indices and not timed):
            raise EquationError(f"{name} has a fixed meaning and cannot be defined")
        primed = (
            isinstance(left, t.Juxtaposed)
            and isinstance(left.factors[0], t.Scripted)
            and left.factors[0].primes
        )
        fixed = (
            (function is not None and not function.free)
            or (symbol is not None and self.is_fixed(symbol))
            or primed
        )
        if fixed:
            return self.trial(left, "=", right, statement).judge(text, kind="\\coloneqq")
        if symbol is not None and symbol.size:
            return self.give_size(left, right, symbol, text)
        if symbol is not None and (layer := sizes.layer_of(left, symbol)) is not None:
            return self.give_layer(symbol, layer, right, text)
        definition = self.definition(left, right)
        if any(part == left for part in right.walk()) and self.context.find(definition.name) is None:
            raise EquationError(
                f"{left.latex()} is defined by itself; a new value is written with \\leftarrow"
            )
        compiler = Compiler(self.notation, self.context)
        if definition.arguments is None and not definition.sub and definition.sup is None:
            code = compiler.side(right)
            facts = compiler.facts
            if facts.free:
                raise EquationError(f"a free index {next(iter(facts.free))} in a definition")
            given = symbol is not None and symbol.law is None and not self.is_start(left, symbol, right)
            if not facts.mentioned and given and symbol is not None:
                value = self.at_given(compiler, code)
                if value is None or not np.all(np.isfinite(value)):
                    raise EquationError(f"{right.latex()} has no value")
                if np.ndim(value) == 0:
                    self.context = self.context.give(self.given_key(left), float(np.real(value)))
                    return Claim(text, "\\coloneqq", "true", draws=1)
        wider = self.context.define(definition)
        draws = self.try_definition(definition, wider)
        self.context = wider
        return Claim(text, "\\coloneqq", "true", draws=draws)

    @staticmethod
    def is_start(left: t.Node, symbol: Symbol, right: t.Node) -> bool:
        """Whether that is where a sequence starts: it is how the sequence is made, and no example."""
        start = isinstance(left, t.Scripted) and left.sub == t.Number("0")
        return symbol.time and isinstance(left, t.Scripted) and (start or right == t.Number("0"))

    def give_size(self, left: t.Node, right: t.Node, symbol: Symbol, text: str) -> Claim:
        """A size by number, for the claims below that name sizes by their numbers."""
        known = sizes.given_in(self.context, self.notation)
        key, value = sizes.key_of(left, symbol, known), sizes.value_of(right, left)
        sizes.check_layers({**known, key: value})
        self.context = self.context.give(key, value)
        return Claim(text, "\\coloneqq", "true", draws=1)

    def assumed(self, said: Definition) -> tuple[Context, int]:
        """The context with a variance or a mean fixed, which must make sense."""
        wider = self.context.define(said)
        return wider, self.try_definition(said, wider)

    def give_layer(self, symbol: Symbol, layer: int, right: t.Node, text: str) -> Claim:
        """A value for the number that a symbol is in one layer: ``w^2 \\coloneqq 0.5``."""
        depth = sizes.given_in(self.context, self.notation).get(("L", None, ()))
        if layer < symbol.first or (depth is not None and layer > depth):
            raise EquationError(
                f"{symbol.base}^{layer} does not exist (layers {symbol.first} to {depth or 'L'})"
            )
        compiler = Compiler(self.notation, self.context)
        value = self.at_given(compiler, compiler.side(right))
        if compiler.facts.mentioned or np.ndim(value) != 0:
            raise EquationError(f"{symbol.base}^{layer} is given a number, not {right.latex()}")
        self.context = self.context.give((symbol.base, layer, ()), float(np.real(value)))
        return Claim(text, "\\coloneqq", "true", draws=1)

    def is_fixed(self, symbol: Symbol) -> bool:
        return (
            not symbol.free
            and symbol.law is None
            and (symbol.rule is not None or symbol.gradient is not None)
        )

    def given_key(self, left: t.Node) -> Key:
        compiler = Compiler(self.notation, Context(given=self.context.given))
        found = compiler.ref(left)
        if found is None or found[1] is not None or found[0].place is not None:
            raise EquationError(f"{left.latex()} cannot be given a value")
        return found[0].key(Instance(self.notation, (self.seed,)))

    def at_given(self, compiler: Compiler, code: Code) -> Value:
        """The value at the given point, None where something is not given."""
        inst = Instance(
            self.notation, (self.seed, 0), frozenset(compiler.facts.features), compiler.nodes,
            dict(self.context.given), frozenset(compiler.facts.integers), choices=compiler.choices,
        )  # fmt: skip
        with np.errstate(all="ignore"):
            value = code(inst)
        if any(key not in inst.given for key in inst.used):
            return None
        if not np.all(np.isfinite(value)):
            raise EquationError("no value at the given point")
        return value

    def definition(self, left: t.Node, right: t.Node) -> Definition:
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
            return self.family(left, right)
        raise EquationError(f"{left.latex()} is no name that can be defined")

    def family(self, left: t.Scripted, right: t.Node) -> Definition:
        letters = self.notation.indices
        items = index_items(left.sub, None)
        sub = tuple(item.text for item in items if isinstance(item, t.Name) and item.text in letters)
        sup = left.sup.text if isinstance(left.sup, t.Name) and left.sup.text in letters else None
        if left.sub is not None and not sub and left.sup is None:
            return Definition(left.latex(), right)
        if (left.sub is not None and len(sub) != len(items)) or (left.sup is not None and sup is None):
            raise EquationError(f"{left.latex()} is no name that can be defined")
        return Definition(left.base.latex(), right, sub=sub, sup=sup)

    def try_definition(self, definition: Definition, context: Context) -> int:
        """A definition must make sense: its symbols are known and its shapes fit."""
        compiler = Compiler(self.notation, context)
        compiler.override()
        compiler.use(definition)
        if definition.arguments is not None or definition.sub or definition.sup:
            return 0
        good = 0
        long = len(compiler.nodes) > STEPS_AT_ONCE  # a chain is not to take longer with each link
        for number in range(min(self.draws, 2) if long else self.draws):
            inst = Instance(
                self.notation, (self.seed, number), frozenset(compiler.facts.features), compiler.nodes,
                integers=frozenset(compiler.facts.integers), choices=compiler.choices,
                sizes=sizes.given_in(context, self.notation),
            )  # fmt: skip
            with np.errstate(all="ignore"):
                value = inst.value((definition.name, None, ()))
            self.keeps_shape(definition.name, value)
            good += bool(np.all(np.isfinite(value)))
        if not good:
            raise EquationError("no value on any draw")
        return good

    def keeps_shape(self, name: str, value: Value) -> None:
        """What the table says to be a number, the page cannot make an array of."""
        if isinstance(value, linear.Identity):
            raise EquationError(f"{name} is an identity matrix; how large is it? write I_n")
        symbol = self.notation.by_base.get(name)
        if symbol is not None and not symbol.shape and np.size(value) != 1:
            raise EquationError(f"{name} is a number, and here it is given {algebra.shape(value)}")

    def step_in_time(self, left: t.Node, step: t.Step, text: str, statement: t.Statement) -> Claim:
        """One line of an algorithm: it tells how a sequence goes on, or repeats what the page has told."""
        now, right = self.arrows.stamped(left, step.right, self.context)
        known = self.context.find(left.latex())
        if known is not None and not known.by_arrow:
            return self.trial(now, "=", right, statement).judge(text, kind=step.sign)
        claim = self.define(now, right, text, statement)
        made = self.context.find(left.latex())
        if claim.status == "true" and made is not None:
            self.context = self.context.define(replace(made, by_arrow=True))
        return replace(claim, kind=step.sign)

    # --- updates ----------------------------------------------------------------------------------

    def update(self, left: t.Node, right: t.Node, text: str) -> Claim:
        """A step must move what its comment names in the direction that it says, for every draw."""
        up, down = self.tree.directive("increases"), self.tree.directive("decreases")
        if up is not None and down is not None:
            raise EquationError("an update either increases or decreases what it is for")
        goal = self.said_goal(up or down or "") if up or down else derived_goal(left, right, self.notation)
        compiler = Compiler(self.notation, self.context)
        compiler.note_letters(left)
        found = compiler.ref(left)
        if found is None or found[1] is not None:
            raise EquationError(f"{left.latex()} is no symbol that can be updated")
        ref = found[0]
        if self.context.find(ref.name) is not None or (ref.symbol is not None and ref.symbol.draw is None):
            raise EquationError(f"{left.latex()} is computed from others and cannot be updated")
        new, objective = compiler.side(right), compiler.side(goal, watch=False)
        step = Update(
            self.notation,
            self.context,
            self.draws,
            self.seed,
            compiler,
            ref,
            new,
            objective,
            1 if up is not None else -1,
            self.sizes_for(left, right),
        )
        self.one_step(text, compiler.facts.mentioned)
        claim = step.judge(text)
        if not compiler.facts.free and ref.place is None:
            self.after.append(step.given_after())
        return claim

    def said_goal(self, text: str) -> t.Node:
        """What a comment says that an update is for."""
        goal = parse(text)
        if len(goal.statements) != 1 or goal.statements[0].chain.steps:
            raise EquationError(f"% increases/decreases: names one quantity, not {text!r}")
        chain = spelled(goal, self.notation, self.context).statements[0].chain
        return chain.first

    def sizes_for(self, *sides: t.Node) -> dict[Key, int] | None:
        """The given sizes, where an update names some by their numbers."""
        named = any(sizes.names_a_size(side, self.notation, self.context) for side in sides)
        return sizes.given_in(self.context, self.notation) if named else None

    def one_step(self, text: str, mentioned: set[str]) -> None:
        """The updates of one equation are one step: all have a step size, or none has."""
        table = self.notation.by_base
        uses = any(table[name].step for name in mentioned if name in table)
        if self.with_step is not None and uses != self.with_step:
            raise EquationError("some updates of this equation have a step size and some have none")
        self.with_step = uses
