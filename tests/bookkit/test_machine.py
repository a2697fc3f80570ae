"""What the press asks the machine."""

import socket
import subprocess
from pathlib import Path

import pytest

from bookkit.machine import last_commit, port_trouble


def git(folder: Path, *words: str) -> None:
    names = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *names, *words], check=True, capture_output=True)


def test_the_date_is_that_of_the_last_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2001-02-03T04:05:06+00:00")
    git(tmp_path, "init", "-q")
    assert last_commit(tmp_path) is None
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "a")
    assert last_commit(tmp_path) == "981173106"


def test_without_history_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert last_commit(tmp_path) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert last_commit(tmp_path) is None


def test_a_port_in_use_is_named_with_a_way_out() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert port_trouble("127.0.0.1", port) is not None
        taken.listen()
        trouble = port_trouble("127.0.0.1", port)
    assert trouble is not None
    assert trouble.startswith(f"Port {port} of 127.0.0.1 is in use, perhaps by another `make serve`.")
    assert f"make serve ARGS='--dev-addr 127.0.0.1:{port + 1}'" in trouble
    assert port_trouble("127.0.0.1", port) is None


def test_an_address_that_cannot_be_used_is_named() -> None:
    assert "is of no use: " in (port_trouble("192.0.2.1", 8000) or "")
