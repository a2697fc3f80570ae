"""A build takes the site's place when it is whole, and not before."""

import os
import threading
import time
from pathlib import Path

import pytest

from bookkit.keeping.cache import UnwritableError
from bookkit.site.folder import aside, put_in_place, throw_away


def build(site: Path, text: str) -> Path:
    built = aside(site)
    (built / "index.html").write_text(text)
    return built


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_first_build_and_the_next(tmp_path: Path) -> None:
    site = tmp_path / "new" / "site"
    for text in ("one", "two"):
        put_in_place(build(site, text), site)
        assert (site / "index.html").read_text() == text
        assert names(site.parent) == ["site"]
    assert site.stat().st_mode == site.parent.stat().st_mode  # as everyone may read what is published


def test_until_then_the_old_site_is_there(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put_in_place(build(site, "old"), site)
    (site / "gone.html").touch()
    failed = build(site, "failed")
    assert names(site) == ["gone.html", "index.html"]
    throw_away(failed)
    assert names(tmp_path) == ["site"]
    put_in_place(build(site, "new"), site)
    assert names(site) == ["index.html"]


def test_hidden_files_of_the_site_stay_as_mkdocs_leaves_them(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".git" / "HEAD").touch()
    put_in_place(build(site, "new"), site)
    assert names(site) == [".git", "index.html"]
    assert names(site / ".git") == ["HEAD"]


@pytest.mark.skipif(os.name == "nt", reason="links ask for a privilege there")
def test_a_link_to_the_site_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    site = tmp_path / "site"
    site.symlink_to(tmp_path / "elsewhere")
    put_in_place(build(site, "new"), site)
    assert site.is_symlink()
    assert names(tmp_path / "elsewhere") == ["index.html"]


def test_a_folder_that_cannot_be_renamed_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    (site / "old").mkdir(parents=True)
    (site / "old.html").touch()
    (site / ".hidden").touch()
    monkeypatch.setattr(Path, "is_mount", lambda path: path == site)
    put_in_place(build(site, "new"), site)
    assert names(site) == [".hidden", "index.html"]


def test_builds_at_once_leave_one_whole_site(tmp_path: Path) -> None:
    site = tmp_path / "site"

    def run(text: str) -> None:
        for _ in range(30):
            built = aside(site)
            for name in "abc":
                (built / name).write_text(text)
            put_in_place(built, site)

    threads = [threading.Thread(target=run, args=(text,)) for text in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({(site / name).read_text() for name in "abc"}) == 1
    assert names(site) == ["a", "b", "c"]
    assert names(tmp_path) == ["site"]


def test_a_site_that_was_interrupted_in_being_replaced_comes_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    left = tmp_path / ".site.0123abcd.old"
    left.mkdir()
    (left / "index.html").write_text("old")
    throw_away(aside(site))
    assert (site / "index.html").read_text() == "old"


def test_what_killed_builds_left_is_removed_after_a_day(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put_in_place(build(site, "old"), site)
    stale, young, other = (tmp_path / name for name in (".site.00000000", ".site.11111111", ".sites"))
    for folder in (stale, young, other):
        folder.mkdir()
        os.utime(folder, (0, 0 if folder != young else time.time()))
    throw_away(aside(site))
    assert names(tmp_path) == [".site.11111111", ".sites", "site"]


def test_a_place_where_nothing_can_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(
        UnwritableError, match=r"file.site cannot be written \(.*\): see that its folder exists"
    ):
        aside(tmp_path / "file" / "site")
    with pytest.raises(UnwritableError, match=r"file cannot be written \(it is a file\)"):
        aside(tmp_path / "file")
