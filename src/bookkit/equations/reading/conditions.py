r"""Under which conditions a claim is said: ``\text{for } l = 2, \dots, L``, ``\text{if } x > 0``, and so on.

The words beside a formula are few, and all others are refused: words that are passed over could take back,
or add to, what the formula claims.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto

from bookkit.equations.reading import tree as t

STATISTICS = (
    *(t.Name("\\mathbb{E}"), t.Name("E")),
    *(t.Word(word) for word in ("E", "Var", "var", "Cov", "cov", "Std")),
)


class Word(Enum):
    """What the words in a formula do."""

    CONDITION = auto()  # "if", "for all": what follows is a condition
    MEANING = auto()  # "where": what follows is a definition or the range of an index
    AND = auto()
    AND_CONDITION = auto()  # "and if"
    OR = auto()
    THEN = auto()
    IMPLIES = auto()
    IMPLIED = auto()
    EQUIVALENT = auto()
    NEXT = auto()  # "hence", "since": what follows is claimed as well
    REMARK = auto()  # "by the chain rule"


_CONDITION = (
    r"if|at|for|for (?:all|every|each|any)|for (?:(?:a|all|every|each|any) )?fixed"
    r"|for (?:all|any|every|each) (?:values?|choices?) of|when|whenever"
    r"|where?ver|provided(?: that)?|given(?: that)?|assuming(?: that)?|as long as|in case|all"
)
_SUBJECT = (
    r"(?:(?:chain|product|quotient|sum|power|addition|constant|difference|previous|same) rule|rule above"
    r"|definitions?|linearity|symmetry|independence|induction|assumption|hypothesis|substitution|transposition"
    r"|algebra|calculus|cancelling|expanding|rearranging)"
)
_WORDS: tuple[tuple[str, Word], ...] = (
    (rf"(?:and )?(?:{_CONDITION})", Word.CONDITION),
    (r"where|with|such that", Word.MEANING),
    (r"and|and also|as well as", Word.AND),
    (r"or", Word.OR),
    (r"then|we have|it holds that|one has", Word.THEN),
    (r"implies|implies that", Word.IMPLIES),
    (r"iff|if and only if|exactly if|exactly when|is equivalent to", Word.EQUIVALENT),
    (r"hence|so|so that|thus|therefore|and so|and hence|and thus|since|because|as|that is|i\.e", Word.NEXT),
    (rf"(?:\(?(?:by|from|using|by the|from the|using the) )?(?:the )?{_SUBJECT}\)?", Word.REMARK),
)


def meaning(text: str) -> Word | None:
    """What words beside a formula do; None for words that the proof-reader does not know."""
    words = re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip().lower()
    words = re.sub(r"^[,;.:(\s]+|[,;.:)\s]+$", "", words)
    found = next((word for pattern, word in _WORDS if re.fullmatch(pattern, words)), None)
    return Word.AND_CONDITION if found is Word.CONDITION and words.startswith("and ") else found


Said = tuple[tuple[t.Range, ...], tuple[t.Chain, ...]]


class ConditionError(Exception):
    """A condition that cannot be read, with the reason."""


def conditions(items: list[t.Node]) -> Said:
    """Ranges and comparisons: ``l = 2, \\dots, L``, ``j \\in \\{1, \\dots, n\\}``, ``j, k``, ``x, y > 0``."""
    ranges: list[t.Range] = []
    found: list[t.Chain] = []
    waiting: list[t.Node] = []  # ``x`` of ``x, y > 0``
    rest = list(items)
    while rest:
        item = rest.pop(0)
        if is_letter(item):
            waiting.append(item)
            continue
        if not isinstance(item, t.Chain) or not item.steps:
            raise ConditionError(f"{item.latex()} is no condition")
        ends: tuple[t.Node, t.Node] | None = None
        first = item.steps[0]
        if len(item.steps) == 1 and first.sign == "=" and isinstance(item.first, t.Name):
            listed = [first.right]
            while rest and not isinstance(rest[0], t.Chain) and (len(listed) > 1 or dotted(rest)):
                listed.append(rest.pop(0))
            ends = ends_of(listed)
            if ends is None and len(listed) > 1:
                raise ConditionError(
                    f"{item.latex()}, … is no range that can be read; write l = 2, \\dots, L"
                )
        elif len(item.steps) == 1 and first.sign == "\\in" and isinstance(first.right, t.Group):
            ends = ends_of(list(first.right.items)) if isinstance(item.first, t.Name) else None
        if waiting and not is_letter(item.first):
            raise ConditionError(f"of {waiting[0].latex()} nothing is said; write out each condition")
        for letter in [*waiting, item.first]:
            if ends is not None:
                if not isinstance(letter, t.Name):
                    raise ConditionError(f"{letter.latex()} is no index that could have a range")
                ranges.append(t.Range(letter, *ends))
            else:
                found.append(item.with_(first=letter))
        waiting = []
    for letter in waiting:
        if not isinstance(letter, t.Name):
            raise ConditionError(f"{letter.latex()} is no condition")
        ranges.append(t.Range(letter))
    return tuple(ranges), tuple(found)


def is_letter(node: t.Node) -> bool:
    """Whether a node is a letter, perhaps with a subscript: what a condition can say something of."""
    base = node.base if isinstance(node, t.Scripted) and not node.primes else node
    return isinstance(base, (t.Name, t.Accent))


def dotted(rest: list[t.Node]) -> bool:
    """Whether what follows goes on with dots, as ``\\dots, L`` and ``3, \\dots, L`` do."""
    return any(isinstance(item, t.Dots) for item in rest[:2])


def ends_of(listed: list[t.Node]) -> tuple[t.Node, t.Node] | None:
    """The least and the greatest of ``2, \\dots, L``; of ``L, L - 1, \\dots, 2`` and ``L, \\dots, 2`` too."""
    if not 3 <= len(listed) <= 4 or not isinstance(listed[-2], t.Dots):
        return None
    first, last = listed[0], listed[-1]
    down = goes_down(first, last)
    if len(listed) == 4:
        (base, start), (other, second) = _shifted(first), _shifted(listed[1])
        if base != other or abs(second - start) != 1:
            return None
        down = second < start
    return (last, first) if down else (first, last)


def goes_down(first: t.Node, last: t.Node) -> bool:
    """Whether the second of two numbers, perhaps of a letter and a number, is the smaller one."""
    (base, start), (other, end) = _shifted(first), _shifted(last)
    return (end < start) if base == other else (other == "" and base != "")


def _shifted(node: t.Node) -> tuple[str, float]:
    """A letter and what is added to it: ``L - 1`` is ("L", -1), ``2`` is ("", 2)."""
    if isinstance(node, t.Number):
        return "", float(node.text)
    if isinstance(node, t.Plus) and len(node.terms) == 2:
        sign = -1.0 if isinstance(node.terms[1], t.Negative) else 1.0
        number = node.terms[1].body if isinstance(node.terms[1], t.Negative) else node.terms[1]
        if isinstance(number, t.Number):
            return node.terms[0].latex(), sign * float(number.text)
    return node.latex(), 0.0


def goes_with(item: t.Node, before: list[t.Node]) -> bool:
    r"""Whether what stands after a condition and a comma is one more condition, and no claim of its own.

    ``y > 0``, ``k \neq j``, ``l = 3``, and what has the form of a condition before it:
    ``\mathbb{E}[v] = 0`` after ``\mathbb{E}[u] = 0``; and means and variances go with one another.
    """
    if is_letter(item):
        return True
    if not isinstance(item, t.Chain) or not item.steps:
        return False
    if any(_form(item) == _form(other) for other in before):
        return True
    if _fixes_a_statistic(item) and any(_fixes_a_statistic(other) for other in before):
        return True
    if isinstance(item.first, t.Number) and is_letter(item.steps[0].right):
        item = t.Chain(item.steps[0].right, item.steps[1:] or (t.Step(">", item.first),))
    names = {part for part in item.first.walk() if isinstance(part, t.Name)}
    rights = [step.right for step in item.steps]
    apart = not any(part in names for right in rights for part in right.walk())
    if not (is_letter(item.first) and apart):
        return False
    if item.steps[0].sign == "=":
        closed = not any(isinstance(part, t.Name) for part in rights[0].walk())
        return len(rights) == 1 and closed
    return all(_simple(right) for right in rights)


def _fixes_a_statistic(item: t.Node) -> bool:
    r"""Whether a condition gives a mean or a variance a value: ``\operatorname{Var}(u) = \frac{2}{n}``."""
    if not isinstance(item, t.Chain) or any(step.sign != "=" for step in item.steps) or not item.steps:
        return False
    *sides, value = (item.first, *(step.right for step in item.steps))
    return all(map(_is_statistic, sides)) and not any(part in STATISTICS for part in value.walk())


def _is_statistic(node: t.Node) -> bool:
    if not isinstance(node, t.Juxtaposed) or len(node.factors) != 2:
        return False
    return node.factors[0] in STATISTICS and isinstance(node.factors[1], t.Group)


def _simple(node: t.Node) -> bool:
    """Whether a side is as plain as the bound of a condition: letters, numbers, brackets, no function."""
    return not any(
        isinstance(part, (t.Bars, t.Big, t.Derivative, t.Root, t.Matrix, t.Cases, t.Word))
        for part in node.walk()
    )


def _form(node: t.Node) -> str:
    """A node with a blank for each letter, ``\\mathbb{E}`` and other commands kept."""
    return _renamed(node, lambda name: name if name.startswith("\\mathbb") else "x").latex()


def _renamed(node: t.Node, change: Callable[[str], str]) -> t.Node:
    if isinstance(node, t.Name):
        return t.Name(change(node.text))
    changes: dict[str, object] = {}
    for key, value in vars(node).items():
        if isinstance(value, t.Node):
            changes[key] = _renamed(value, change)
        elif isinstance(value, tuple) and value and all(isinstance(part, t.Node) for part in value):
            changes[key] = tuple(_renamed(part, change) for part in value)
    return replace(node, **changes)
