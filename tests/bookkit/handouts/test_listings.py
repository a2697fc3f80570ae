"""Readers get listings whole, and of homework only what they are not asked to find."""

from pathlib import Path

import pytest

from bookkit.handouts import zipped as listings_zip
from bookkit.handouts.listings import handed_out
from bookkit.paths import SNIPPETS
from bookkit.site import files as site_files

GIVEN = "# --8<-- [start:given]\nx = 2\n# --8<-- [end:given]\n"
HIDDEN = "answer = x**2\n"
CHECK = "# --8<-- [start:check]\nprint(answer)\n#> 4\n# --8<-- [end:check]\n"
SHOWN = "import numpy\n# --8<-- [start:shown]\nprint(1)\n# --8<-- [end:shown]\n"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("homework_a.py", GIVEN + HIDDEN + CHECK, "x = 2\n"),
        ("homework_a.py", HIDDEN + CHECK, None),
        ("homework_a.py", HIDDEN, HIDDEN),
        ("homework_a.py", SHOWN, "import numpy\nprint(1)\n"),
        ("pass_lines.py", GIVEN + HIDDEN + CHECK, "x = 2\nanswer = x**2\nprint(answer)\n#> 4\n"),
    ],
    ids=["given and hidden", "hidden", "whole", "folded", "no homework"],
)
def test_the_hidden_part_of_homework_is_not_handed_out(
    name: str, text: str, expected: str | None, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert handed_out(path) == expected


def test_neither_the_site_nor_the_zip_tells_the_way() -> None:
    hidden = [path for path in sorted(SNIPPETS.rglob("homework_*.py")) if "[start:check]" in path.read_text()]
    assert {path.stem for path in hidden} >= {"homework_silu", "homework_valley", "homework_detour"}
    published = dict(site_files.files())
    zipped = published[listings_zip.ZIP]
    assert isinstance(zipped, bytes)
    for path in hidden:
        name = path.relative_to(SNIPPETS).as_posix()
        text = published.get(f"snippets/{name}")
        assert text is None or "numerical_gradient(" not in str(text)
        assert (name.encode() in zipped) == (text is not None)
    assert "snippets/deep/checklist/homework_valley.py" not in published
