"""Formatting, style and types: the commands of `make check`, one by one."""

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from bookkit.paths import ROOT

CHECKS: tuple[Callable[[Path], str], ...] = runpy.run_path(str(ROOT / "scripts" / "check.py"))["CHECKS"]
DAMAGED = {
    "formatting": ("src/a.py", "x  =  1\n"),
    "listings": ("snippets/part/a.py", "print( 1 )\n#> 1\n"),
    "style": ("src/a.py", "import os\n"),
    "types": ("src/a.py", 'x: int = "1"\n'),
    "scripts": ("docs/assets/live/a.js", '/** @type {number} */\nexport const x = "1"\n'),
}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_project_is_clean(check: Callable[[Path], str]) -> None:
    complaints = check(ROOT)
    if complaints:
        pytest.fail(complaints, pytrace=False)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_each_check_complains_of_what_it_is_for(check: Callable[[Path], str], tmp_path: Path) -> None:
    place, text = DAMAGED[check.__name__]
    for settings in ("pyproject.toml", "tsconfig.json"):
        (tmp_path / settings).write_text((ROOT / settings).read_text(encoding="utf-8"), encoding="utf-8")
    for folder in ("src", "snippets/part", "docs/assets/live"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "src" / "a.py").write_text("x = 1\n")
    (tmp_path / "docs" / "assets" / "live" / "a.js").write_text("export const x = 1\n")
    assert check(tmp_path) == ""
    (tmp_path / place).write_text(text)
    assert Path(place).name in check(tmp_path)
