"""The pages, the texts of the exercises, and the docstrings and messages of the library in plain English."""

import ast
from pathlib import Path

import pytest

from bookkit.pages.source import read_page
from bookkit.paths import ENGLISH, ROOT, shown
from bookkit.proof.language import slips

PAGES = [*sorted(ENGLISH.rglob("*.md")), *sorted((ENGLISH / "labs").glob("*.py"))]
TEXTS = sorted((ROOT / "src" / "backprop" / "exercises" / "texts" / "en").glob("*.toml"))
LIBRARY = sorted(path for room in ("*.py", "layers/*.py") for path in (ROOT / "src" / "backprop").glob(room))


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_a_page(path: Path) -> None:
    lines = [(prose.line, prose.text) for prose in read_page(path).prose]
    assert [f"{shown(path)}:{line}: {message}" for line, message in slips(lines)] == []


@pytest.mark.parametrize("path", TEXTS, ids=shown)
def test_the_texts_of_the_exercises(path: Path) -> None:
    """Tasks, what is said of a wrong answer, and the messages of the command."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    assert [f"{shown(path)}:{line}: {message}" for line, message in slips(lines)] == []


@pytest.mark.parametrize("path", LIBRARY, ids=shown)
def test_the_texts_of_the_library(path: Path) -> None:
    """Docstrings and messages: every string in the source."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    lines = [(line + n, part) for line, text in texts for n, part in enumerate(text.splitlines())]
    assert [f"{shown(path)}:{line}: {message}" for line, message in slips(lines)] == []
