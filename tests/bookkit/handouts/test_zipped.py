"""Readers of the site can run its listings: the wheel installs alone, and the zip runs with it."""

import io
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import nbformat
import numpy as np
import pytest

from bookkit.handouts import zipped as listings_zip
from bookkit.handouts.listings import handed_out
from bookkit.keeping.cache import Cache
from bookkit.pages.source import read_page
from bookkit.paths import ENGLISH, ROOT, SNIPPETS
from bookkit.programs import beside


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return dict(listings_zip.files())


@pytest.fixture(scope="module")
def unpacked(made: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reader")
    with zipfile.ZipFile(io.BytesIO(made[listings_zip.ZIP])) as archive:
        archive.extractall(folder)
    return folder / listings_zip.FOLDER


@pytest.fixture(scope="module")
def python(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment of its own, with the wheel from the zip and NumPy, and without network."""
    place = tmp_path_factory.mktemp("env")
    venv.create(place, with_pip=False, symlinks=os.name != "nt")
    found = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wheel = unpacked / listings_zip.wheel_name()
    command = [sys.executable, "-m", "pip", "--python", str(found), "install", "--no-deps", "--no-index"]
    result = subprocess.run([*command, str(wheel)], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    (packages,) = place.rglob("site-packages")
    for name in ("numpy", "numpy.libs"):
        if (Path(np.__file__).parents[1] / name).exists():
            (packages / name).symlink_to(Path(np.__file__).parents[1] / name)
    return found


@pytest.mark.parametrize(
    "listing",
    ["nudges/a-nudge/two_gates.py", "networks/gradient-checking/it_learns.py"],
    ids=["alone", "beside"],
)
def test_a_listing_prints_what_its_page_shows(listing: str, unpacked: Path, python: Path) -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    result = subprocess.run(
        [str(python), listing], cwd=unpacked, env=clean, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    text = (SNIPPETS / listing).read_text(encoding="utf-8")
    shown = [
        line.strip().removeprefix("#>").strip() for line in text.splitlines() if line.strip().startswith("#>")
    ]
    assert shown
    assert [line.strip() for line in result.stdout.splitlines()] == shown


def test_every_listing_of_a_page_that_does_not_draw_is_in_the_zip(unpacked: Path) -> None:
    missing = set()
    for page in ENGLISH.rglob("*.md"):
        for fence in read_page(page).fences:
            file = SNIPPETS / fence.title.partition(":")[0] if fence.title else None
            if file and file.suffix == ".py" and file.is_file():
                name = file.relative_to(SNIPPETS).as_posix()
                if not (unpacked / name).is_file():
                    missing.add(name)
    for name in missing:
        text = (SNIPPETS / name).read_text(encoding="utf-8")
        assert "bookdraw" in text or "bookkit" in text or handed_out(SNIPPETS / name) is None, name


def test_every_lab_is_in_the_zip_as_a_script_and_as_a_notebook(unpacked: Path) -> None:
    labs = sorted((ENGLISH / "labs").glob("*.py"))
    names = {f"{lab.stem}{suffix}" for lab in labs for suffix in (".py", ".ipynb")}
    assert labs
    assert {path.name for path in (unpacked / "labs").iterdir()} == names
    for lab in labs:
        assert (unpacked / "labs" / lab.name).read_bytes() == lab.read_bytes()
        notebook = nbformat.read(unpacked / "labs" / f"{lab.stem}.ipynb", as_version=4)
        nbformat.validate(notebook)
        assert "from backprop import" in "".join(cell.source for cell in notebook.cells)


def test_a_lab_imports_only_what_the_three_commands_install() -> None:
    installed = {"numpy", "sklearn", "matplotlib", "tqdm", "backprop", *sys.stdlib_module_names}
    for lab in (ENGLISH / "labs").glob("*.py"):
        needed = {name.partition(".")[0] for name in beside.imported(lab)}
        assert needed <= installed, lab.name


def test_a_lab_runs_with_the_wheel_from_the_zip(unpacked: Path, python: Path) -> None:
    command = [str(python), "labs/nudge-by-nudge.py"]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    result = subprocess.run(command, cwd=unpacked, env=clean, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("f = ")


def test_a_listing_that_needs_the_press_is_left_out_and_so_is_one_that_imports_it(tmp_path: Path) -> None:
    sources = {
        "a/plain.py": "import numpy\n",
        "a/drawing.py": "from bookdraw import VALUE\n",
        "a/by_way.py": "from drawing import VALUE\n",
        "a/twice.py": "import by_way\n",
        "b/by_way.py": "from drawing import VALUE\n",  # no file beside it draws
        "b/press.py": "import bookkit.proof.letters\n",
    }
    for name, text in sources.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = [path.relative_to(tmp_path).as_posix() for path in listings_zip.listings(tmp_path)]
    assert found == ["a/plain.py", "b/by_way.py"]


def test_the_same_sources_give_the_same_bytes(made: dict[str, bytes]) -> None:
    assert dict(listings_zip.files()) == made


def test_what_to_install_is_the_wheel_beside_it(unpacked: Path) -> None:
    lines = (unpacked / listings_zip.REQUIREMENTS).read_text(encoding="utf-8").splitlines()
    assert (unpacked / lines[0]).is_file()
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert all(f'"{line}"' in project for line in lines[1:])


def test_a_folder_without_a_project_is_named(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "a"\nversion = "1"\n', encoding="utf-8")
    with pytest.raises(listings_zip.WheelError, match="no wheel can be built from"):
        listings_zip.wheel(tmp_path)


def test_what_was_packed_is_kept_until_a_source_changes(
    made: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    packed = []
    monkeypatch.setattr(listings_zip, "_kept", Cache("listings", tmp_path))
    monkeypatch.setattr(listings_zip, "wheel", lambda: packed.append("wheel") or b"W")
    monkeypatch.setattr(listings_zip, "zipped", lambda name, data: packed.append("zip") or b"Z")
    first, again = (dict(listings_zip.files()) for _ in range(2))
    assert first == again
    assert (sorted(first.values()), first.keys()) == ([b"W", b"Z"], made.keys())
    assert packed == ["wheel", "zip"]
    snippets = tmp_path / "snippets"
    snippets.mkdir()
    monkeypatch.setattr(listings_zip, "SNIPPETS", snippets)
    for change in (
        lambda: (snippets / "a.py").write_text("1"),
        lambda: (snippets / "a.py").rename(snippets / "b.py"),
    ):
        packed.clear()
        change()
        dict(listings_zip.files())
        assert packed == ["wheel", "zip"]
