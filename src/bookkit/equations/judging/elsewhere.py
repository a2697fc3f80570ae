"""What other books leave open: whether a line defines, assumes or claims.

They write all three with the same signs. What is taken for a claim and refuted would be called false
although it may be true, so where a line can be a new meaning or an assumption, it is not judged, and the
author is told how to say it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bookkit.equations.compiling.calls import function_of
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.outlines import is_column, is_number
from bookkit.equations.judging import labels, meanings, numerals, starts
from bookkit.equations.judging.case import Case
from bookkit.equations.judging.comparing import ORDER
from bookkit.equations.judging.judgement import Judgement
from bookkit.equations.judging.verdict import Claim
from bookkit.equations.reading import suppositions
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context, Definition
from bookkit.equations.reading.differentials import differentials, is_change
from bookkit.equations.reading.jacobian_names import LETTER, function_below, function_of_jacobian
from bookkit.equations.reading.names_with_d import is_declared, may_be_changes
from bookkit.notations import declared
from bookkit.notations.table import Function, Notation
from bookkit.values.errors import EquationError

CONDITION = "beside a claim, behind a comma and \\text{if}, it is a condition; by itself it is not judged"
_POLYNOMIAL = (
    t.Name,
    t.Number,
    t.Plus,
    t.Negative,
    t.Binary,
    t.Juxtaposed,
    t.Frac,
    t.Scripted,
    t.Group,
    t.Big,
    t.Chain,
    t.Step,
    t.Bars,
)
_NAMED = (t.Name, t.Accent, t.Scripted)
_ASSUMED = (*ORDER, "\\in", "\\neq", "\\approx")


class LawError(EquationError):
    """A line that may say which functions are meant, such as even ones: of ``functions`` that may be any.

    It is ``related`` if a relation says so.
    """

    def __init__(self, reason: str, functions: tuple[str, ...], related: bool) -> None:
        super().__init__(reason)
        self.functions, self.related = functions, related


class AssumedError(EquationError):
    """A line that may be an assumption, or a new meaning: of a function of ``about``, where it names one."""

    def __init__(self, reason: str, about: str | None = None) -> None:
        super().__init__(reason)
        self.about = about


def without_new_letters(notation: Notation, context: Context) -> Notation:
    """The table without the letters to which the page has given a meaning with an equals sign."""
    soft = [item for item in context.definitions if item.by_equals]
    timed = {item.name for item in soft if starts.is_timed(notation, item)}
    numbered = numerals.of_definitions(soft, notation)
    plain = without_letters(notation, tuple(item.name for item in soft if item.name not in timed))
    plain = declared.extended(plain, numbered, declared.PAGE)
    return starts.with_starts(plain, [item for item in soft if item.sub and item.name not in timed])


def without_letters(notation: Notation, names: tuple[str, ...]) -> Notation:
    """The table without such letters as may be anything in it; on others, such as a cost, more depends."""
    rows = {name: notation.by_base.get(name) for name in names}
    own = tuple(name for name, row in rows.items() if row is None or row.draw is not None)
    return declared.without(notation, own)


def is_undefined(case: Case, node: t.Node, right: t.Node) -> bool:
    """Whether a line says first what a node is: a letter, or a function of letters, that neither page nor
    table has. Raises EquationError where it may be a Jacobian as well.
    """
    _is_no_jacobian(case, node)
    symbol = case.notation.by_base.get(node.latex()) if isinstance(node, t.Name) else None
    any_one = symbol is not None and symbol.free and not case.context.knows(node.latex())  # any cost
    return (
        any_one
        or labels.with_label_above(node, right, case.notation, case.context) is not None
        or labels.has_label_below(node, right, case.notation, case.context)
        or starts.is_sequence_of_a_number(node, case.notation, case.context)
        or labels.is_function_letter(node, right, case.notation, case.context)
        or labels.is_of_other_count(node, case.context)
        or meanings.is_a_letter_of_the_table(case, node)
        or case.is_free(node)
        or case.is_new(node)
    )


def is_no_change(case: Case, statement: t.Statement) -> None:
    """Refuse to call a line false in which ``dz`` may be a name or a change, and not d times z."""
    if not is_declared(case.notation, case.context) and may_be_changes(statement.chain):
        raise EquationError(
            f"{statement.chain.latex()}: is d a factor? write d \\cdot x for the product. Such a name as dz"
            " needs a line of its own that defines it, and the sign of a change is \\mathrm{d}"
        )


def is_no_law(case: Case, statement: t.Statement, left: t.Node, step: t.Step, claim: Claim) -> None:
    r"""Refuse to call false what may be assumed of functions: "let f be even, f(-x) = f(x)", ``f(x) \ge 0``.

    It fails for some functions. An equation says by the words before it which are meant; a relation needs no
    words, and is false for certain only where no function fulfils it. Raises LawError.
    """
    related = step.sign in (*ORDER, "\\neq")
    if not related and not (case.in_words and step.sign == "="):
        return
    free = [function.latex for function in case.notation.functions if function.free]
    letters = {*case.notation.function_letters, *free}
    heads = (head for part in case.context.spoken_of(statement) for head in suppositions.applied(part))
    named = dict.fromkeys(head.text for head in heads if isinstance(head, t.Name))
    functions = tuple(name for name in named if name in letters and not case.context.knows(name))
    if functions and (not related or _is_met(case, statement, left, step)):
        by_words = "" if related else ", by the words before it"
        raise LawError(
            f"{claim.latex} may be an assumption about {', '.join(functions)}{by_words};"
            f" {CONDITION}. As a claim, with nothing assumed before it, it is false:\n{claim.message}",
            functions,
            related,
        )


def is_behind_an_equation(claims: list[Claim]) -> bool:
    r"""Whether an equation stands before a statement of the same formula, as in ``y = \log x, \qquad x > 0``:
    what follows says as often where that is meant as what is true of it.
    """
    return bool(claims) and claims[-1].kind in ("=", "\\coloneqq")


def is_no_assumption(case: Case, statement: t.Statement, left: t.Node, step: t.Step, claim: Claim) -> None:
    """Refuse what may be no claim: a new meaning of a letter, or what letters have to fulfil.

    Raises AssumedError with what has to be written instead.
    """
    try:
        _is_claim(case, left, step, claim)
    except AssumedError:
        raise
    except EquationError as error:
        raise AssumedError(error.reason) from None
    if _holds_for_some(case, statement, left, step):
        raise AssumedError(
            f"{claim.latex} holds for some values and not for all; {CONDITION}. As a claim, displayed and"
            f" with nothing assumed before it, it is false:\n{claim.message}"
        )


def _holds_for_some(case: Case, statement: t.Statement, left: t.Node, step: t.Step) -> bool:
    r"""Whether a relation that fails for some values, and may be assumed where it stands, holds for others.

    What fails for all is false for certain, whatever is assumed. Two sides that are not equal for all values,
    ``AB \neq BA``, are different "in general", which is what most books mean.
    """
    try:
        if step.sign == "\\neq":
            equal = Judgement(case.trial(left, "=", step.right, statement)).judge(statement.latex())
            return equal.status != "true"
        of_numbers = step.sign in ORDER or (step.sign == "\\in" and not isinstance(step.right, t.Scripted))
        if not (case.supposing and of_numbers):
            return False
        return _is_met(case, statement, left, step)
    except EquationError:
        return False


def _is_met(case: Case, statement: t.Statement, left: t.Node, step: t.Step) -> bool:
    """Whether a relation holds in one draw at least, under its conditions."""
    trial = case.trial(left, step.sign, step.right, statement)
    outcomes = (trial.run(trial.instance(number)) for number in range(case.draws))
    return any(outcome.valid and outcome.holds for outcome in outcomes)


def _is_claim(case: Case, left: t.Node, step: t.Step, claim: Claim) -> None:
    sides = (left, step.right)
    if step.sign == "\\in" and isinstance(step.right, t.Scripted) and _is_slope_or_gradient(left):
        raise EquationError(
            "a book may let a derivative lie the other way: \\partial: rows, under symbols, says that the one"
            f" of a number by a column is a row. If it does not, this is false:\n{claim.message}"
        )
    if step.sign == "=":
        _is_no_new_meaning(case, left, step.right, claim)
        if isinstance(step.right, _NAMED) and case.is_free(step.right):
            raise EquationError(f"{step.right.latex()} may have any value here; {CONDITION}")
    if step.sign in _ASSUMED and all(is_plain(case, node) for node in sides):
        raise EquationError(f"{claim.latex} is said of letters that may be anything here; {CONDITION}")
    equal = step.sign in ("=", "\\approx")
    for one, other in (sides, sides[::-1]):
        name = _any_function(case, one) if equal and _is_value(one) else None
        if name is not None and t.Name(name) not in other.walk() and not _derives(other):
            raise AssumedError(
                f"{name} may be any function here; define it first, {name}(x) \\coloneqq …", about=name
            )
        if equal and isinstance(one, t.Number) and _is_to_fulfil(case, other, one.text == "0"):
            raise EquationError(f"{claim.latex} holds for some values and not for all; {CONDITION}")
        odd = isinstance(one, t.Negative) and not (_goes_through(one) or _derives(one) or _derives(other))
        asks = isinstance(one, t.Number) or odd  # f(-x) = -f(x)
        if (asks or (equal and _is_slope(case, one))) and not _goes_through(other):
            name = _any_function(case, other)
            if name is not None and not (_is_slope(case, one) and _derives(other)):
                raise EquationError(
                    f"{name} may be any function here; define it first, {name}(x) \\coloneqq …"
                )


def _is_no_new_meaning(case: Case, node: t.Node, right: t.Node, claim: Claim) -> None:
    if _is_lone(node) and numerals.goes_round(node, right, case.context):
        raise EquationError(
            f"a line further up makes from {node.latex()} what stands here on the other side. If it means"
            f" something new from here on, write {node.latex()} \\coloneqq …; if not, this is false:\n"
            f"{claim.message}"
        )
    head = node.factors[0] if isinstance(node, t.Juxtaposed) else node
    function = function_of_jacobian(head, case.notation, case.context)
    if function is not None and not _is_of_columns(case, function):
        raise EquationError(
            f"{head.latex()} may be a name of the page's own; it is the Jacobian of {function.latex()} where"
            f" the values of {function.latex()} are columns. If it is here, this is false:\n{claim.message}"
        )
    if not _is_lone(node) or (isinstance(head, t.Scripted) and head.primes):
        return
    names = [head.latex(), *([head.base.latex()] if isinstance(head, t.Scripted) else [])]
    if any(case.context.defined_softly(name) for name in names):
        raise EquationError(
            f"{names[0]} has been something else further up. If it means something new from here on, write"
            f" {node.latex()} \\coloneqq …; if not, this is false:\n{claim.message}"
        )


def _is_no_jacobian(case: Case, node: t.Node) -> None:
    """Refuse a first meaning of ``J_q`` where q is a function and the page has a ``J`` that is no number: it
    may be the Jacobian of another function, written out, and J_q one, too. A cost may have a J_q of its own.
    """
    head = node.factors[0] if isinstance(node, t.Juxtaposed) else node
    made, function = case.context.find(LETTER.text), function_below(head, case.notation, case.context)
    if made is None or function is None or case.context.knows(head.latex()):
        return
    if function_of_jacobian(head, case.notation, case.context) is None and not is_number(
        Compiler(case.notation, case.context), made.body
    ):
        raise EquationError(
            f"{head.latex()} may be the Jacobian of {function.latex()}: define J by a Jacobian,"
            f" J(x) = J_r(x), if it is; if not, write {node.latex()} \\coloneqq …"
        )


def _is_of_columns(case: Case, function: t.Name | t.Word) -> bool:
    """Whether the page has said that a function is one to or from columns, so that it has a Jacobian."""
    declared_one = function.text in case.notation.own_letters
    return declared_one or is_column(Compiler(case.notation, case.context), function)


def _is_lone(node: t.Node) -> bool:
    """Whether a node is a letter or a function of letters, as stands on one side of a definition."""
    if isinstance(node, t.Juxtaposed) and len(node.factors) == 2:
        group = node.factors[1]
        return isinstance(group, t.Group) and all(isinstance(item, t.Name) for item in group.items)
    return isinstance(node, _NAMED)


def is_plain(case: Case, node: t.Node) -> bool:
    """Whether a node is a number, a set or a letter that nothing has defined, perhaps between bars."""
    if isinstance(node, t.Bars | t.Negative):
        return is_plain(case, node.body)
    if isinstance(node, t.Group):
        return all(is_plain(case, item) for item in node.items)
    base = node.base if isinstance(node, t.Scripted) else node
    known = isinstance(base, t.Number) or base in (t.Name("\\mathbb{R}"), t.Name("\\infty"))
    return known or case.is_free(node) or case.is_new(node)


def _is_to_fulfil(case: Case, node: t.Node, zero: bool) -> bool:
    """Whether a side beside a number is something to solve: a polynomial, or beside 0 anything."""
    parts = list(node.walk())
    letters = [part for part in letters_of(case, node) if part != t.Name("\\top")]
    free = [name for name in letters if case.is_free(name) or case.context.is_given(name.latex())]
    polynomial = all(isinstance(part, _POLYNOMIAL) for part in parts) and len(free) == len(letters)
    slope = any(isinstance(part, t.Derivative | t.Operated) or is_change(part) for part in parts)
    if any(isinstance(part, t.Big) and part.sign == "\\int" for part in parts) and _is_open(case, letters):
        return True  # a constant may be what makes a density one: \int p(x) dx = 1
    return (zero and (bool(free) or (slope and not _is_settled(case, letters)))) or (
        bool(free) and polynomial
    )


def _is_open(case: Case, letters: list[t.Node]) -> bool:
    """Whether what the page has defined is made from letters that may be anything."""
    made = [found for letter in letters if (found := case.context.find(letter.latex())) is not None]
    parts = ((item, part) for item in made for part in letters_of(case, item.body))
    return any(case.is_free(part) and part.latex() not in (item.arguments or ()) for item, part in parts)


def letters_of(case: Case, node: t.Node) -> Iterator[t.Node]:
    """The letters of a side that nothing in it runs through or gives a value to; one with a numeral that is a
    symbol by itself is one letter.
    """
    if isinstance(node, t.Scripted) and node.sub is not None:
        whole = node.with_(sup=None, primes=0)
        if whole.latex() in case.notation.by_base:
            yield whole
            return
    if isinstance(node, t.Name):
        yield node
    hidden = _bound_in(node)
    within = {id(part) for name in ("body", "below", "where", "upto") if (part := getattr(node, name, None))}
    for part in node.children():
        found = letters_of(case, part)
        yield from (letter for letter in found if id(part) not in within or letter not in hidden)


def _bound_in(node: t.Node) -> set[t.Node]:
    """The letters that a sum, a limit or an integral runs through, and those that have a value at a place."""
    if isinstance(node, t.At):
        return {item.first for item in t.listed(node.where) if isinstance(item, t.Chain)}
    if not isinstance(node, t.Big):
        return set()
    if node.sign == "\\int":
        return {*differentials(node.body), t.Name("d")}
    below = node.below.first if isinstance(node.below, t.Chain) else node.below
    return set() if below is None else {part for part in below.walk() if isinstance(part, t.Name)}


def _is_settled(case: Case, letters: list[t.Node]) -> bool:
    """Whether all letters of a side are functions that are known, so that it is one number."""
    functions = {part: function_of(Compiler(case.notation, case.context), part) for part in letters}
    return all(
        found is not None
        and not isinstance(found, Definition)
        and not (isinstance(found, Function) and found.free)
        for found in functions.values()
    )


def _is_slope(case: Case, node: t.Node) -> bool:
    """Whether a side is the derivative of a function that may be any: beside the function itself, as in
    ``f' = f(1 - f)``, it says which functions are meant.
    """
    head, after = node, None
    if isinstance(node, t.Juxtaposed) and len(node.factors) == 2:
        head, after = node.factors
    if isinstance(head, t.Derivative):
        of = after if head.of is None else head.of
        letter = of.factors[0] if isinstance(of, t.Juxtaposed) else of
    else:
        plain = isinstance(head, t.Scripted) and head.primes > 0 and head.sub is None and head.sup is None
        letter = head.base if plain and isinstance(head, t.Scripted) else None
    return isinstance(letter, t.Name) and letter.text == _any_function(case, letter)


def _is_value(node: t.Node) -> bool:
    """Whether a side is a function at a place and nothing else: ``g(\\theta^\\top x)``."""
    return (
        isinstance(node, t.Juxtaposed)
        and len(node.factors) == 2
        and isinstance(node.factors[0], t.Name)
        and isinstance(node.factors[1], t.Group)
    )


def _derives(node: t.Node) -> bool:
    """Whether a side takes a derivative, so that the other one may be what a rule makes of it."""
    return any(
        isinstance(part, t.Derivative | t.Operated) or (isinstance(part, t.Scripted) and part.primes > 0)
        for part in node.walk()
    )


def _is_slope_or_gradient(node: t.Node) -> bool:
    return _derives(node) or t.Name("\\nabla") in node.walk()


def _goes_through(node: t.Node) -> bool:
    """Whether a limit, a sum or an integral is taken, or a value at a place: then a rule is claimed."""
    return any(isinstance(part, t.Big | t.At) for part in node.walk())


def _any_function(case: Case, node: t.Node) -> str | None:
    """A letter that stands for any function, of which the page has not said which."""
    free = [function.latex for function in case.notation.functions if function.free]
    letters = [name for name in (*case.notation.function_letters, *free) if not case.context.knows(name)]
    return next(
        (part.text for part in node.walk() if isinstance(part, t.Name) and part.text in letters), None
    )
