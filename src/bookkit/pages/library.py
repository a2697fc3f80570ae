"""The library's definitions as text, found by name in the files of the package without running them."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path

from bookkit.paths import ROOT

_SECTIONS = re.compile(
    r'\n[ \t]*\n(?P<indent>[ \t]*)(?:Parameters|Returns|Raises|Examples)\n[ \t]*-{3,}\n(?:(?!""").)*"""',
    re.DOTALL,
)
_PACKAGE = ROOT / "src" / "backprop"
_ROOMS = ("*.py", "layers/*.py")  # the exercises are programs for the command line, not shown on pages


class UnknownNameError(LookupError):
    """The library has no definition of that name."""


def _definitions(body: list[ast.stmt], prefix: str, path: Path) -> dict[str, tuple[Path, int, int]]:
    found: dict[str, tuple[Path, int, int]] = {}
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
            assert node.end_lineno is not None
            found[prefix + node.name] = (path, first, node.end_lineno)
            if isinstance(node, ast.ClassDef):
                found |= _definitions(node.body, f"{prefix}{node.name}.", path)
    return found


def definitions(package: Path = _PACKAGE) -> dict[str, tuple[Path, int, int]]:
    """Return every function, class and method of the package: name → (file, first line, last line)."""
    found: dict[str, tuple[Path, int, int]] = {}
    for path in sorted(path for room in _ROOMS for path in package.glob(room)):
        found |= _definitions_of(path, path.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=256)
def _definitions_of(path: Path, text: str) -> dict[str, tuple[Path, int, int]]:
    """One file's definitions; a page asks for them at each of its listings."""
    return _definitions(ast.parse(text).body, "", path)


def source_of(name: str, package: Path = _PACKAGE) -> str:
    """Return the source of `backprop.sigmoid` or `backprop.Network.backprop`, unindented.

    Of a docstring the page shows the sentence and the equation; its sections (shapes, errors, examples)
    stand in the API reference.

    Raises UnknownNameError, naming those that there are.
    """
    known = definitions(package)
    key = name.removeprefix("backprop.")
    if key not in known:
        public = ", ".join(k for k in known if not k.startswith("_"))
        raise UnknownNameError(f"the library has no {name!r}; it defines {public}")
    path, first, last = known[key]
    lines = path.read_text(encoding="utf-8").splitlines()[first - 1 : last]
    indent = len(lines[0]) - len(lines[0].lstrip())
    return _SECTIONS.sub(r'\n\g<indent>"""', "\n".join(line[indent:] for line in lines))
