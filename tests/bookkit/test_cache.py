"""What is kept is whole, and its name depends on everything it was made from."""

from pathlib import Path

import pytest

from bookkit.cache import Cache, fingerprint, fingerprint_files, write_whole


def test_parts_do_not_run_into_each_other() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert fingerprint("é") == fingerprint("é".encode())


def test_files_count_by_their_content(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("1")
    before = fingerprint_files([path])
    path.write_text("2")
    assert fingerprint_files([path]) != before


def test_what_was_put_is_got(tmp_path: Path) -> None:
    cache = Cache("kind", tmp_path)
    assert cache.get("key") is None
    cache.put("key", "σ\n")
    assert cache.get("key") == "σ\n"
    assert Cache("other", tmp_path).get("key") is None


def test_a_broken_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    write_whole(path, "old")

    def breaks(self: Path, target: Path) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "replace", breaks)
    with pytest.raises(OSError, match="the disk is full"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
