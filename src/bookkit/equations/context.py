"""What a page has said so far: definitions and given values, in the page's order."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from bookkit.equations.tree import Accent, Name, Node, Scripted, Word

Key = tuple[str, int | None, tuple[int, ...]]
_NAMED = (Name, Word, Accent, Scripted)


@dataclass(frozen=True)
class Definition:
    r"""``name`` with the parameters ``params`` stands for ``body``.

    ``scripts`` are the sub- and superscript letters of a family such as ``g^l_j``; ``arguments`` those of a
    function such as ``f(x)`` (None for what is no function). ``by_arrow`` marks a sequence that an
    arrow has defined, ``v \leftarrow \beta v + g``, and another arrow may define anew.
    """

    name: str
    body: Node
    arguments: tuple[str, ...] | None = None
    sub: tuple[str, ...] = ()
    sup: str | None = None
    by_arrow: bool = False


@dataclass(frozen=True)
class Context:
    """Definitions and given numbers; both are replaced, never changed in place."""

    definitions: tuple[Definition, ...] = ()
    given: tuple[tuple[Key, float], ...] = ()

    def define(self, definition: Definition) -> Context:
        """With one more definition, which takes the place of an earlier one of the same name."""
        others = tuple(item for item in self.definitions if item.name != definition.name)
        start = (definition.name, None, (0,)) if definition.sub else None
        given = tuple(item for item in self.given if item[0][0] != definition.name or item[0] == start)
        return replace(self, definitions=(*others, definition), given=given)

    def give(self, key: Key, value: float) -> Context:
        """With a value for a symbol."""
        start = key[2] == (0,)  # of a sequence, which stays
        definitions = tuple(
            item
            for item in self.definitions
            if (item.name != key[0] or (start and item.sub))
            and not (start and item.name == f"{key[0]}_{{0}}")
        )
        return replace(self, definitions=definitions, given=(*self.forget(key).given, (key, value)))

    def forget(self, key: Key) -> Context:
        """Without the value of a symbol."""
        return replace(self, given=tuple(item for item in self.given if item[0] != key))

    def find(self, name: str) -> Definition | None:
        """The definition of a name."""
        return next((item for item in self.definitions if item.name == name), None)

    def knows(self, name: str) -> bool:
        """Whether the page has defined a name or given it a value."""
        return self.find(name) is not None or any(key[0] == name for key, _ in self.given)

    def reaches(self, name: str, target: str) -> bool:
        """Whether what the page has defined under a name is made from another name, however far back."""
        todo, seen = [name], {name}
        while todo:
            definition = self.find(todo.pop())
            for part in () if definition is None else definition.body.walk():
                found = part.latex() if isinstance(part, _NAMED) else ""
                if found == target:
                    return True
                if found not in seen:
                    seen.add(found)
                    todo.append(found)
        return False

    @property
    def fingerprint(self) -> str:
        """Changes whenever anything defined or given changes."""
        return hashlib.sha256(repr((self.definitions, self.given)).encode()).hexdigest()
