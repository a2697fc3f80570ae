"""The folder of the built site: a build is made beside it, and takes its place once it is whole.

So a build that fails leaves the site as it was, and two builds at once do not write into each other.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import stat
import time
from contextlib import suppress
from pathlib import Path

from bookkit.keeping.cache import unwritable

_STALE = 24 * 60 * 60  # seconds after which a folder was left by a build that was killed
_MOMENT = 1.0  # seconds that replacing a site may take
_ROUNDS = 100  # how often another build may come between


def aside(site: Path) -> Path:
    """Return a new, empty folder beside the site's, on the same disk.

    Raises UnwritableError where there can be none.
    """
    site = _real(site)
    try:
        if _is_no_folder(site):
            raise NotADirectoryError(errno.ENOTDIR, "it is a file")
        place = site if os.path.ismount(site) else site.parent  # not Path's, which fails if it vanishes
        place.mkdir(parents=True, exist_ok=True)
        _tidy(place, site)
        built = place / f".{site.name}.{secrets.token_hex(4)}"
        built.mkdir()
    except OSError as error:
        raise unwritable(site, error) from None
    return built


def put_in_place(built: Path, site: Path) -> None:
    """Let a finished build take the place of the site; hidden files of the old one (as `.git`) stay.

    Raises UnwritableError where the site's folder cannot be replaced.
    """
    site = _real(site)
    try:
        if os.path.ismount(site):
            _refill(built, site)
        else:
            _exchange(built, site)
    except OSError as error:
        raise unwritable(site, error) from None


def throw_away(built: Path) -> None:
    """Remove what a failed build has left."""
    shutil.rmtree(built, ignore_errors=True)


def _is_no_folder(site: Path) -> bool:
    """Tell whether something else has the site's name; one look, as another build may be replacing it."""
    try:
        return not stat.S_ISDIR(site.stat().st_mode)
    except FileNotFoundError:
        return False


def _real(site: Path) -> Path:
    return Path(os.path.realpath(site))


def _exchange(built: Path, site: Path) -> None:
    old = built.with_name(f"{built.name}.old")
    for attempt in range(_ROUNDS):
        with suppress(FileNotFoundError):
            site.rename(old)
        with suppress(FileNotFoundError):
            shutil.copymode(old, built)
        try:
            built.rename(site)
            break
        except OSError as error:
            if attempt == _ROUNDS - 1 or error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                if old.exists():
                    old.rename(site)
                raise
            throw_away(old)  # another build has put its own site there in between
    if old.exists():
        _keep_hidden(old, site)
        throw_away(old)


def _refill(built: Path, site: Path) -> None:
    """Replace what a folder holds that cannot be renamed itself."""
    for path in site.iterdir():
        if not path.name.startswith("."):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    for path in built.iterdir():
        shutil.move(path, site / path.name)
    built.rmdir()


def _keep_hidden(old: Path, site: Path) -> None:
    for path in old.iterdir():
        if path.name.startswith(".") and not (site / path.name).exists():
            path.rename(site / path.name)


def _tidy(place: Path, site: Path) -> None:
    """Put back a site that was interrupted in being replaced; remove what killed builds have left."""
    ours = re.compile(rf"\.{re.escape(site.name)}\.[0-9a-f]{{8}}(?P<old>\.old)?")
    for path in place.iterdir():
        match = ours.fullmatch(path.name)
        if match is None or not path.is_dir():
            continue
        with suppress(FileNotFoundError):  # another build may be tidying, too
            if match["old"] and not _appears(site):
                path.rename(site)
            elif time.time() - path.stat().st_mtime > _STALE:
                throw_away(path)


def _appears(site: Path) -> bool:
    """Tell whether there is a site, if not now then as soon as another build has put its own in place."""
    deadline = time.monotonic() + _MOMENT
    while not site.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    return site.exists()
