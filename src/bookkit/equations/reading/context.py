"""What a page has said so far: definitions and given values, in the page's order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Set
from dataclasses import dataclass, fields, replace
from functools import cached_property

from bookkit.equations.reading.differentials import DIFFERENTIAL
from bookkit.equations.reading.tree import Accent, Name, Node, Scripted, Word

# A symbol on a draw: its name, its layer or None, and its place. () is all of it, (i, …) a member counted
# from 1, (0,) the start of a sequence, and one negative number a subscript of letters.
Key = tuple[str, int | None, tuple[int, ...]]
_NAMED = (Name, Word, Accent, Scripted)


def name_of(node: Node) -> str:
    """A name as definitions have it."""
    return node.text if isinstance(node, Word) else node.latex()


@dataclass(frozen=True)
class Definition:
    r"""``name`` with the parameters ``params`` stands for ``body``.

    ``scripts`` are the sub- and superscript letters of a family such as ``g^l_j``; ``arguments`` those of a
    function such as ``f(x)`` (None for what is no function). ``by_arrow`` marks a sequence that an
    arrow has defined, ``v \leftarrow \beta v + g``, and another arrow may define anew; ``by_equals`` one that
    a plain equals sign has defined, in a book that writes so. ``said_for`` are the ranges and conditions of
    the line that defines a family. Of one that is ``held``, the page leaves out the index, which is always
    the same.
    """

    name: str
    body: Node
    arguments: tuple[str, ...] | None = None
    sub: tuple[str, ...] = ()
    sup: str | None = None
    by_arrow: bool = False
    by_equals: bool = False
    said_for: tuple[Node, ...] = ()
    held: bool = False

    @cached_property
    def named(self) -> frozenset[str]:
        """All names in the body, with their scripts and without."""
        parts = [part for part in self.body.walk() if isinstance(part, _NAMED)]
        scripted = [part for part in parts if isinstance(part, Scripted)]
        bases = [part.base for part in scripted]
        plain = [part.with_(sup=None, primes=0) for part in scripted if part.sup is not None or part.primes]
        return frozenset(name_of(part) for part in (*parts, *bases, *plain))

    @property
    def by_count(self) -> str:
        """The name of a function of so many arguments, where the page has another one by its name."""
        return f"{self.name}/{len(self.arguments or ())}"

    def is_of_other_count(self, other: Definition) -> bool:
        """Whether two functions are told apart by how many arguments they take: ``H(p)`` and ``H(p, q)``."""
        both = self.arguments is not None and other.arguments is not None
        return both and len(self.arguments or ()) != len(other.arguments or ())

    @property
    def goes_back(self) -> bool:
        """Whether a sequence is made from its own earlier values."""
        named = (part.base for part in self.body.walk() if isinstance(part, Scripted))
        return any(base.latex() == self.name for base in named)

    @cached_property
    def mark(self) -> str:
        """Changes whenever the definition changes; found once for each of them."""
        return hashlib.sha256(repr(self).encode()).hexdigest()

    def __getstate__(self) -> dict[str, object]:
        """What another process gets: not what is kept with the definition in this one."""
        return {item.name: getattr(self, item.name) for item in fields(self)}


@dataclass(frozen=True)
class Doubt:
    """A name of which a page has said something that was not understood.

    With ``strict``, nothing is known of it. ``said`` is what may be an assumption about it. What is
    ``related`` to something has been said by a relation, f(x) > 0, which cannot be what defines it.
    """

    name: str
    strict: bool = False
    said: Node | None = None
    related: bool = False


@dataclass(frozen=True)
class Context:
    """Definitions, given numbers and doubts; they are replaced, never changed in place."""

    definitions: tuple[Definition, ...] = ()
    given: tuple[tuple[Key, float], ...] = ()
    doubted: tuple[Doubt, ...] = ()

    def define(self, definition: Definition) -> Context:
        """With one more definition, which takes the place of an earlier one of the same name."""
        others = tuple(
            item if item.name != definition.name else replace(item, name=item.by_count)
            for item in self.definitions
            if item.name != definition.name or item.is_of_other_count(definition)
        )
        if definition.arguments is not None:
            others = tuple(item for item in others if item.name != definition.by_count)
        start = (definition.name, None, (0,)) if definition.sub else None
        given = tuple(item for item in self.given if item[0][0] != definition.name or item[0] == start)
        doubted = tuple(item for item in self.doubted if item.name != definition.name)
        return replace(self, definitions=(*others, definition), given=given, doubted=doubted)

    def give(self, key: Key, value: float) -> Context:
        """With a value for a symbol."""
        start = key[2] == (0,)  # of a sequence, which stays
        definitions = tuple(
            item
            for item in self.definitions
            if (item.name != key[0] or (start and item.sub))
            and not (start and item.name == f"{key[0]}_{{0}}")
        )
        doubted = tuple(item for item in self.doubted if item.name != key[0])
        given = (*self.forget(key).given, (key, value))
        return replace(self, definitions=definitions, given=given, doubted=doubted)

    def doubt(self, doubt: Doubt) -> Context:
        """With one more doubt."""
        return self if doubt in self.doubted else replace(self, doubted=(*self.doubted, doubt))

    def doubts(self, node: Node) -> list[Doubt]:
        """The doubts about what a node names, and what the definitions name that it names."""
        if not self.doubted:
            return []
        named = self.named_in(node, {doubt.name for doubt in self.doubted})
        return [doubt for doubt in self.doubted if doubt.name in named]

    def named_in(self, node: Node, names: Set[str]) -> set[str]:
        """Those of some names that a node names, and that the definitions name that it names."""
        return {name for part in self.spoken_of(node) for name in _names(part) if name in names}

    def forget(self, key: Key) -> Context:
        """Without the value of a symbol."""
        return replace(self, given=tuple(item for item in self.given if item[0] != key))

    def then(self, more: Context) -> Context:
        """With what another context adds."""
        names, keys = {item.name for item in more.definitions}, {key for key, _ in more.given}
        definitions = tuple(item for item in self.definitions if item.name not in names)
        given = tuple(item for item in self.given if item[0] not in keys)
        return Context((*definitions, *more.definitions), (*given, *more.given), more.doubted)

    def until(self, after: Context) -> Context | None:
        """What a later context has beside this one; None where it is not this one with something added."""
        known = set(map(id, self.definitions))
        definitions = tuple(item for item in after.definitions if id(item) not in known)
        given = set(self.given)
        values = tuple(item for item in after.given if item not in given)
        more = Context(definitions, values, after.doubted)
        return more if self.then(more) == after else None

    def find(self, name: str) -> Definition | None:
        """The definition of a name."""
        return self.by_name.get(name)

    def deep_below(self, name: str, step: int) -> list[Definition]:
        """Of a long chain of definitions below a name every so many, the deepest first.

        Computed in this order, none has to go through more than a few others.
        """
        depth: dict[str, int] = {}
        if len(self.by_name) <= step:
            return []
        todo = [name] if name in self.by_name else []
        while todo:
            at = todo[-1]
            definition = self.by_name[at]
            below = definition.named & self.by_name.keys()
            if at not in depth:
                depth[at] = 0
                todo += sorted(below - depth.keys())
                continue
            todo.pop()
            if depth[at] == 0:
                depth[at] = 1 + max((depth.get(other, 0) for other in below), default=0)
        found = [self.by_name[at] for at in depth if at != name]
        plain = [item for item in found if item.arguments is None and not item.sub and not item.sup]
        chosen = [item for item in plain if depth[item.name] % step == 0]
        return sorted(chosen, key=lambda item: depth[item.name])

    @cached_property
    def by_name(self) -> dict[str, Definition]:
        """The definitions by their names, so that long pages take no longer for each formula."""
        return {item.name: item for item in self.definitions}

    def __getstate__(self) -> dict[str, object]:
        return {"definitions": self.definitions, "given": self.given, "doubted": self.doubted}

    def knows(self, name: str) -> bool:
        """Whether the page has defined a name or given it a value."""
        return self.find(name) is not None or self.is_given(name)

    def defined_softly(self, name: str) -> bool:
        """Whether a name has a value, or a meaning that a plain equals sign has given it."""
        definition = self.find(name)
        return self.is_given(name) if definition is None else definition.by_equals

    def is_given(self, name: str) -> bool:
        """Whether the page has given a value to a name."""
        return name in self.named_values

    @cached_property
    def named_values(self) -> frozenset[str]:
        """All names that have a value."""
        return frozenset(key[0] for key, _ in self.given)

    def reaches(self, name: str, target: str, by_arguments: bool = True) -> bool:
        """Whether what the page has defined under a name is made from another name, however far back.

        A function may name its own arguments; whether these count, `by_arguments` says.
        """
        todo, seen = [name], {name}
        while todo:
            definition = self.find(todo.pop())
            named = frozenset[str]() if definition is None else definition.named
            if definition is not None and not by_arguments:
                named -= set(definition.arguments or ())
            if target in named:
                return True
            todo += named - seen
            seen |= named
        return False

    def has(self, node: Node, letter: Node) -> bool:
        """Whether a node names a letter, or something that the page has made from it."""
        names = {part for part in node.walk() if isinstance(part, (Name, Word, Accent))}
        return letter in names or any(self.reaches(name_of(name), letter.latex()) for name in names)

    def spoken_of(self, node: Node) -> Iterator[Node]:
        """All parts of a node and of the definitions that it names, each definition once."""
        todo, seen = [node], set[str]()
        while todo:
            for part in todo.pop().walk():
                yield part
                names = [part.latex()] if isinstance(part, _NAMED) else []
                if isinstance(part, Scripted):
                    names.append(part.base.latex())
                for name in names:
                    definition = None if name in seen else self.find(name)
                    seen.add(name)
                    if definition is not None:
                        todo.append(definition.body)

    @property
    def fingerprint(self) -> str:
        """Changes whenever anything defined or given changes."""
        marks = "".join(item.mark for item in self.definitions)
        return hashlib.sha256(f"{marks}{self.given!r}{self.doubted!r}".encode()).hexdigest()


def _names(node: Node) -> Iterator[str]:
    """A name, and what it is without its indices, its powers and the sign of a change."""
    if not isinstance(node, _NAMED):
        return
    yield name_of(node)
    if isinstance(node, Name) and node.text.startswith(DIFFERENTIAL):
        yield node.text.removeprefix(DIFFERENTIAL)
    if isinstance(node, Scripted):
        yield node.with_(sup=None, primes=0).latex()
        yield node.with_(sub=None, primes=0).latex()


def show_key(key: Key) -> str:
    """A symbol as the reader knows it."""
    name, layer, place = key
    if len(place) == 1 and place[0] < 0:  # a subscript of letters (references.plain_key)
        return (-1 - place[0]).to_bytes((place[0].bit_length() + 7) // 8, "big").decode(errors="replace")
    text = name if layer is None else f"{name}^{layer}"
    return text + (f"_{{{','.join(map(str, place))}}}" if len(place) > 1 else f"_{place[0]}" if place else "")
