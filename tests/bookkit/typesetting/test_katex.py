"""KaTeX typesets; what it cannot typeset, and what is missing, is said."""

from pathlib import Path

import pytest

from bookkit.keeping.cache import Cache
from bookkit.typesetting import katex
from bookkit.typesetting.katex import Formula, LatexError, MissingPieceError, typeset


@pytest.fixture(autouse=True)
def _look_again() -> None:
    katex.find_node.cache_clear()
    katex.find_katex.cache_clear()


def test_html_for_the_eye_and_mathml_for_the_ear(tmp_path: Path) -> None:
    (html,) = typeset([Formula(r"\sigma(z)", display=True)], Cache("katex", tmp_path))
    assert isinstance(html, str)
    assert 'class="katex-display"' in html
    assert "<math" in html
    assert 'class="katex-html" aria-hidden="true"' in html


def test_results_stand_in_the_order_of_the_questions(tmp_path: Path) -> None:
    formulas = [Formula(latex, display=False) for latex in ("a", "b", "a", "c")]
    results = typeset(formulas, Cache("katex", tmp_path))
    assert [
        f'encoding="application/x-tex">{f.latex}<' in str(r) for f, r in zip(formulas, results, strict=True)
    ] == [True] * 4


@pytest.mark.parametrize(
    ("latex", "message", "position"),
    [
        (r"a + \nonsense{b}", r"Undefined control sequence: \nonsense", 4),
        (r"\frac{a}{b", "Unexpected end of input", None),
        (r"\href{x}{y}", r"\href is refused", None),
        (r"\htmlClass{x}{y}", "HTML extension is disabled", None),
        ("a ж", 'Unicode text character "ж" used in math mode', None),
    ],
)
def test_an_error_says_what_and_where(latex: str, message: str, position: int | None, tmp_path: Path) -> None:
    good, bad = typeset(
        [Formula("a", display=False), Formula(latex, display=False)], Cache("katex", tmp_path)
    )
    assert isinstance(good, str)
    assert isinstance(bad, LatexError), bad
    assert message in bad.message
    assert bad.latex == latex
    if position is not None:
        assert bad.position == position


def test_what_is_kept_needs_no_node(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache("katex", tmp_path)
    first = typeset([Formula("x^2", display=False)], cache)

    def asked(*_: object) -> None:
        pytest.fail("Node was asked again")

    monkeypatch.setattr(katex._Worker, "ask", asked)
    assert typeset([Formula("x^2", display=False)], cache) == first


def test_an_error_is_not_kept(tmp_path: Path) -> None:
    typeset([Formula(r"\nonsense", display=False)], Cache("katex", tmp_path))
    assert not any(tmp_path.rglob("*"))


def test_missing_katex_is_said_with_its_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(katex, "KATEX", tmp_path / "node_modules" / "katex")
    with pytest.raises(MissingPieceError, match=r"KaTeX is missing .*make setup.*npm ci"):
        katex.find_katex()


def test_missing_node_is_said_with_its_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(katex.sysconfig, "get_path", lambda _: str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingPieceError, match=r"Node is missing .*make setup"):
        katex.find_node()


def test_a_node_that_stops_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = katex._Worker()
    broken = tmp_path / "broken.mjs"
    broken.write_text("throw new Error('this Node is too old')")
    monkeypatch.setattr(katex, "_WORKER", broken)
    try:
        with pytest.raises(MissingPieceError, match="this Node is too old"):
            worker.ask([Formula("a", display=False)])
    finally:
        worker.stop()


def test_the_worker_is_started_again_after_it_ended() -> None:
    worker = katex._Worker()
    try:
        worker.ask([Formula("a", display=False)])
        worker.stop()
        assert "html" in worker.ask([Formula("b", display=False)])[0]
    finally:
        worker.stop()
