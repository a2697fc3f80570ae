r"""Conditions that are no tests of a draw: ``\text{if } y = x^2``, ``\text{if } \epsilon^2 = 0``.

No random draw meets them by chance. What gives a free letter its value is taken as a definition for this
claim alone; a letter whose square is 0 is that of dual numbers, so the claim is one up to its square.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bookkit.equations.reading import tree as t

PI = t.Name("\\pi")
SMALL = (t.Name("\\epsilon"), t.Name("\\varepsilon"))
CONSTANT = tuple(map(t.Name, "ckmn"))  # by the habit of all books: the constant, and whole numbers


@dataclass(frozen=True)
class Supposed:
    """A statement without such conditions; what they define, and the letter whose square is 0."""

    statement: t.Statement
    definitions: tuple[tuple[t.Node, t.Node], ...] = ()
    small: t.Name | None = None


def supposed(statement: t.Statement, is_free: Callable[[t.Node], bool]) -> Supposed:
    """Takes such conditions off a statement."""
    rest: list[t.Chain] = []
    definitions: list[tuple[t.Node, t.Node]] = []
    small: t.Name | None = None
    for chain in apart(statement.conditions):
        letter = squared_to_nothing(chain)
        equations = all(step.sign == "=" for step in statement.chain.steps)
        if letter is not None and small is None and equations:
            small = letter
        elif gives_a_value(chain) and is_free(chain.first) and not _again(chain.first, definitions):
            definitions.append((chain.first, chain.steps[0].right))
        else:
            rest.append(chain)
    return Supposed(statement.with_(conditions=tuple(rest)), tuple(definitions), small)


def undeclared(
    statement: t.Statement,
    is_free: Callable[[t.Node], bool],
    functions: tuple[str, ...],
    said: tuple[tuple[t.Node, t.Node], ...],
) -> tuple[tuple[t.Node, t.Node], ...]:
    r"""What ``\frac{dz}{dx} = \frac{dz}{dy} \frac{dy}{dx}`` says: z is made from y, and y from x.

    Each letter that is derived is any function of those by which it is, but for what it depends on through
    another. Where ∂ and d stand by one and the same letter, nobody has said what depends on what.
    ``said`` are the letters that a condition has defined.

    What fails for some functions is not false of those that an author has in mind; ``is_a_rule`` tells when
    it is, as no others can be meant.
    """
    pairs: dict[tuple[t.Node, t.Node], set[str]] = {}
    for part in statement.walk():
        if isinstance(part, t.Derivative) and part.of is not None:
            if not isinstance(part.of, t.Name):
                continue  # of what it is made of each letter is looked at by itself
            for by in part.by:
                pairs.setdefault((part.of, by), set()).add("d" if part.sign != "\\partial" else part.sign)
    letters = {letter for pair in pairs for letter in pair}
    plain = all(isinstance(letter, t.Name) and is_free(letter) for letter in letters)
    if letters & {head for part in statement.walk() for head in applied(part)}:
        return ()
    if not pairs or not plain or any(len(signs) > 1 or of == by for (of, by), signs in pairs.items()):
        return ()
    made_from: dict[t.Node, list[t.Node]] = {
        _head(name): [part for part in right.walk() if isinstance(part, t.Name)] for name, right in said
    }
    defined = set(made_from)
    for of, by in pairs:
        if of not in defined:
            made_from.setdefault(of, []).append(by)
    made = [letter for letter in made_from if letter not in defined]
    used = t.names_in(statement)
    names = [name for name in functions if name not in used]
    if len(names) < len(made) or any(_reaches(made_from, by, of) for of, by in pairs):
        return ()
    found = []
    for of, name in zip(made, names, strict=False):
        direct = [by for by in made_from[of] if not _through_another(made_from, of, by)]
        found.append((of, t.Juxtaposed((t.Name(name), t.Group("(", tuple(direct), ")")))))
    return tuple(found)


def fellows(
    statement: t.Statement,
    is_free: Callable[[t.Node], bool],
    functions: tuple[str, ...],
    any_ones: tuple[tuple[t.Node, t.Node], ...],
) -> tuple[tuple[t.Node, t.Node], ...] | None:
    r"""The letters that stand in a derivative beside those that are ``any_ones``, as any functions, too.

    In ``\frac{d}{dx}(uv) = u \frac{dv}{dx}`` v is made from x, and nobody has said that u is not. None where
    there are not enough letters for functions.
    """
    places = {part for _, right in any_ones for part in right.walk() if isinstance(part, t.Name)}
    known = {left for left, _ in any_ones}
    variables = {by for part in statement.walk() if isinstance(part, t.Derivative) for by in part.by}
    found: dict[t.Node, tuple[t.Node, ...]] = {}
    for part in statement.walk():
        for head, body in _derived(part):
            letters = (inner for inner in body.walk() if isinstance(inner, t.Name) and places & set(head.by))
            for letter in letters:
                if letter not in known | variables | {*CONSTANT} and is_free(letter):
                    found.setdefault(letter, tuple(dict.fromkeys(head.by)))
    used = t.names_in(statement, *(right for _, right in any_ones))
    names = [name for name in functions if name not in used]
    if len(names) < len(found):
        return None
    return tuple(
        (letter, t.Juxtaposed((t.Name(name), t.Group("(", by, ")"))))
        for (letter, by), name in zip(found.items(), names, strict=False)
    )


def _derived(node: t.Node) -> Iterator[tuple[t.Derivative, t.Node]]:
    """Each derivative that a node is or begins with, and what may be derived by it."""
    if isinstance(node, t.Derivative) and node.of is not None:
        yield node, node.of
    parts = [node.operator, *(factor for _, factor in node.product)] if isinstance(node, t.Operated) else []
    parts = parts or list(node.children())
    for place, part in enumerate(parts):
        if isinstance(part, t.Derivative) and part.of is None:
            yield from ((part, after) for after in parts[place + 1 :])


def is_a_rule(statement: t.Statement) -> bool:
    """Whether a claim names nothing but derivatives, and goes through a letter: a chain rule, or none."""
    pairs: dict[t.Node, list[t.Node]] = {}
    todo, rest = [*statement.chain.children(), *statement.conditions], list[t.Node]()
    while todo:
        part = todo.pop()
        if isinstance(part, t.Derivative) and part.of is not None:
            pairs.setdefault(part.of, []).extend(part.by)
        else:
            rest.append(part)
            todo += part.children()
    outside = any(isinstance(part, (t.Name, t.Word)) for part in rest)
    return not outside and any(
        _through_another(pairs, of, by) for of, all_by in pairs.items() for by in all_by
    )


def _head(left: t.Node) -> t.Node:
    return left.factors[0] if isinstance(left, t.Juxtaposed) else left


def applied(part: t.Node) -> Iterator[t.Node]:
    """What stands for a function in a node, apart from its parts: before a bracket, or with a prime."""
    if isinstance(part, t.Scripted) and part.primes:
        yield part.base
    for head, after in t.neighbours(part):
        if isinstance(after, t.Group) and not isinstance(head, t.Derivative):
            yield head


def _reaches(made_from: dict[t.Node, list[t.Node]], start: t.Node, end: t.Node) -> bool:
    """Whether one letter is made from another, however far back; a circle reaches itself."""
    todo, seen = [start], set[t.Node]()
    while todo:
        letter = todo.pop()
        if letter == end:
            return True
        if letter not in seen:
            seen.add(letter)
            todo += made_from.get(letter, [])
    return False


def _through_another(made_from: dict[t.Node, list[t.Node]], of: t.Node, by: t.Node) -> bool:
    return any(other != by and _reaches(made_from, other, by) for other in made_from[of])


def apart(conditions: tuple[t.Chain, ...]) -> tuple[t.Chain, ...]:
    r"""``\mathbb{E}[X] = \mathbb{E}[Y] = 0`` as two conditions, and ``a = b = c`` too."""
    found: list[t.Chain] = []
    for chain in conditions:
        if len(chain.steps) > 1 and all(step.sign == "=" for step in chain.steps):
            last = chain.steps[-1]
            for left, step in zip((chain.first, *(s.right for s in chain.steps)), chain.steps, strict=False):
                found.append(t.Chain(left, (step if _letters(last.right) else last,)))
        else:
            found.append(chain)
    return tuple(found)


def squared_to_nothing(chain: t.Chain) -> t.Name | None:
    r"""The letter of ``\epsilon^2 = 0``."""
    zero = len(chain.steps) == 1 and chain.steps[0] == t.Step("=", t.Number("0"))
    for letter in SMALL:
        if zero and chain.first == t.Scripted(letter, 0, None, t.Number("2")):
            return letter
    return None


def gives_a_value(chain: t.Chain) -> bool:
    """Whether a condition says what a letter, or a function of letters, is, and not by itself."""
    if len(chain.steps) != 1 or chain.steps[0].sign != "=":
        return False
    right, first = chain.steps[0].right, chain.first
    head = first.factors[0] if isinstance(first, t.Juxtaposed) else first
    plain = isinstance(head, t.Name) and (head is first or len(getattr(first, "factors", ())) == 2)
    return plain and head not in right.walk() and (head is not first or bool(_letters(right)))


def _again(left: t.Node, definitions: list[tuple[t.Node, t.Node]]) -> bool:
    return any(left == other for other, _ in definitions)


def _letters(node: t.Node) -> set[str]:
    named = (part for part in node.walk() if isinstance(part, (t.Name, t.Word)) and part != PI)
    return {part.text for part in named}
