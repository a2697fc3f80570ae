"""What readers install: the library alone, which needs NumPy only; and the book's folder, as it lies."""

import email
import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

import backprop
from bookkit.paths import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
USE = """
import sys
sys.path += sys.argv[1:]
import backprop, pkgutil
for module in pkgutil.iter_modules(backprop.__path__, "backprop."):
    __import__(module.name)
x, y = backprop.datasets.xor()
net = backprop.Network([2, 3, 1], hidden="tanh", cost="cross_entropy", rng=1)
history = backprop.train(net, x, y, epochs=500, batch_size=None)
files = {name.partition(".")[0] for name, module in sys.modules.items() if getattr(module, "__file__", None)}
print(backprop.__version__, history.accuracy[-1], *sorted(files - sys.stdlib_module_names - {"__main__"}))
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and the source archive, with the build backend that is installed here."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the wheel, which is how it is installed."""
    (path,) = built.glob("*.whl")
    folder = tmp_path_factory.mktemp("wheel")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    return folder


def test_the_wheel_holds_the_library_and_nothing_else(wheel: Path) -> None:
    names = {path.relative_to(wheel).as_posix() for path in wheel.rglob("*") if path.is_file()}
    about = f"backpropagation_checked-{PROJECT['version']}.dist-info"
    source = ROOT / "src"
    library = {
        path.relative_to(source).as_posix()
        for path in (source / "backprop").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "backprop/py.typed" in library
    assert names == library | {
        f"{about}/METADATA",
        f"{about}/RECORD",
        f"{about}/WHEEL",
        f"{about}/licenses/LICENSE",
    }


def test_the_wheel_needs_numpy_only(wheel: Path) -> None:
    (metadata,) = wheel.glob("*.dist-info/METADATA")
    said = email.message_from_string(metadata.read_text(encoding="utf-8"))
    needed = [line for line in said.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert needed == ["numpy>=2.0"]
    assert (said["License-Expression"], said["Version"]) == ("MIT", PROJECT["version"])


def test_the_wheel_works_where_there_is_nothing_but_numpy(wheel: Path, tmp_path: Path) -> None:
    packages = Path(np.__file__).parents[1]
    for name in ("numpy", "numpy.libs"):
        if (packages / name).exists():
            (tmp_path / name).symlink_to(packages / name)
    command = [sys.executable, "-I", "-S", "-W", "error", "-c", USE, str(wheel), str(tmp_path)]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.stdout.split() == [PROJECT["version"], "1.0", "backprop", "numpy"], result.stderr


def test_a_library_that_is_not_installed_has_a_version_too(tmp_path: Path) -> None:
    packages = Path(np.__file__).parents[1]
    for name in ("numpy", "numpy.libs"):
        if (packages / name).exists():
            (tmp_path / name).symlink_to(packages / name)
    command = [sys.executable, "-I", "-S", "-c", USE, str(ROOT / "src"), str(tmp_path)]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.stdout.split()[0] == "0+unknown", result.stderr
    assert isinstance(backprop.__version__, str)


def test_the_source_archive_holds_what_was_written(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "src/backprop/py.typed"} <= names
    assert {"src/backprop/network.py", "tests/backprop/test_network.py"} <= names
    unwanted = ("__pycache__", ".pyc", "site/", ".cache", ".venv", "node_modules", "src/bookkit")
    assert [name for name in names if any(part in name for part in unwanted)] == []


def test_the_folder_as_it_lies_has_the_press_too(tmp_path: Path) -> None:
    program = "import sys, hatchling.build; hatchling.build.build_editable(sys.argv[1])"
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    (path,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        (link,) = [name for name in archive.namelist() if name.endswith(".pth")]
        (folder,) = archive.read(link).decode().split()
    assert Path(folder).resolve() == (ROOT / "src").resolve()
    where = (
        "import backprop, bookdraw, bookkit; print(backprop.__file__, bookdraw.__file__, bookkit.__file__)"
    )
    found = subprocess.run(
        [sys.executable, "-c", where],
        env=os.environ | {"PYTHONPATH": folder},
        capture_output=True,
        text=True,
        check=True,
    )
    assert [Path(name).parents[1] for name in found.stdout.split()] == [Path(folder)] * 3


# What is said of the project stands in several files, and is the same in all of them


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_citation_file_is_valid_and_agrees() -> None:
    cited = yaml.safe_load(read("CITATION.cff"))
    assert {"cff-version", "message", "title", "authors"} <= cited.keys()
    assert set(cited) <= {
        "abstract", "authors", "cff-version", "contact", "date-released", "doi", "identifiers", "keywords",
        "license", "license-url", "message", "preferred-citation", "references", "repository",
        "repository-artifact", "repository-code", "title", "type", "url", "version",
    }  # fmt: skip
    assert (cited["cff-version"], cited["type"]) == ("1.2.0", "software")
    assert cited["license"] == ["MIT", "CC-BY-4.0"]
    book = cited["preferred-citation"]
    assert {"type", "title", "authors"} <= book.keys()
    assert book["type"] == "book"
    for work in (cited, book):
        assert (work["title"], work["version"]) == (title(), PROJECT["version"])
        assert work["authors"] == [{"name": PROJECT["authors"][0]["name"]}]
    assert cited["abstract"] == PROJECT["description"]
    assert title().lower().replace(", ", "-") == PROJECT["name"]


def title() -> str:
    (line,) = [line for line in read("mkdocs.yml").splitlines() if line.startswith("site_name: ")]
    return line.removeprefix("site_name: ")


def test_the_changelog_has_this_version() -> None:
    headings = [line for line in read("CHANGELOG.md").splitlines() if line.startswith("## ")]
    assert headings[0] == "## [Unreleased]"
    assert headings[1].startswith(f"## [{PROJECT['version']}]")


def test_licences_are_whole_and_named_where_one_looks() -> None:
    holder = PROJECT["authors"][0]["name"]
    mit, cc = read("LICENSE"), read("LICENSE.CC-BY-4.0")
    assert mit.startswith("MIT License")
    assert holder in mit
    assert "WITHOUT WARRANTY OF ANY KIND" in mit
    assert cc.startswith("Attribution 4.0 International")
    assert [f"Section {n} -- " in cc for n in range(1, 9)] == [True] * 8
    assert cc.rstrip().endswith("Creative Commons may be contacted at creativecommons.org.")
    for name in ("README.md", "CONTRIBUTING.md"):
        assert "(LICENSE)" in read(name)
        assert "(LICENSE.CC-BY-4.0)" in read(name)


def test_contributors_are_led_to_the_page() -> None:
    assert "(docs/en/about/contributing.md)" in read("CONTRIBUTING.md")
    assert (ROOT / "docs" / "en" / "about" / "contributing.md").is_file()
