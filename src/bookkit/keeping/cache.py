"""Results kept by the content that they were made from.

A cache file appears whole or not at all (written beside its place, then renamed), and its name is
the hash of everything that it depends on, so nothing ever needs to be invalidated. It begins with a
digest of what follows: a file that was damaged since is not there, and its result is made anew.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from bookkit.paths import CACHE, shown


class UnwritableError(OSError):
    """A file cannot be written where the press has to; the message names it and says why."""


def unwritable(path: Path, error: OSError) -> UnwritableError:
    """Return an error that says which file could not be written, why, and what to do."""
    full = error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
    remedy = "make room on the disk" if full else "see that its folder exists and may be written to"
    return UnwritableError(f"{shown(path)} cannot be written ({error.strerror or error}): {remedy}")


def fingerprint(*parts: str | bytes) -> str:
    """Return a hash of the parts; ("ab", "c") and ("a", "bc") differ."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()[:32]


def fingerprint_files(paths: Iterable[Path]) -> str:
    """Return a hash of the files' contents."""
    return fingerprint(*(path.read_bytes() for path in sorted(paths)))


def write_whole(path: Path, text: str | bytes) -> None:
    """Write a file so that a reader sees the old content or the new one, never half of it.

    Raises UnwritableError, naming the file, where the disk is full or the folder may not be written to.
    """
    data = text.encode() if isinstance(text, str) else text
    try:
        _write_whole(path, data)
    except OSError as error:
        raise unwritable(path, error) from None


def _write_whole(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # else a power cut could leave the new name with nothing behind it
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


class Cache:
    """One kind of result, one folder."""

    def __init__(self, kind: str, folder: Path | None = None) -> None:
        self.kind = kind
        self.folder = (CACHE if folder is None else folder) / kind

    def get(self, key: str) -> str | None:
        """Return the text kept under `key`; None where there is none, or a damaged one."""
        data = self.get_bytes(key)
        return None if data is None else data.decode()

    def get_bytes(self, key: str) -> bytes | None:
        """Return the bytes kept under `key`; None where there are none, or damaged ones."""
        try:
            head, _, content = (self.folder / key).read_bytes().partition(b"\n")
        except OSError:
            return None
        return content if head == self._digest(key, content) else None

    def made(self, key: str, make: Callable[[], str]) -> str:
        """Return the text kept under `key`; where there is none, it is made, and kept."""
        return self.made_bytes(key, lambda: make().encode()).decode()

    def made_bytes(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return the bytes kept under `key`; where there are none, they are made, and kept."""
        data = self.get_bytes(key)
        if data is None:
            data = make()
            self.put(key, data)
        return data

    def put(self, key: str, content: str | bytes) -> None:
        """Keep `content` under `key`.

        Raises UnwritableError where the cache's folder is full or may not be written to.
        """
        data = content.encode() if isinstance(content, str) else content
        path = self.folder / key
        if path.is_dir():  # also a kind of damage
            shutil.rmtree(path)
        write_whole(path, self._digest(key, data) + b"\n" + data)

    def _digest(self, key: str, content: bytes) -> bytes:
        """What an entry begins with; it covers the entry's name, so that two cannot be exchanged."""
        return fingerprint(self.kind, key, content).encode()
