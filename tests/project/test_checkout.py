"""The repository as others check it out: the same bytes with every git, wherever it lies."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from bookkit.paths import ROOT

BINARY = {".png", ".jpg", ".ico", ".woff", ".woff2", ".npz"}
needs_history = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a clone")


def git(*words: str, cwd: Path = ROOT) -> str:
    return subprocess.run(["git", *words], cwd=cwd, check=True, capture_output=True, text=True).stdout


@needs_history
def test_a_git_that_changes_line_ends_leaves_these_alone(tmp_path: Path) -> None:
    git("init", "-q", str(tmp_path))
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    git("add", "-A", cwd=tmp_path)
    for path in ("scripts/setup.sh", "a.png"):
        (tmp_path / path).unlink()
    git("-c", "core.autocrlf=true", "checkout", "--", ".", cwd=tmp_path)
    assert b"\r" not in (tmp_path / "scripts" / "setup.sh").read_bytes()
    assert (tmp_path / "a.png").read_bytes() == b"\x89PNG\r\n\x1a\n\0"


@needs_history
def test_every_file_is_text_or_known_to_be_none() -> None:
    for path in git("ls-files", "-z").split("\0"):
        if path and (ROOT / path).is_file():
            data = (ROOT / path).read_bytes()
            if Path(path).suffix in BINARY:
                continue
            assert b"\0" not in data, f"{path}: name it in .gitattributes as binary"
            assert b"\r\n" not in data, path


def test_the_installed_way_to_the_sources_names_no_folder() -> None:
    setup = (ROOT / "scripts" / "setup.sh").read_text(encoding="utf-8")
    line = next(line for line in setup.splitlines() if '>"$way"' in line)
    way = line.rpartition("echo ")[2].split('"')[1]
    assert way.isascii()
    packages = ROOT / ".venv" / "lib" / "python3.11" / "site-packages"
    assert os.path.normpath(packages / way) == str(ROOT / "src")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locale")
def test_python_starts_where_the_locale_cannot_write_the_folders_name(tmp_path: Path) -> None:
    home = tmp_path / "büch"
    (home / "src").mkdir(parents=True)
    venv.create(home / ".venv", with_pip=False)
    (packages,) = (home / ".venv" / "lib").glob("python*/site-packages")
    (packages / "_editable_impl_book.pth").write_text(f"{home}/src\n", encoding="utf-8")
    setup = (ROOT / "scripts" / "setup.sh").read_text(encoding="utf-8")
    loop = "for way in" + setup.partition("    for way in")[2].partition("    done\n")[0] + "done\n"
    subprocess.run(["sh", "-euc", loop], cwd=home, check=True)
    done = subprocess.run(
        [home / ".venv" / "bin" / "python", "-c", "import sys; print(ascii(sys.path[-1]))"],
        env={"LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == ascii(str(home / "src")), done.stderr


def test_npm_keeps_nothing_in_the_home() -> None:
    lines = (ROOT / "scripts" / "setup.sh").read_text(encoding="utf-8").splitlines()
    (call,) = [line for line in lines if "npm ci" in line]
    assert '--cache "$PWD/.cache/npm"' in call
