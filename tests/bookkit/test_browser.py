"""Finding and fetching the browser that the tests of the site drive."""

import sys
from pathlib import Path

import pytest

from bookkit import browser

posix = pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for the browser")


def program(path: Path, code: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\nexit {code}\n")
    path.chmod(0o755)
    return path


@posix
def test_the_variable_comes_before_the_path(tmp_path: Path) -> None:
    named = program(tmp_path / "mine")
    program(tmp_path / "bin" / "chromium")
    assert browser.find({"BOOK_CHROMIUM": str(named), "PATH": str(tmp_path / "bin")}) == named


@posix
def test_a_variable_that_names_no_browser_is_said(tmp_path: Path) -> None:
    with pytest.raises(browser.NoBrowserError, match=r"BOOK_CHROMIUM=.*nothing is not a browser that runs"):
        browser.find({"BOOK_CHROMIUM": str(tmp_path / "nothing"), "PATH": ""})


@posix
def test_a_browser_on_the_path_that_does_not_run_is_passed_over(tmp_path: Path) -> None:
    program(tmp_path / "chromium", code=127)
    good = program(tmp_path / "google-chrome")
    assert browser.find({"PATH": str(tmp_path)}) == good


@posix
def test_playwrights_own_is_the_last_choice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = program(tmp_path / "playwright" / "chrome")
    monkeypatch.setattr(browser, "_playwrights", lambda: [own])
    monkeypatch.setattr(sys, "platform", "linux")
    assert browser.find({"PATH": ""}) == own
    own.unlink()
    assert browser.find({"PATH": ""}) is None


def test_installing_goes_on_to_the_next_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    found = tmp_path / "chromium"

    def fails() -> bool:
        tried.append("download")
        return False

    def works() -> bool:
        tried.append("package")
        return True

    monkeypatch.setattr(browser, "find", lambda: found)
    assert browser.install((fails, works)) == found
    assert tried == ["download", "package"]


def test_where_nothing_helps_the_message_says_what_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    install_by = browser.install
    monkeypatch.setattr(browser, "find", lambda: None)
    monkeypatch.setattr(browser, "install", lambda: install_by(()))
    assert browser.main(["--install"]) == 1
    message = capsys.readouterr().err
    assert "apt-get install chromium" in message
    assert "BOOK_CHROMIUM=/path/to/chromium" in message


def test_a_command_that_hangs_is_given_up(capfd: pytest.CaptureFixture[str]) -> None:
    assert not browser._run([sys.executable, "-c", "import time; time.sleep(60)"], 0.5)
    assert "given up after 0.5 s" in capfd.readouterr().err


@pytest.mark.parametrize(("root", "expected"), [(True, True), (False, False)])
def test_only_root_goes_without_the_sandbox(
    root: bool, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "_is_root", lambda: root)
    assert ("--no-sandbox" in browser.launch_arguments()) is expected


def test_the_command_prints_what_it_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser, "find", lambda: tmp_path)
    assert browser.main([]) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path)
