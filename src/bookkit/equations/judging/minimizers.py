r"""Where something is smallest or largest: ``\operatorname{argmin}_w \lVert X w - y \rVert^2 = …``.

Nothing is solved. The place that is claimed is put in, and three things are asked of it. Nowhere is there
less: that is an inequality with any w on its other side, judged as any other, with a search for a
counter-example. The derivative there is 0, which is exact where the inequality would not see a slip in the
last digits. And nowhere else is there as little: walks down from several starts have to come back to the
place, else the argmin is not one value. A place that is best only among its neighbours fails the first, one
of several the third.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from bookkit.equations.compiling.calls import WHERE
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.definitions import compile_side
from bookkit.equations.compiling.references import reference
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.judging import walk_down
from bookkit.equations.judging.case import Case
from bookkit.equations.judging.comparing import ORDER
from bookkit.equations.judging.grading import TOO_SMALL, graded
from bookkit.equations.judging.judgement import Judgement
from bookkit.equations.judging.trial import Trial
from bookkit.equations.judging.verdict import SAMPLED, Claim, Evidence
from bookkit.equations.reading import tree as t
from bookkit.notations import declared
from bookkit.notations.draws import PLAIN, USUAL
from bookkit.values import algebra
from bookkit.values.errors import EquationError, ShapeError

Value = Any
REALS = t.Name("\\mathbb{R}")
AT_LEAST = 3  # draws on which walks have come back
TRIES = 12
SEVERAL = "there are several places like it, so it is no value"


@dataclass(frozen=True)
class Asked:
    """What is asked for: the name, argmin or argmax; the letter, what is said of it, and of what."""

    name: str
    letter: t.Node
    conditions: tuple[t.Chain, ...]
    body: t.Node

    @property
    def sign(self) -> str:
        return "\\le" if WHERE[self.name] == "\\min" else "\\ge"


def asked(node: t.Node, case: Case) -> Asked | None:
    """What a side asks for, if it is the place of an extreme over a letter that does not count."""
    taken = _taken(node)
    if taken is None:
        return None
    head, body = taken
    over = head.sub
    letter = over.first if isinstance(over, t.Chain) else over
    if not isinstance(letter, (t.Name, t.Accent)) or body is None:
        return None
    below = [part.sub for part in body.walk() if isinstance(part, t.Scripted) and part.sub is not None]
    counts = any(letter in sub.walk() for sub in below)
    if letter.latex() in case.notation.indices or counts:
        return None
    return Asked(head.base.latex(), letter, _conditions(over), body)


def _taken(node: t.Node) -> tuple[t.Scripted, t.Node | None] | None:
    """The argmin at the front of a side, and what is left of the side."""
    if isinstance(node, t.Scripted):
        plain = node.base.latex() in WHERE and node.sub is not None and node.sup is None
        return (node, None) if plain else None
    if isinstance(node, t.Juxtaposed):
        first, *rest = node.factors
        if (found := _taken(first)) is None:
            return None
        return found[0], rest[0] if len(rest) == 1 else t.Juxtaposed(tuple(rest))
    if isinstance(node, t.Binary) and (found := _taken(node.left)) is not None:
        return found[0], None if found[1] is None else node.with_(left=found[1])
    if isinstance(node, t.Plus) and (found := _taken(node.terms[0])) is not None:
        first_term = found[1]
        return found[0], None if first_term is None else t.Plus((first_term, *node.terms[1:]))
    return None


def _conditions(over: t.Node | None) -> tuple[t.Chain, ...]:
    r"""What stands below an argmin of the letter: ``y \in [0, 1]``, ``w > 0``; any real number is none."""
    if not isinstance(over, t.Chain):
        return ()
    right = over.steps[0].right
    if len(over.steps) == 1 and over.steps[0].sign == "\\in":
        real = (right.base if isinstance(right, t.Scripted) else right) == REALS
        if real:
            return ()
        if isinstance(right, t.Group) and len(right.items) == 2:
            low, high = right.items
            return (t.Chain(low, (t.Step("\\le", over.first), t.Step("\\le", high))),)
    if any(step.sign not in ORDER for step in over.steps):
        raise EquationError(f"below an extreme, {over.latex()} is not read; write a letter, or y \\in [0, 1]")
    return (over,)


def judge(case: Case, statement: t.Statement, found: Asked, place: t.Node, text: str) -> Claim:
    """A claim that a place is that of the smallest or largest value; EquationError where that is open."""
    _check_end(case, found)
    _check_apart(case, found.letter, place)
    case = _with_shape(case, found.letter, place, statement)
    at = t.Chain(found.letter, (t.Step("=", place),))
    there = t.At(found.body, at)
    nothing = t.Binary("\\cdot", t.Number("0"), t.Group("(", (found.body,), ")"))
    said = statement.with_(conditions=(*statement.conditions, *found.conditions), ranges=())
    trial = case.trial(t.Plus((there, nothing)), found.sign, found.body, said)
    claim = Judgement(trial).judge(text, "=")
    if claim.status != "true":
        example = claim.counterexample
        plain = None if example is None else replace(example, left_latex=there.latex())
        reason = "" if plain is None else f"{found.body.latex()} is {_word(found)} elsewhere"
        return replace(claim, reason=claim.reason or reason, counterexample=plain)
    if (outside := _outside(case, found, place, statement)) is not None:
        return replace(outside, latex=text, kind="=", reason=f"{place.latex()} is not where it is looked for")
    slope = t.Derivative("d", found.body, (found.letter,))
    both = t.Plus((t.At(slope, at), slope))  # so that a 0 is compared with what slopes are nearby
    level = _level(case.trial(both, "=", slope, said), text)
    if level is not None and level.status == "false":
        if found.conditions:
            raise EquationError("at an end of a range the derivative need not be 0; that is not read")
        return replace(level, reason=f"the derivative by {found.letter.latex()} is not 0 there")
    _check_only(trial, found, place)
    return replace(claim, kind="=", evidence=Evidence(SAMPLED, claim.draws))


def _outside(case: Case, found: Asked, place: t.Node, statement: t.Statement) -> Claim | None:
    """What refutes that the place fulfils the conditions below; EquationError where that is not decided."""

    def put(node: t.Node) -> t.Node:
        return t.Group("(", (place,), ")") if node == found.letter else node

    for chain in found.conditions:
        sides = [put(chain.first), *(put(step.right) for step in chain.steps)]
        for (left, right), step in zip(itertools.pairwise(sides), chain.steps, strict=True):
            trial = case.trial(left, step.sign, right, statement.with_(ranges=()))
            claim = Judgement(trial).judge(chain.latex())
            if claim.status == "false":
                return claim
            if claim.status != "true":
                raise EquationError(
                    f"whether {place.latex()} fulfils {chain.latex()} is open: {claim.reason}"
                )
    return None


def _word(found: Asked) -> str:
    return "smaller" if found.sign == "\\le" else "larger"


def _level(trial: Trial, text: str) -> Claim | None:
    """Whether the derivative is 0; None where there may be none, as at a kink.

    Where floats say no on awkward draws only, rounding may have said it, and exact arithmetic has to decide.
    """
    try:
        claim = Judgement(trial).judge(text, "=")
    except EquationError:
        return None
    if claim.status == "error":
        return None
    if claim.status == "true" or claim.reason == TOO_SMALL:
        return claim
    usual = [trial.run(trial.instance(number)) for number in range(TRIES)]
    if any(outcome.valid and not outcome.holds for outcome in usual):
        return claim
    decided = graded(trial, replace(claim, status="true", reason="", counterexample=None), False)
    if decided.status == "true" and (decided.evidence is None or decided.evidence.grade == SAMPLED):
        raise EquationError("whether the derivative is 0 there is lost in rounding")
    return decided


def _check_end(case: Case, found: Asked) -> None:
    """What it is of may go on behind the product only where the last part has the letter in it, too."""
    body = found.body
    parts: list[t.Node] = [body]
    while isinstance(body, (t.Plus, t.Binary)):
        body = body.terms[-1] if isinstance(body, t.Plus) else body.right
        parts.append(body)
    if not all(case.context.has(part, found.letter) for part in parts):
        where = found.letter.latex()
        raise EquationError(
            f"where does what the {found.name} is of end? write brackets: {where} is not in all of it"
        )


def _check_apart(case: Case, letter: t.Node, place: t.Node) -> None:
    if case.context.has(place, letter):
        raise EquationError(
            f"{place.latex()} is made from {letter.latex()} itself, which takes all values here"
        )


def _with_shape(case: Case, letter: t.Node, place: t.Node, statement: t.Statement) -> Case:
    """The case with the letter as large as the place, where the page does not say what the letter is."""
    symbol = case.notation.by_base.get(letter.latex())
    if symbol is not None and (symbol.shape or symbol.own):
        return case
    compiler = Compiler(case.notation, case.context)
    code = compile_side(compiler, place)
    shapes: list[tuple[Mapping[str, Any], tuple[int, ...]]] = []
    for number in range(TRIES):
        inst = compiler.instance((case.seed, number), given=dict(case.context.given))
        with np.errstate(all="ignore"):
            shapes.append((inst.sizes, np.shape(code(inst))))
    if all(shape == () for _, shape in shapes):
        words = "a number"
    elif any(len(shape) != 2 for _, shape in shapes):
        raise ShapeError(f"{letter.latex()}: say how large it is")
    else:
        lengths = [_length(shapes, axis) for axis in (0, 1)]
        if None in lengths:
            raise EquationError(f"how large is {letter.latex()}? declare it, {letter.latex()}: a column of n")
        words = (
            f"a column of {lengths[0]}" if lengths[1] == "1" else f"a matrix of {lengths[0]} by {lengths[1]}"
        )
    if words == "a number" and symbol is not None:
        return case
    notation = declared.extended(case.notation, {letter.latex(): words}, declared.PAGE)
    return Case(case.tree, notation, case.context, case.draws, case.seed)


def _length(shapes: list[tuple[Mapping[str, Any], tuple[int, ...]]], axis: int) -> str | None:
    """The size that a length is on all draws; None where it is none, or might be several."""
    names = [name for name in shapes[0][0] if isinstance(shapes[0][0][name], int)]
    same = [name for name in names if all(sizes.get(name) == shape[axis] for sizes, shape in shapes)]
    if all(shape[axis] == 1 for _, shape in shapes):
        return "1"
    return same[0] if len(same) == 1 else None


def _check_only(trial: Trial, found: Asked, place: t.Node) -> None:
    """Raises EquationError where walks end at another place that is as good."""
    compiler = trial.compiler
    ref = reference(compiler, found.letter)
    body, claimed = compile_side(compiler, found.body, False), compile_side(compiler, place, False)
    assert ref is not None
    good = 0
    for mode, number in itertools.product((PLAIN, USUAL), range(TRIES)):
        inst = trial.instance(number, mode)
        with np.errstate(all="ignore"):
            if not trial.run(inst).valid and not found.conditions:
                continue
            try:
                goal = np.asarray(np.real(claimed(inst)), dtype=float)
                at = _function(inst, ref[0].key(inst), body, 1.0 if found.sign == "\\le" else -1.0)
                other = walk_down.other_place(at, goal, inst.rng("walks"), trial.landmarks)
            except (ValueError, ZeroDivisionError, OverflowError):
                continue
        if other is not None:
            raise EquationError(f"{SEVERAL}: {found.name} of {found.body.latex()}")
        good += np.isfinite(at(goal))
        if good >= AT_LEAST:
            return
    if not good:
        raise EquationError("no draw on which that place is known to be the only one")


def _function(inst: Instance, key: Any, body: Callable[[Instance], Value], sign: float) -> walk_down.Function:
    def at(place: Any) -> float:
        with inst.state(replacements={key: place if np.ndim(place) else float(place)}):
            value = algebra.number(body(inst))
        return sign * float(np.real(value)) if np.isreal(value) else np.nan

    return at
