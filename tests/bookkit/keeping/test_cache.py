"""What is kept is whole, and its name depends on everything it was made from."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from bookkit.keeping.cache import Cache, UnwritableError, fingerprint, fingerprint_files, write_whole


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


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data + b" ",
        lambda data: data[:-1] + b"\xff",
        lambda data: b"x" + data[1:],
        lambda data: b"content",
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\0" * len(data),
    ],
    ids=["empty", "short", "half", "long", "byte", "digest", "bare", "CRLF", "zeros"],
)
def test_a_damaged_entry_is_none(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    cache = Cache("kind", tmp_path)
    cache.put("key", "σ, a line\nand another\n")
    path = tmp_path / "kind" / "key"
    path.write_bytes(damage(path.read_bytes()))
    assert cache.get("key") is None
    assert cache.get_bytes("key") is None
    cache.put("key", "anew")
    assert cache.get("key") == "anew"


def test_an_entry_under_another_name_is_none(tmp_path: Path) -> None:
    cache = Cache("kind", tmp_path)
    cache.put("key", "content")
    for other in (tmp_path / "kind" / "other", tmp_path / "kinds" / "key"):
        other.parent.mkdir(exist_ok=True)
        other.write_bytes((tmp_path / "kind" / "key").read_bytes())
    assert cache.get("other") is Cache("kinds", tmp_path).get("key") is None


def test_a_folder_in_the_place_of_an_entry_is_none_and_makes_room(tmp_path: Path) -> None:
    cache = Cache("kind", tmp_path)
    (tmp_path / "kind" / "key" / "inner").mkdir(parents=True)
    assert cache.get("key") is None
    cache.put("key", "content")
    assert cache.get("key") == "content"


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\n\n\0", "é".encode()])
def test_any_bytes_can_be_kept(tmp_path: Path, content: bytes) -> None:
    cache = Cache("kind", tmp_path)
    cache.put("key", content)
    assert cache.get_bytes("key") == content


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kind").write_text("a file where the folder belongs")
    with pytest.raises(UnwritableError, match=r"kind.key cannot be written \(.*\): see that its folder"):
        Cache("kind", tmp_path).put("key", "content")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UnwritableError, match=r"cannot be written \(No space left on device\): make room"):
        Cache("other", tmp_path).put("key", "content")
    assert list((tmp_path / "other").iterdir()) == []


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
