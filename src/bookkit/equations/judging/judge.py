"""The judge: walks through an equation, statement by statement, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bookkit import notations
from bookkit.equations.drawing import budget
from bookkit.equations.drawing.budget import BudgetError
from bookkit.equations.judging import (
    domains,
    doubts,
    elsewhere,
    fellows,
    first_lines,
    labels,
    meanings,
    minimizers,
    numerals,
    orders,
    starts,
    usual_readings,
)
from bookkit.equations.judging.approximations import approximated
from bookkit.equations.judging.case import Case
from bookkit.equations.judging.comparing import ORDER
from bookkit.equations.judging.definitions import define, definition_of
from bookkit.equations.judging.descent import FREE
from bookkit.equations.judging.judgement import Judgement
from bookkit.equations.judging.manner import HERE, Manner
from bookkit.equations.judging.powers_of_functions import refuse_if_a_power
from bookkit.equations.judging.updates import judge_update
from bookkit.equations.judging.verdict import BREAKDOWN, Claim, Status, Verdict
from bookkit.equations.reading import names_with_d, suppositions
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.arrows import Arrows
from bookkit.equations.reading.bare_functions import with_arguments
from bookkit.equations.reading.context import Context
from bookkit.equations.reading.directives import (
    FRAGMENT,
    NOTATION,
    UNCHECKED,
    directives,
    value_of,
)
from bookkit.equations.reading.dots import filled
from bookkit.equations.reading.lexer import tokens
from bookkit.equations.reading.naming import named
from bookkit.equations.reading.parse import parse
from bookkit.equations.reading.rewriting import rebuilt
from bookkit.equations.reading.spellings import parted, spelled
from bookkit.notations import declared
from bookkit.notations.table import Notation
from bookkit.values.errors import EquationError

Value = Any


def check(
    latex: str | t.Tree,
    notation: str | Notation = "calculus",
    context: Context | None = None,
    draws: int = 20,
    seed: int = 0,
    symbols: Mapping[str, str] | None = None,
    manner: Manner = HERE,
) -> Verdict:
    """Judges every claim of an equation; never raises for what an author may write.

    ``symbols`` are the page's own, beside those of the table; ``manner`` is how its book writes.
    The verdict carries the context after the equation: its definitions, given values and updates.
    """
    context = context or Context()
    verdict = _check(latex, notation, context, draws, seed, symbols or {}, manner)
    if manner.elsewhere and verdict.status in ("error", "unchecked") and not verdict.claims:
        said = latex if isinstance(latex, str) else latex.latex()
        return replace(verdict, context=doubts.after_unread(context, notation, symbols or {}, said))
    return verdict


def _check(
    latex: str | t.Tree,
    notation: str | Notation,
    context: Context,
    draws: int,
    seed: int,
    symbols: Mapping[str, str],
    manner: Manner,
) -> Verdict:
    try:
        said = directives(latex) if isinstance(latex, str) else latex.directives
        reason = value_of(said, UNCHECKED)
        if reason is not None:  # an exempt equation may be one that cannot even be read
            if not reason:
                raise EquationError("% unchecked: needs a reason")
            return Verdict("unchecked", reason=reason, context=context)
        fragment = value_of(said, FRAGMENT)
        if fragment is not None and isinstance(latex, str):
            return Verdict("unchecked", reason=_fragment(latex, fragment), context=context)
        tree = parse(latex) if isinstance(latex, str) else latex
        table = tree.directive(NOTATION) or notation
        chosen = notations.get(table) if isinstance(table, str) else table
        clash = (
            declared.PAGE if manner.own_first else declared.REFUSED if table == notation else declared.TABLE
        )
        chosen = declared.extended(chosen, symbols, clash)
        if manner.elsewhere:
            labels.check_functions(tree, chosen, context)
            chosen = elsewhere.without_new_letters(chosen, context)
            tree = names_with_d.with_names(tree, chosen, context)
        with budget.of_equation() as left:
            tree = spelled(named(parted(tree), context, chosen, manner.elsewhere), chosen, context)
            verdict = _Judge(Case(tree, chosen, context, draws, seed), manner).run()
            return replace(verdict, cost=left.limit - left.left)
    except (EquationError, notations.UnknownNotationError, declared.DeclarationError) as error:
        return Verdict("error", reason=str(error), context=context)
    except RecursionError:
        return Verdict("error", reason="nested too deep", context=context)
    except Exception as error:  # a mistake of the proof-reader: readers get no traceback, tests look for it
        return Verdict("error", reason=f"{BREAKDOWN}: {type(error).__name__}: {error}", context=context)


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

    def __init__(self, case: Case, manner: Manner) -> None:
        self.case, self.manner = case, manner
        self.claims: list[Claim] = []
        self.arrows = Arrows(case.tree, case.notation)

    def run(self) -> Verdict:
        said = self.case.tree.statements
        for statement in first_lines.one_by_one(self.case, said) if self.manner.elsewhere else said:
            self.statement(statement)
        for key, value in self.case.after:
            self.case.context = (
                self.case.context.forget(key) if value is None else self.case.context.give(key, value)
            )
        states = [claim.status for claim in self.claims]
        status: Status = "error" if "error" in states else "false" if "false" in states else "true"
        return Verdict(status, tuple(self.claims), context=self.case.context)

    def same(self, left: t.Node, right: t.Node) -> bool:
        """Whether two terms have one value on a few draws; that is how dots are understood."""
        try:
            trial = self.case.trial(left, "=", right, t.Statement(t.Chain(left)))
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
            statement = with_arguments(statement, self.case.notation, self.case.context)
            statement = filled(statement, self.same, self.case.notation)
        except EquationError as error:
            self.claims.append(Claim(statement.latex(), "=", "error", str(error)))
            self.leave_doubts(statement.chain)
            return
        if any(isinstance(part, t.Signed) for part in statement.chain.walk()):
            self.both_signs(statement)
            return
        self.case.supposing = self.manner.supposing or elsewhere.is_behind_an_equation(self.claims)
        self.case.in_words = self.manner.in_words
        left = statement.chain.first
        for step in statement.chain.steps:
            text = f"{left.latex()} {step.sign} {step.right.latex()}"
            kept = self.case.notation
            try:
                claim = self.step_in_doubt(statement, left, step, text)
            except BudgetError as error:
                claim = Claim(text, step.sign, "error", error.reason)
            except EquationError as error:
                claim = Claim(text, step.sign, "error", str(error))
            if claim.status == "error":
                self.case.notation = kept
                self.leave_doubts(t.Chain(left, (step,)))
            self.claims.append(claim)
            left = step.right

    def leave_doubts(self, chain: t.Chain) -> None:
        """What has not been read may have said what a letter is."""
        if self.manner.elsewhere:
            self.case.context = doubts.after_error(self.case, chain)

    def step_in_doubt(self, statement: t.Statement, left: t.Node, step: t.Step, text: str) -> Claim:
        """One step of a chain, where lines that were not read may have said something of its letters."""
        if not self.manner.elsewhere:
            return self.step_supposed(statement, left, step, text)
        said = step.sign == "\\coloneqq" or (
            step.sign == "=" and first_lines.may_define(self.case, statement, left, step.right)
        )

        def judged(conditions: tuple[t.Chain, ...]) -> Claim:
            return self.step_supposed(statement.with_(conditions=conditions), left, step, text)

        if said and step.sign == "=":
            doubts.refuse_another_meaning(self.case, left)
        claimed = statement.with_(chain=t.Chain(left, (step,)))
        return doubts.judged(self.case, claimed, step.right if said else claimed, judged)

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
        defines = step.sign == "=" and self.manner.elsewhere
        if defines and first_lines.may_define(self.case, statement, left, step.right):
            if (known := self.true_of_the_known(statement, left, step, text)) is not None:
                return known
            meanings.check_definable(self.case, left)
            meaning = first_lines.meaning(self.case, statement, step)
            return self.defined_by_equals(left, meaning, text, statement)
        if defines and (more := domains.gone_on(self.case, statement, left, step.right)) is not None:
            self.case.context = self.case.context.define(more)
            return Claim(text, "\\coloneqq", "true")
        taken = suppositions.supposed(statement, self.may_be_said)
        letters = self.case.notation.function_letters
        free = tuple(name for name in letters if not self.case.context.knows(name))
        claim = taken.statement.with_(chain=t.Chain(left, (step,)))
        any_ones = suppositions.undeclared(claim, self.may_be_said, free, taken.definitions)
        kept = self.case.context
        try:
            for name, right in (*taken.definitions, *any_ones):
                self.case.context = self.case.context.define(definition_of(self.case, name, right))
            if taken.small is not None:
                return self.dual(taken, left, step, text)
            beside = fellows.beside(self.case, claim, self.may_be_said, any_ones)
            verdict = fellows.judged(self.case, beside, lambda: self.step(taken.statement, left, step, text))
        finally:
            self.case.context = kept
        if any_ones and verdict.status == "false" and not suppositions.is_a_rule(claim):
            return fellows.not_declared(verdict, lambda: self.step(taken.statement, left, step, text))
        return verdict

    def dual(self, taken: suppositions.Supposed, left: t.Node, step: t.Step, text: str) -> Claim:
        """A claim up to the square of a letter; a number whose square is 0 would be 0 itself."""
        assert taken.small is not None
        trial = self.case.trial(left, "=", step.right, taken.statement)
        claim = orders.judge(trial, orders.Order(taken.small, 2), text)
        if claim.status == "false":
            zero = t.Chain(taken.small, (t.Step("=", t.Number("0")),))
            conditions = (*taken.statement.conditions, zero)
            plain = self.case.trial(left, "=", step.right, taken.statement.with_(conditions=conditions))
            if Judgement(plain).judge(text).status == "true":
                raise EquationError(
                    f"true for the number {taken.small.latex()} = 0, and false where only its square is 0"
                )
        return claim

    def may_be_said(self, node: t.Node) -> bool:
        """Whether a condition may say what a letter is: any number, or any function, that nothing defines."""
        if not self.case.is_free(node):
            return False
        if isinstance(node, t.Juxtaposed):
            return True
        symbol = self.case.notation.by_base.get(node.latex())
        return symbol is not None and symbol.draw in FREE and not symbol.shape and not symbol.time

    def is_drawn(self, node: t.Node) -> bool:
        """Whether a letter is a number that nothing defines and no value has been given to."""
        symbol = self.case.notation.by_base.get(node.latex())
        number = symbol is not None and symbol.is_drawn_number
        return number and not self.case.context.knows(node.latex())

    def step(self, statement: t.Statement, left: t.Node, step: t.Step, text: str) -> Claim:
        if self.arrows.assigns(left, step.sign):
            return self.step_in_time(left, step, text, statement)
        if step.sign == "\\coloneqq":
            return define(self.case, left, step.right, text, statement)
        if step.sign == "\\leftarrow":
            return judge_update(self.case, left, step.right, text, elsewhere=self.manner.elsewhere)
        if step.sign == "=":
            for side, place in ((left, step.right), (step.right, left)):
                if (asked := minimizers.asked(side, self.case)) is not None:
                    return minimizers.judge(self.case, statement, asked, place, text)
        if step.sign not in ("=", "\\approx", "\\in", "\\neq", *ORDER):
            raise EquationError(f"{step.sign} cannot be judged")
        if step.sign == "=" and (parts := orders.split(step.right, self.case.knows)) is not None:
            rest, order = parts
            if not first_lines.is_expansion(self.case, left, step.right):
                self.is_no_definition(left, rest)
            return orders.judge(self.case.trial(left, "=", rest, statement), order, text)
        if step.sign == "\\approx" and (near := approximated(left, step.right, self.is_drawn)):
            return replace(
                orders.judge(self.case.trial(left, "=", step.right, statement), near, text), kind="\\approx"
            )
        claim = usual_readings.judged(self.case, statement, left, step, text, self.manner.elsewhere)
        alone = left is statement.chain.first and (
            not statement.conditions or (self.manner.elsewhere and not domains.is_about(statement, left))
        )
        if claim.status == "false" and step.sign == "=" and alone:
            self.is_no_definition(left, step.right)
        if claim.status == "false" and self.manner.elsewhere:
            elsewhere.is_no_change(self.case, statement)
            elsewhere.is_no_law(self.case, statement, left, step, claim)
            refuse_if_a_power(self.case, statement, left, step)
        if claim.status == "false" and self.manner.elsewhere and not statement.conditions:
            if step.sign == "=" and meanings.may_be_given(self.case, (left, step.right)):
                raise elsewhere.AssumedError(f"{text} may be an assumption; {elsewhere.CONDITION}")
            elsewhere.is_no_assumption(self.case, statement, left, step, claim)
        return claim

    def true_of_the_known(
        self, statement: t.Statement, left: t.Node, step: t.Step, text: str
    ) -> Claim | None:
        """A claim about a word that is known without a table, if it is true of the known function."""
        if not (meanings.is_standard(self.case, left) or meanings.is_a_letter_of_the_table(self.case, left)):
            return None
        try:
            claim = self.step(statement, left, step, text)
        except EquationError:
            return None
        return claim if claim.status == "true" else None

    def defined_by_equals(self, left: t.Node, right: t.Node, text: str, statement: t.Statement) -> Claim:
        """A letter's first line; what the table says of such a letter, the book has not meant."""
        before = self.case.context
        above = labels.with_label_above(left, right, self.case.notation, self.case.context)
        if above is not None:
            left, right = above, labels.with_label_of(left, above, right)
        head = left.factors[0] if isinstance(left, t.Juxtaposed) else left
        base = head.base if isinstance(head, t.Scripted) else head
        timed = base is not head and starts.has_times(self.case.notation, base.latex())
        if not timed and any(isinstance(part, (t.Name, t.Word, t.Accent)) for part in right.walk()):
            apart = numerals.beside(left, right, self.case.notation, self.case.context)
            if not numerals.is_made_from_its_letter(left, right):
                self.case.notation = elsewhere.without_letters(self.case.notation, (base.latex(),))
            self.case.notation = declared.extended(self.case.notation, apart, declared.PAGE)
        claim = define(self.case, left, right, text, statement)
        known = {id(item) for item in before.definitions}
        for made in self.case.context.definitions:
            if id(made) not in known:
                held = made.name in self.case.held
                self.case.context = self.case.context.define(replace(made, by_equals=True, held=held))
        return claim

    def is_no_definition(self, left: t.Node, right: t.Node) -> None:
        """What nothing has defined is not false where a line seems to define it: = only claims."""
        if isinstance(left, t.Scripted) and left.sup == t.Name("\\top") and left.sub is None:
            left = left.base  # the transpose of what may be anything may be anything
        if left not in right.walk() and self.case.is_free(left):
            what = "function" if isinstance(left, t.Juxtaposed) else "value"
            raise EquationError(
                f"{left.latex()} may be any {what} here: nothing has defined it."
                f" If this line defines it, write {left.latex()} \\coloneqq …; = is for claims"
            )

    def step_in_time(self, left: t.Node, step: t.Step, text: str, statement: t.Statement) -> Claim:
        """One line of an algorithm: it tells how a sequence goes on, or repeats what the page has told."""
        now, right = self.arrows.stamped(left, step.right, self.case.context)
        known = self.case.context.find(left.latex())
        if known is not None and not known.by_arrow:
            return Judgement(self.case.trial(now, "=", right, statement)).judge(text, kind=step.sign)
        claim = define(self.case, now, right, text, statement)
        made = self.case.context.find(left.latex())
        if claim.status == "true" and made is not None:
            self.case.context = self.case.context.define(replace(made, by_arrow=True))
        return replace(claim, kind=step.sign)
