"""The version and the day that the foot of each page shows."""

import os
import subprocess
from pathlib import Path

import pytest

from bookkit import edition
from bookkit.paths import ROOT


def commit(folder: Path, day: str) -> None:
    who = {
        f"GIT_{role}_{what}": "a@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    environment = os.environ | who | {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    for command in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "x"]):
        subprocess.run(["git", "-C", str(folder), *command], check=True, env=environment)


def test_the_version_is_that_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\nversion = "2.3.4"\n')
    assert edition.version(tmp_path) == "2.3.4"
    assert f'\nversion = "{edition.version()}"\n' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_day_is_that_of_the_last_commit_and_the_same_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    commit(tmp_path, "2024-02-29T23:30:00+00:00")
    assert edition.day(tmp_path) == "2024-02-29"


def test_without_a_history_the_day_is_what_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1709251200")
    assert edition.day(tmp_path) == "2024-03-01"
    for nothing in ("", "yesterday"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", nothing)
        assert edition.day(tmp_path) == ""
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setenv("PATH", str(tmp_path))  # where there is no Git
    assert edition.day(tmp_path) == ""
