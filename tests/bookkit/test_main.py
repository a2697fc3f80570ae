"""The command that checks pages: what has not changed since nothing was wrong is not judged again."""

from pathlib import Path

import pytest

from bookkit import __main__ as press

RIGHT, WRONG = "# A\n\nHere $2 + 2 = 4$ holds.\n", "# A\n\nHere $2 + 2 = 5$ holds.\n"


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the pages that were judged, as they come; all in this process."""
    names: list[str] = []

    def proofread(path: Path):
        names.append(path.name)
        return real(path)

    real = press.proofread
    monkeypatch.setattr(press, "proofread", proofread)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    monkeypatch.setattr("bookkit.pages.kept._CLOCK", -10 * 10**9)  # files as new as these count as old
    return names


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_page_is_judged_again_where_it_has_changed(
    tmp_path: Path, judged: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    pages = [write(tmp_path / "one.md", RIGHT), write(tmp_path / "two.md", RIGHT + "\nMore.\n")]
    assert press.check_command(pages) == 0
    said = capsys.readouterr().out
    assert judged == ["two.md", "one.md"]  # the longer one first
    assert press.check_command(pages) == 0
    assert capsys.readouterr().out == said
    assert judged == ["two.md", "one.md"]
    write(pages[0], WRONG)
    assert press.check_command(pages) == 1
    assert judged == ["two.md", "one.md", "one.md"]
    assert "2 equations: 1 checked, 0 unchecked, 1 false" in capsys.readouterr().out


def test_what_is_wrong_is_judged_each_time(
    tmp_path: Path, judged: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    page = write(tmp_path / "page.md", WRONG)
    for _ in range(2):
        assert press.check_command([page]) == 1
        assert "counter-example" in capsys.readouterr().err
    assert judged == ["page.md", "page.md"]
