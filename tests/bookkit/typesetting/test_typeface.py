"""Words in figures are lettered in the typeface of the text."""

from pathlib import Path

from fontTools.ttLib import TTFont
from matplotlib import font_manager, rc_context, rcParams

import bookdraw
from bookdraw.style import TYPEFACE
from bookkit.typesetting import typeface


def test_the_file_is_one_that_matplotlib_reads(tmp_path: Path) -> None:
    told = typeface.variables(tmp_path)
    assert set(told) == {TYPEFACE}
    name = font_manager.FontProperties(fname=told[TYPEFACE]).get_name()
    assert "Source Serif" in name
    assert "fvar" not in TTFont(told[TYPEFACE])


def test_where_it_is_missing_nothing_is_told(tmp_path: Path) -> None:
    assert typeface.variables(tmp_path, tmp_path / "none.woff2") == {}
    assert typeface.fingerprint(tmp_path / "none.woff2") == ""


def test_figures_take_it_and_do_without_it(tmp_path: Path, monkeypatch) -> None:
    with rc_context():
        monkeypatch.delenv(TYPEFACE, raising=False)
        bookdraw.use()
        without = list(rcParams["font.family"])
        monkeypatch.setenv(TYPEFACE, typeface.variables(tmp_path)[TYPEFACE])
        bookdraw.use()
        assert rcParams["font.family"][1:] == without
        assert "Source Serif" in rcParams["font.family"][0]
