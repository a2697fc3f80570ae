"""Results kept by the content that they were made from.

A cache file appears whole or not at all (written beside its place, then renamed), and its name is
the hash of everything that it depends on, so nothing ever needs to be invalidated.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bookkit.paths import CACHE


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
    """Write a file so that a reader sees the old content or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode() if isinstance(text, str) else text
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


class Cache:
    """One kind of result, one folder."""

    def __init__(self, kind: str, folder: Path | None = None) -> None:
        self.folder = (CACHE if folder is None else folder) / kind

    def get(self, key: str) -> str | None:
        """Return the text kept under `key`, or None."""
        data = self.get_bytes(key)
        return None if data is None else data.decode()

    def get_bytes(self, key: str) -> bytes | None:
        """Return the bytes kept under `key`, or None."""
        try:
            return (self.folder / key).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, key: str, content: str | bytes) -> None:
        """Keep `content` under `key`."""
        write_whole(self.folder / key, content)
