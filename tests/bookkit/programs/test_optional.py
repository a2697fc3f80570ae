"""A listing is left out for one reason only: an optional package that it imports is not installed."""

from pathlib import Path

import pytest

from bookkit.programs import optional
from bookkit.steady import command
from bookkit.steady.ways import Way
from booktest.mutants.run import Proofs, main


@pytest.fixture(autouse=True)
def missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """One package that may be missing and is, and one that may be and is not."""
    monkeypatch.setattr(optional, "OPTIONAL", {"no_such_package": "No Such", "json": "JSON"})


def listing(folder: Path, source: str, name: str = "listing.py") -> Path:
    path = folder / name
    path.write_text(source, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "source",
    [
        "import no_such_package\n",
        "import json, no_such_package.nn as nn\n",
        "from no_such_package import nn\n",
        "from no_such_package.nn import Linear\n",
        "def later():\n    import no_such_package\n",
    ],
)
def test_a_missing_optional_package_is_named(source: str, tmp_path: Path) -> None:
    path = listing(tmp_path, source)
    assert optional.left_out(path) == f"{path}: needs No Such, not installed here"


def test_it_is_named_where_a_file_beside_the_listing_needs_it(tmp_path: Path) -> None:
    listing(tmp_path, "import no_such_package\n", "parts.py")
    listing(tmp_path, "from parts import part\n", "whole.py")
    path = listing(tmp_path, "from whole import part\n")
    assert optional.left_out(path) == f"{path}: needs No Such, not installed here"


@pytest.mark.parametrize(
    "source",
    [
        "import numpy\n",
        "import json\n",  # optional and installed: it has to run
        "import another_that_is_missing\n",  # missing and not optional: it has to fail
        "import no_such_package_either\n",
        "from . import no_such_package\n",
        "# import no_such_package\nprint('import no_such_package')\n",
        "import no_such_package\nthis is no Python\n",
    ],
)
def test_nothing_else_is_a_reason(source: str, tmp_path: Path) -> None:
    assert optional.left_out(listing(tmp_path, source)) is None


def test_a_file_that_is_not_there_is_left_to_who_runs_it(tmp_path: Path) -> None:
    assert optional.left_out(tmp_path / "missing.py") is None


def test_listings_are_divided_in_order(tmp_path: Path) -> None:
    sources = {"b.py": "print(1)", "a.py": "import no_such_package", "c.py": "import json"}
    paths = [listing(tmp_path, source, name) for name, source in sources.items()]
    here, reasons = optional.divided(paths)
    assert [path.name for path in here] == ["b.py", "c.py"]
    assert reasons == [f"{paths[1]}: needs No Such, not installed here"]


def test_steady_says_what_it_leaves_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    choice = type("Choice", (), {"ways": [Way("as it is")], "left_out": ()})
    monkeypatch.setattr(command, "available", lambda seeds: choice)
    listing(tmp_path, "import no_such_package\n", "absent.py")
    listing(tmp_path, "print(1)\n", "fine.py")
    assert command.main([tmp_path], seeds=0) == 0
    lines = capsys.readouterr().out.splitlines()
    assert f"left out: {tmp_path / 'absent.py'}: needs No Such, not installed here" in lines
    assert lines[-1] == "1 files, 1 ways: 1 steady, 0 not, 1 left out"


def test_an_output_that_cannot_be_printed_here_is_not_damaged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "snippets" / "page"
    folder.mkdir(parents=True)
    absent = listing(folder, "import no_such_package\nprint(1)\n#> 1\n", "absent.py")
    here = listing(folder, "print(1)\n#> 1\n", "here.py")
    monkeypatch.setattr("booktest.mutants.run.SNIPPETS", tmp_path / "snippets")
    monkeypatch.setattr("bookkit.numbers.evidence.SNIPPETS", tmp_path / "snippets")
    shown = "".join(
        f'``` python title="page/{path.name}"\n--8<-- "page/{path.name}"\n```\n\n' for path in (absent, here)
    )
    page = listing(tmp_path, f"# Page {{#page}}\n\n{shown}", "page.md")
    proofs = Proofs(page)
    assert proofs.snippets == [here]
    assert proofs.left_out == [f"{absent}: needs No Such, not installed here"]
    main([page])
    lines = capsys.readouterr().out.splitlines()
    assert f"outputs not damaged: {absent}: needs No Such, not installed here" in lines


def test_the_book_names_modules_and_packages() -> None:
    assert all(module.isidentifier() and name.strip() for module, name in optional.OPTIONAL.items())
