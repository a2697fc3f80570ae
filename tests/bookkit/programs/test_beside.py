"""A listing imports what lies beside it, the next one what lies beside that, and neither leaves a trace."""

import sys
from pathlib import Path

import pytest

from bookkit.drawings.figures import draw
from bookkit.keeping.cache import Cache
from bookkit.programs.beside import beside, imported, is_beside, used
from booktest.mutants.outputs import Listing


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, source in files.items():
        (folder / f"{name}.py").write_text(source)
    return folder


def test_each_page_gets_its_own_file_of_the_same_name(tmp_path: Path) -> None:
    found = []
    for page, value in [("one", 1), ("two", 2)]:
        listing = write(tmp_path / page, network=f"size = {value}\n", idea="") / "idea.py"
        with beside(listing):
            import network  # type: ignore[import-not-found]

            found.append(network.size)
            assert is_beside(network.__file__)
        assert not is_beside(network.__file__)
    assert found == [1, 2]


def test_nothing_is_left_behind_even_by_an_error(tmp_path: Path) -> None:
    listing = write(tmp_path, network="size = 1\n", idea="") / "idea.py"
    path = list(sys.path)
    listing.write_text("import network\n1 / 0\n")
    with pytest.raises(ZeroDivisionError), beside(listing):
        exec(listing.read_text())
    assert "network" not in sys.modules
    assert sys.path == path
    assert not (tmp_path / "__pycache__").exists()


def test_what_a_listing_uses_is_followed_to_its_end(tmp_path: Path) -> None:
    write(tmp_path, idea="import numpy\nfrom first import x\n")
    write(tmp_path, first="import second\n", second="import first\n")
    write(tmp_path, other="x = 1\n")
    assert [path.stem for path in used(tmp_path / "idea.py")] == ["first", "second"]
    assert used(tmp_path / "other.py") == []
    (tmp_path / "broken.py").write_text("import (")
    assert used(tmp_path / "broken.py") == []


PLACES = """
import a1, a2.b
from a3.b import c
from .. import near
def f():
    import a4
    class C:
        async def g(self):
            async with x: import a5
try: import a6
except ImportError: import a7
else: import a8
finally: import a9
if x: import a10
elif y: import a11
else: import a12
for _ in x: import a13
else: import a14
while x: import a15
with x: import a16
match x:
    case 1: import a17
try: x
except* ValueError: import a18
z = lambda: "import b1"
"""


def test_an_import_is_found_wherever_one_can_be(tmp_path: Path) -> None:
    (tmp_path / "idea.py").write_text(PLACES)
    own = {f"a{number}" for number in range(1, 19)}
    assert {name.partition(".")[0] for name in imported(tmp_path / "idea.py")} == own


def test_a_figure_is_drawn_anew_when_what_it_uses_changes(tmp_path: Path) -> None:
    source = "import matplotlib.pyplot as plt\nfrom data import top\nplt.plot([0, 1], [0, top])\nplt.show()\n"
    folder = write(tmp_path / "page", drawing=source, data="top = 1\n")
    cache = Cache("figures", tmp_path / "cache")
    first = draw(folder / "drawing.py", cache)
    assert draw(folder / "drawing.py", cache) == first
    write(folder, data="top = 2\n")
    assert draw(folder / "drawing.py", cache) != first


def test_damaged_outputs_are_noticed_in_a_listing_that_imports(tmp_path: Path) -> None:
    source = "from data import top\n\nprint(top)\n#> 1\n"
    listing = Listing(write(tmp_path, idea=source, data="top = 1\n") / "idea.py")
    assert not listing.objects_to(source)
    assert listing.objects_to(source.replace("#> 1", "#> 2"))
