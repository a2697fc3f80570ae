"""The press is a house of rooms: arrows between them only go down, and no file is long."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from bookkit.paths import ROOT

SOURCES = ROOT / "src"
PRESS = SOURCES / "bookkit"
# From the ground up; a room may use those below it.
ROOMS = (
    "bookkit.keeping",
    "bookkit.typesetting",
    "bookkit.programs",
    "bookkit.steady",
    "bookkit.pages",
    "bookkit.seeing",
    "bookkit.exact",
    "bookkit.values",
    "bookkit.notations",
    "bookkit.equations.reading",
    "bookkit.equations.drawing",
    "bookkit.equations.compiling",
    "bookkit.equations.judging",
    "bookkit.equations",
    "bookkit.numbers",
    "bookkit.proof",
    "bookkit.proofreader",
    "bookkit.handouts",
    "bookkit.drawings",
    "bookkit.written",
    "bookkit.markdown",
    "bookkit.site",
    "bookkit.editions",
    "bookkit.mkdocs",
)
# Beside the rooms lies what any of them may need, and what starts them.
BESIDE = {"paths", "browser", "lazily", "machine", "screenshots", "side_by_side", "__main__", "__init__"}
LONGEST = 400


def name_of(path: Path, sources: Path) -> str:
    return ".".join(path.relative_to(sources).with_suffix("").parts).removesuffix(".__init__")


def arrows(sources: Path) -> dict[str, set[str]]:
    """Which module imports which, of all below a folder, also inside of functions and for types alone."""
    paths = {name_of(path, sources): path for path in sources.rglob("*.py")}
    return {name: set(imported(path, paths)) - {name} for name, path in paths.items()}


def imported(path: Path, known: dict[str, Path]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (item.name for item in node.names if item.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            whole = [f"{node.module}.{item.name}" for item in node.names]
            yield from (name if name in known else node.module for name in whole if node.module in known)


def room_of(module: str) -> int | None:
    """The number of a module's room; None beside the rooms."""
    found = [name for name in ROOMS if module == name or module.startswith(f"{name}.")]
    return ROOMS.index(max(found, key=len)) if found else None


def upward(found: dict[str, set[str]]) -> list[str]:
    """The imports that lead from a room to one above it."""
    pairs = [(one, other, room_of(one), room_of(other)) for one in found for other in found[one]]
    return [
        f"{one} imports {other}, which is above it"
        for one, other, low, high in pairs
        if low is not None and high is not None and low < high
    ]


def circle(found: dict[str, set[str]]) -> list[str]:
    """Files that import each other in a circle; none if there are none."""
    try:
        TopologicalSorter(found).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def without_faces(found: dict[str, set[str]], sources: Path) -> dict[str, set[str]]:
    """The arrows between files that define something; the face of a room only hands on or gathers."""
    faces = {name_of(path, sources) for path in sources.rglob("__init__.py")}
    return {name: others - faces for name, others in found.items() if name not in faces}


def test_arrows_between_rooms_only_go_down() -> None:
    assert upward(arrows(SOURCES)) == []


def test_everything_in_the_press_has_a_room() -> None:
    assert {path.stem for path in PRESS.glob("*.py")} == BESIDE
    folders = {f"bookkit.{path.parent.name}" for path in PRESS.glob("*/__init__.py")}
    assert folders == {".".join(name.split(".")[:2]) for name in ROOMS}


def test_the_press_imports_its_tests_for_one_command_alone() -> None:
    found = arrows(SOURCES)
    press = {name for name in found if name.partition(".")[0] in ("backprop", "bookdraw", "bookkit")}
    pairs = {(one, other) for one in press for other in found[one] if other.startswith("booktest")}
    assert pairs == {("bookkit.__main__", "booktest.mutants.run")}


def test_no_files_of_the_press_import_each_other_in_a_circle() -> None:
    assert circle(without_faces(arrows(SOURCES), SOURCES)) == []


def test_no_file_is_long() -> None:
    lines = {
        path.relative_to(SOURCES).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in SOURCES.rglob("*.py")
    }
    assert {name: count for name, count in lines.items() if count > LONGEST} == {}


@pytest.mark.parametrize(
    "up",
    [
        "import bookkit.equations.high",
        "from bookkit.equations import high",
        "from bookkit.equations.high import up",
    ],
)
def test_an_arrow_up_and_a_circle_are_found(tmp_path: Path, up: str) -> None:
    for folder in ("bookkit", "bookkit/values", "bookkit/equations"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "__init__.py").touch()
    (tmp_path / "bookkit/values/low.py").write_text(f"def late():\n    {up}\n")
    (tmp_path / "bookkit/equations/high.py").write_text("from bookkit.values.low import late\n")
    found = arrows(tmp_path)
    assert upward(found) == ["bookkit.values.low imports bookkit.equations.high, which is above it"]
    assert set(circle(without_faces(found, tmp_path))) == {"bookkit.values.low", "bookkit.equations.high"}


def test_what_imports_nothing_above_it_is_no_circle(tmp_path: Path) -> None:
    (tmp_path / "low.py").touch()
    (tmp_path / "high.py").write_text("from low import a\n")
    assert circle(arrows(tmp_path)) == []
