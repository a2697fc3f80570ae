"""The command: what it lists, shows, checks and keeps."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from backprop.exercises import command, progress, texts
from backprop.exercises.catalogue import ALL
from backprop.exercises.command import main

pytestmark = pytest.mark.slow  # it starts processes

RIGHT = """
from backprop import sigmoid_prime

def circuit_gradient(a, b, c):
    d = a + b
    s = sigmoid_prime(d * c)
    return c * s, c * s, d * s
"""


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's progress, in a folder of the test."""
    path = tmp_path / "progress.json"
    monkeypatch.setenv(progress.VARIABLE, str(path))
    return path


def test_the_list_has_all_exercises_under_their_parts_and_pages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    text = capsys.readouterr().out
    for exercise in ALL:
        assert exercise.name in text
    assert text.index("Part I ") < text.index("The chain rule on a circuit") < text.index("circuit-gradient")
    assert f"0 of {len(ALL)} solved" in text
    assert "\x1b" not in text


def test_what_is_solved_is_marked_and_kept(
    tmp_path: Path, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.py"
    file.write_text(RIGHT)
    assert main(["check", "circuit-gradient", str(file)]) == 0
    assert "circuit-gradient: right." in capsys.readouterr().out
    assert list(json.loads(kept.read_text())["solved"]) == ["circuit-gradient"]
    main([])
    assert "✓ circuit-gradient" in capsys.readouterr().out
    file.write_text(RIGHT.replace("return c * s", "return -c * s"))
    assert main(["check", "circuit-gradient", str(file)]) == 1
    assert list(json.loads(kept.read_text())["solved"]) == ["circuit-gradient"]  # once solved, it stays so


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"solved": 3}', '{"solved": {"a": 1}}', "\0\0", "[" * 100_000]
)
def test_a_damaged_file_of_progress_is_reported_and_not_destroyed(
    tmp_path: Path, kept: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kept.write_text(text)
    assert main([]) == 0
    assert f"Your progress in {kept} is damaged" in capsys.readouterr().out
    file = tmp_path / "mine.py"
    file.write_text(RIGHT)
    assert main(["check", "circuit-gradient", str(file)]) == 0  # the answer is right all the same
    said = capsys.readouterr().out
    assert "circuit-gradient: right." in said
    assert "is damaged" in said
    assert kept.read_text() == text


def test_progress_that_cannot_be_kept_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(progress.VARIABLE, str(tmp_path / "file" / "below.json"))
    file = tmp_path / "mine.py"
    file.write_text(RIGHT)
    assert main(["check", "circuit-gradient", str(file)]) == 0
    assert "BACKPROP_PROGRESS" in capsys.readouterr().out


def test_progress_is_written_whole_or_not_at_all(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    progress.note(kept, "one")
    before = kept.read_text()

    def fails(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(progress.ProgressError, match="disk is full"):
        progress.note(kept, "two")
    assert kept.read_text() == before
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


def test_a_starter_file_is_written_and_nothing_is_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "new.py"
    assert main(["show", "circuit-gradient"]) == 0
    shown = capsys.readouterr().out
    assert main(["show", "circuit-gradient", "--to", str(file)]) == 0
    assert file.read_text(encoding="utf-8").strip() == shown.strip()
    file.write_text("mine")
    assert main(["show", "circuit-gradient", "--to", str(file)]) == 2
    assert file.read_text() == "mine"
    assert "stays as it is" in capsys.readouterr().out
    assert main(["show", "circuit-gradient", "--to", str(file), "--overwrite"]) == 0
    assert file.read_text(encoding="utf-8").strip() == shown.strip()
    assert main(["show", "circuit-gradient", "--to", str(tmp_path / "no" / "x.py")]) == 2
    assert "cannot be written" in capsys.readouterr().out


def test_a_name_that_is_not_there_gets_its_neighbours(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "circuit-gradents"]) == 2
    assert "Did you mean circuit-gradient" in capsys.readouterr().out
    assert main(["check", "§§§", "mine.py"]) == 2
    assert "lists all" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "circuit-gradient", str(tmp_path / "gone.py")]) == 2
    assert "There is no file" in capsys.readouterr().out
    assert main(["check", "circuit-gradient", str(tmp_path)]) == 2
    assert f"{tmp_path} is a folder. Name the file in it." in capsys.readouterr().out


def test_a_notebook_is_told_what_is_wanted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.ipynb").write_text("{}", encoding="utf-8")
    assert main(["check", "circuit-gradient", str(tmp_path / "mine.ipynb")]) == 2
    said = capsys.readouterr().out
    assert "is a notebook" in said
    assert "check circuit-gradient mine.py" in said


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["check", "mine.py", "circuit-gradient"], "check circuit-gradient mine.py"),
        (["check", "mine.py", "circuit-gradent"], "check circuit-gradient mine.py"),
        (["check", "mine.py"], "check ID mine.py"),
    ],
)
def test_a_file_before_its_exercise_is_told_the_order(
    words: list[str], meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert (
        capsys.readouterr().out
        == f"First the exercise, and then the file: python -m backprop.exercises {meant}\n"
    )


def test_a_limit_that_is_no_time_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for wrong in ("-1", "0", "nan", "soon"):
        with pytest.raises(SystemExit) as ended:
            main(["check", "circuit-gradient", "mine.py", "--seconds", wrong])
        assert ended.value.code == 2
        said = capsys.readouterr().err
        assert "Traceback" not in said
        assert "a number of seconds above 0 is wanted" in said
        assert "_seconds" not in said


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["chek", "circuit-gradient", "a.py"], "check circuit-gradient a.py?"),
        (["circuit-gradient"], "check circuit-gradient FILE?"),
        (["Show", "circuit-gradiant"], "show circuit-gradient?"),
    ],
)
def test_a_command_that_is_not_there_gets_the_one_that_was_meant(
    words: list[str], meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert f"Did you mean: {meant}" in capsys.readouterr().out


def test_stopping_a_check_is_said_and_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.py").write_text(RIGHT)

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "run", stopped)
    assert main(["check", "circuit-gradient", str(tmp_path / "mine.py")]) == 130
    assert capsys.readouterr().out == "Stopped.\n"


@pytest.mark.skipif(os.name != "posix", reason="a pipe that is closed raises elsewhere in another way")
@pytest.mark.parametrize("words", [[], ["show", "circuit-gradient"]])
def test_a_reader_that_has_gone_is_no_error_of_ours(words: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "backprop.exercises", *words],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("safe", [[], ["-P"]], ids=["as Python looks", "safe path"])
def test_a_file_may_be_called_like_a_module(tmp_path: Path, safe: list[str]) -> None:
    for name in ("numpy.py", "random.py", "copy.py"):
        (tmp_path / name).write_text(RIGHT, encoding="utf-8")
    for name in ("numpy.py", "random.py"):
        done = subprocess.run(
            [sys.executable, *safe, "-m", "backprop.exercises", "check", "circuit-gradient", name],
            cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False,
            env=os.environ | {"PYTHONUTF8": "1"},
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, ""), name


def test_every_sign_that_is_printed_has_one_for_plain_terminals() -> None:
    folder = Path(texts.FOLDER) / "en"
    said = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.toml"))
    shown = "".join("".join((*one.signatures, *one.returns, *one.parameters)) for one in ALL)
    assert {sign for sign in (said + shown).translate(command.PLAIN) if not sign.isascii()} == set()


def test_a_terminal_without_our_signs_gets_others(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", plain)
    assert main([]) == 0
    assert main(["show", "circuit-gradient"]) == 0
    plain.flush()
    plain.buffer.seek(0)
    text = plain.buffer.read().decode("cp1252")
    assert "*.." in text


def test_the_command_runs_as_a_module(tmp_path: Path, kept: Path) -> None:
    (tmp_path / "mine.py").write_text(RIGHT)
    words = [sys.executable, "-m", "backprop.exercises", "check", "circuit-gradient", "mine.py"]
    done = subprocess.run(
        words, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False,
        env=os.environ | {"PYTHONUTF8": "1"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "circuit-gradient: right." in done.stdout


def test_without_a_name_progress_is_in_the_home_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(progress.VARIABLE)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert progress.place() == tmp_path / ".backprop-exercises.json"

    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    assert progress.place() == Path(".backprop-exercises.json")
