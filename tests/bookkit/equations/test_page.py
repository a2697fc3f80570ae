"""Pages and the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit import __main__ as press
from bookkit.equations import page as pages
from bookkit.keeping.cache import Cache
from bookkit.pages.source import parse_page

PAGE = r"""---
notation: network
---
# A page {#a-page}

Inline, $\delta^L = \nabla_a C \odot \sigma'(z^L)$ is a claim, $W^{[l]}$ and $\odot$ are none.

$$
% notation: calculus
a \coloneqq 2, \quad f \coloneqq a^2
$$

$$
% notation: calculus
f = 4 \label{eq-four}
$$

$$
% unchecked: a sketch
\text{error} = \text{error}
$$
"""


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("bookkit.keeping.cache.CACHE", tmp_path / "cache")


def test_a_page_is_judged_in_its_order_with_its_notation(tmp_path: Path) -> None:
    found = pages.check_page(parse_page(tmp_path / "page.md", PAGE))
    claims = [verdict.status for equation, verdict in found if pages.makes_claim(equation)]
    assert claims == ["true", "true", "true", "unchecked"]
    assert all(verdict.status == "true" for equation, verdict in found if not pages.makes_claim(equation))


def test_verdicts_are_kept_until_something_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page, cache = parse_page(tmp_path / "page.md", PAGE), Cache("equations", tmp_path)
    first = pages.check_page(page, cache)
    monkeypatch.setattr(pages, "check", None)  # asked for nothing that is known
    assert pages.check_page(page, cache) == first
    changed = parse_page(tmp_path / "page.md", PAGE.replace(r"a \coloneqq 2", r"a \coloneqq 3"))
    with pytest.raises(TypeError):
        pages.check_page(changed, cache)


def test_a_spoilt_cache_file_is_judged_anew(tmp_path: Path) -> None:
    page, cache = parse_page(tmp_path / "page.md", PAGE), Cache("equations", tmp_path)
    first = pages.check_page(page, cache)
    for path in (tmp_path / "equations").iterdir():
        path.write_bytes(b"spoilt")
    assert pages.check_page(page, cache) == first


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the command takes for that of this book."""
    monkeypatch.setattr(press, "ROOT", tmp_path)
    return tmp_path


def test_the_command_prints_a_line_for_every_equation(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = own / "page.md"
    path.write_text(PAGE)
    assert press.main(["check", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "4 equations: 3 checked, 1 unchecked, 0 false"
    assert len(lines) == 5
    assert lines[2].startswith(f"{path}:14  eq-four  true  ")


def test_the_command_fails_with_a_counter_example(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = own / "page.md"
    path.write_text("$x + x = 3 x$ and $x + = 2$")
    assert press.main(["check", str(path)]) == 1
    shown = capsys.readouterr()
    assert shown.out.splitlines()[-1] == "2 equations: 0 checked, 0 unchecked, 2 false"
    assert f"{path}:1: false: x + x = 3 x" in shown.err
    assert "counter-example: x = " in shown.err
    assert "did not expect a relation" in shown.err


def test_a_page_that_is_not_there_is_named(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert press.main(["check", str(own / "nowhere.md")]) == 2
    assert "nowhere.md" in capsys.readouterr().err


def test_a_cache_that_cannot_be_written_is_named(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = own / "page.md"
    path.write_text("$x + x = 2 x$")
    (own / "cache").write_text("no folder")
    assert press.main(["check", str(path)]) == 2
    assert "cannot be written (" in capsys.readouterr().err


def test_without_a_page_the_book_is_taken_in_the_order_of_its_navigation() -> None:
    names = [path.name for path in press.book_pages()]
    assert names.index("a-nudge.md") < names.index("circuit.md") < names.index("patterns.md")


@pytest.mark.parametrize("hidden", [r"\{x = x + 1\}", "[x = x + 1]", "f(x = 2)", r"\left\{1 = 2\right\}"])
def test_brackets_do_not_hide_a_claim(tmp_path: Path, hidden: str) -> None:
    page = parse_page(tmp_path / "page.md", f"# A page {{#a-page}}\n\nSo ${hidden}$.\n")
    assert [verdict.status for _, verdict in pages.check_page(page)] == ["error"]


@pytest.mark.parametrize("asked", ["[j = k]", "[z > 0]", "[j = k] x", r"\left[z_1 \ne 0\right]"])
def test_square_brackets_may_ask(tmp_path: Path, asked: str) -> None:
    page = parse_page(tmp_path / "page.md", f"# A page {{#a-page}}\n\nSo ${asked}$.\n")
    assert [verdict.status for _, verdict in pages.check_page(page)] == ["true"]
