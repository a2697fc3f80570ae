"""Whatever is read is noted, whoever reads it."""

import codecs
import runpy
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bookkit.keeping import reads


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "file.py"
    path.parent.mkdir()
    path.write_text("1\n", encoding="utf-8")
    return path


def by_codecs(path: Path) -> None:
    codecs.open(str(path), "r", "utf-8").close()


@pytest.mark.parametrize(
    "read",
    [Path.read_text, Path.read_bytes, by_codecs, lambda path: runpy.run_path(str(path))],
    ids=["text", "bytes", "codecs", "run"],
)
def test_a_file_is_noted_however_it_is_read(file: Path, read: Callable[[Path], object]) -> None:
    with reads.noted() as notes:
        read(file)
    assert str(file) in notes


def test_a_file_that_is_not_there_and_a_folder_are_noted(tmp_path: Path, file: Path) -> None:
    with reads.noted() as notes:
        with pytest.raises(FileNotFoundError):
            (tmp_path / "missing").read_bytes()
        assert list(tmp_path.rglob("*.py")) == [file]
    assert {str(tmp_path / "missing"), str(tmp_path), str(file.parent)} <= notes.keys()


def test_a_name_is_noted_as_seen_from_everywhere(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent)
    with reads.noted() as notes:
        Path(file.name).read_text()
    assert str(file) in notes


def test_what_is_written_and_what_others_read_is_not_noted(tmp_path: Path, file: Path) -> None:
    with reads.noted() as notes:
        (tmp_path / "new").write_text("x")
        other = threading.Thread(target=file.read_text)
        other.start()
        other.join()
    assert not {str(tmp_path / "new"), str(file)} & notes.keys()


def test_notes_end_and_may_hold_each_other(tmp_path: Path, file: Path) -> None:
    second = tmp_path / "second"
    second.touch()
    with reads.noted() as around:
        with reads.noted() as inside:
            file.read_text()
        second.read_text()
    assert list(file.parent.iterdir()) == [file]
    assert str(file) in inside
    assert str(second) not in inside
    assert {str(file), str(second)} <= around.keys()
    assert str(file.parent) not in around


def test_what_was_remembered_is_noted_by_whoever_remembered_it(file: Path) -> None:
    with reads.noted() as notes:
        reads.note({str(file): 7})
        file.read_text()
    assert notes == {str(file): 7}  # since then


def test_the_first_reading_counts(file: Path) -> None:
    before = time.time_ns()
    with reads.noted() as notes:
        file.read_text()
        between = time.time_ns()
        file.read_text()
    assert before <= notes[str(file)] <= between
