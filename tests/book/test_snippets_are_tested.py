"""The test of the listings notices a wrong output, a missing one and an error, and can mend the outputs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
PLUGINS = ["-p", "no:cacheprovider", "-p", "pytest_examples"]
ALONE = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # half of the time went into plugins that no listing needs
GIVEN = "from bookkit.paths import ROOT, SNIPPETS\n"
OWN = "from bookkit.paths import ROOT\n\nSNIPPETS = Path(__file__).parent / 'listings'\n"
LISTINGS = {
    "right": "print(1 + 1)\n#> 2\n",
    "wrong": "print(1 + 1)\n#> 3\n",
    "missing": "print(1 + 1)\n",
    "never_printed": "x = 1\n#> 1\n",
    "rounded": "print(1 / 3)\n#> 0.3333\n",
    "error": "print(1)\n#> 1\nraise ValueError('no')\n",
    "warning": "import warnings\nwarnings.warn('no')\n",
    "lacks": "import no_such_package\nprint(1)\n#> 2\n",
    "broken": "import broken_package\nprint(1)\n#> 1\n",
    "unknown": "import another_that_is_missing\nprint(1)\n#> 1\n",
}
# Packages that the listings may lack: one is missing, the other is there and cannot be imported.
OPTIONAL = """
import sys
from pathlib import Path
from bookkit.programs.optional import OPTIONAL
OPTIONAL.update(no_such_package="No Such", broken_package="Broken")
sys.path.insert(0, str(Path(__file__).parent))

def pytest_addoption(parser):
    parser.addoption("--everyday", action="store_true")
"""


def run(folder: Path, *options: str) -> str:
    """Run the real test on the listings in a folder and return what it says."""
    test = folder / "test_snippets.py"
    shutil.copy(Path(__file__).with_name("test_snippets.py"), test)
    text = test.read_text(encoding="utf-8")
    assert GIVEN in text
    test.write_text(text.replace(GIVEN, OWN), encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nfilterwarnings = error\n")
    (folder / "conftest.py").write_text(OPTIONAL)
    (folder / "broken_package.py").write_text("raise ImportError('half of me is missing')\n")
    command = [sys.executable, "-m", "pytest", *PLUGINS, "-v", "-rA", *options, str(test)]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=os.environ | ALONE
    ).stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("listings")
    (folder / "listings").mkdir()
    for name, source in LISTINGS.items():
        (folder / "listings" / f"{name}.py").write_text(source)
    return folder


@pytest.fixture(scope="module")
def verdicts(folder: Path) -> str:
    return run(folder)


def test_a_right_output_passes(verdicts: str) -> None:
    assert "test_snippet[right.py] PASSED" in verdicts


@pytest.mark.parametrize("name", [name for name in LISTINGS if name not in ("right", "lacks")])
def test_anything_else_fails(name: str, verdicts: str) -> None:
    assert f"test_snippet[{name}.py] FAILED" in verdicts


def test_a_missing_optional_package_is_named(verdicts: str) -> None:
    assert "test_snippet[lacks.py] SKIPPED" in verdicts
    assert "lacks.py: needs No Such, not installed here" in verdicts


def test_an_error_is_named_by_file_and_line(verdicts: str) -> None:
    assert "error.py:3: ValueError: no" in verdicts
    assert "warning.py:2: UserWarning: no" in verdicts


def test_checking_changes_no_file(folder: Path, verdicts: str) -> None:
    for name, source in LISTINGS.items():
        assert (folder / "listings" / f"{name}.py").read_text() == source


def test_every_day_what_passed_is_run_again_only_where_something_has_changed(tmp_path: Path) -> None:
    listings = tmp_path / "listings"
    listings.mkdir()
    runs = tmp_path / "runs.txt"
    note = f"with open({str(runs)!r}, 'a') as file:\n    file.write('run ')\n"
    (listings / "mine.py").write_text(f"from other import two\n\n{note}print(two)\n#> 2\n")
    (listings / "other.py").write_text("two = 2\n")
    only = "-kmine"
    run(tmp_path, only)
    run(tmp_path, only, "--everyday")
    assert runs.read_text() == "run "
    run(tmp_path, only)
    assert runs.read_text() == "run run "
    (listings / "other.py").write_text("two = 3\n")
    for number in (3, 4):
        assert "test_snippet[mine.py] FAILED" in run(tmp_path, only, "--everyday")
        assert runs.read_text() == "run " * number  # what fails is never kept
    (listings / "mine.py").write_text((listings / "mine.py").read_text().replace("#> 2", "#> 3"))
    assert "test_snippet[mine.py] PASSED" in run(tmp_path, only, "--everyday")
    assert runs.read_text() == "run " * 5


def test_update_examples_writes_what_is_printed(tmp_path: Path) -> None:
    listing = tmp_path / "listings" / "mine.py"
    listing.parent.mkdir()
    listing.write_text("print(1 + 1)\n#> 3\nprint('x')\n")
    run(tmp_path, "--update-examples")
    assert listing.read_text() == "print(1 + 1)\n#> 2\nprint('x')\n#> x\n"
