"""The version and the day that the foot of each page shows."""

import os
import subprocess
from pathlib import Path

import pytest

from bookkit.handouts import edition
from bookkit.paths import ROOT


def commit(folder: Path, day: str, *files: str) -> None:
    who = {
        f"GIT_{role}_{what}": "a@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    environment = os.environ | who | {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    for name in files:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(day)
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "--allow-empty", "-m", "x"]):
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


def test_each_page_has_the_day_of_its_own_last_change(tmp_path: Path) -> None:
    commit(tmp_path, "2024-01-01T12:00:00+00:00", "docs/one.md", "docs/zwei ä.md", "other.md")
    commit(tmp_path, "2024-02-02T23:30:00-02:00", "docs/one.md")
    commit(tmp_path, "2024-03-03T12:00:00+00:00", "other.md")
    assert edition.changes(tmp_path / "docs") == {"one.md": "2024-02-03", "zwei ä.md": "2024-01-01"}


def test_without_a_whole_history_no_page_has_a_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tmp_path / "docs"
    whole.mkdir()
    commit(whole, "2024-01-01T12:00:00+00:00", "a.md")
    commit(whole, "2024-02-02T12:00:00+00:00", "b.md")
    assert set(edition.changes(whole)) == {"a.md", "b.md"}
    cut = ["git", "clone", "-q", "--depth=1", whole.as_uri(), str(tmp_path / "cut")]
    subprocess.run(cut, check=True)
    assert edition.changes(tmp_path / "cut") == {}
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "none").mkdir()
    assert edition.changes(tmp_path / "none") == {}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert edition.changes(whole) == {}
