"""The first start of a served book: its first pages at once, the others made apart meanwhile.

The first `make serve` should not make anyone wait until a hundred pages have been
proof-read and set. So where much has to be made, the pages before the first part are made and served, and
every other page says that it is on its way. A process of its own makes the whole book, into a folder that is
thrown away. What it makes of pages is kept (`bookkit.pages.kept`), so one more build, which the server begins
when that process has ended, finds all of them.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from bookkit.pages.source import text_of
from bookkit.paths import ROOT
from bookkit.written.reference import title_in

FEW = 20  # pages are made before anything is served
_log = logging.getLogger("mkdocs")


class Ahead:
    """What has to be made before the whole book can be shown, and the process that makes it."""

    def __init__(self) -> None:
        called = click.get_current_context(silent=True)
        self._reloads = bool(called and called.params.get("livereload"))  # else a page stays as it is
        self._since = time.time()
        self._process: subprocess.Popen[bytes] | None = None
        self._sign: Path | None = None
        self._stopped = self._over = False

    def may_follow(self, changed: Iterable[Path], contents: Iterable[StructureItem]) -> set[Path]:
        """Return which of the pages to be made are not waited for.

        Those before the first part are, and so is what its author has edited since the book is served.
        """
        pages = set(changed)
        if not self._reloads or self._over or len(pages) <= FEW:
            return set()
        return {page for page in pages - set(_before_parts(contents)) if page.stat().st_mtime < self._since}

    def begin(self, server: LiveReloadServer, config: MkDocsConfig, count: int) -> None:
        """Make the others, `count` of them, and have the server build the book again when they are made."""
        if self._process is not None:
            return
        self._sign = sign = Path(tempfile.mkdtemp(prefix="book-"))
        server.watch(str(sign))
        arguments = [sys.executable, "-m", "bookkit.mkdocs.first", str(config.config_file_path)]
        self._process = subprocess.Popen(
            arguments, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        _log.info(
            "The first pages are served. %d more are being proof-read and set, which takes a few minutes;"
            " until then they say so, and then they appear by themselves.",
            count,
        )
        threading.Thread(target=self._wait, args=(self._process, sign), daemon=True).start()

    def _wait(self, process: subprocess.Popen[bytes], sign: Path) -> None:
        process.wait()
        self._over = True  # where it has failed, the next build makes all pages, and says what is wrong
        if not self._stopped:
            (sign / "made").touch()

    def stop(self) -> None:
        """End the process, if there is one."""
        self._stopped = True
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
        if self._sign is not None:
            shutil.rmtree(self._sign, ignore_errors=True)


def _before_parts(contents: Iterable[StructureItem]) -> Iterable[Path]:
    for item in contents:
        if isinstance(item, Section):
            return
        if isinstance(item, Page):
            yield Path(item.file.abs_src_path or "")


def stub(path: Path, words: str) -> dict[str, Any]:
    """Return what MkDocs should know of a page that follows, as `pages.restore` reads it."""
    title = title_in(text_of(path), path)
    return {
        "content": f'<h1>{escape(title)}</h1>\n<p class="soon" role="status">{escape(words)}</p>',
        "contents": [],
        "title": title,
        "heading": title,
        "anchors": None,
        "links": {},
    }


def main(settings: str) -> None:
    """Make the whole book as it is served, for what is kept of it."""
    _log.setLevel(logging.INFO)  # so that complaints are heard, without which no page is kept; the
    _log.addHandler(logging.NullHandler())  # server's next build says them again
    _log.propagate = False
    with tempfile.TemporaryDirectory(prefix="book-") as folder:
        config = load_config(settings, site_dir=folder)
        config.dev_addr = type(config.dev_addr)("127.0.0.1", 0)  # nothing listens here
        config.plugins.on_startup(command="serve", dirty=False)
        try:
            build(config, serve_url="http://127.0.0.1/")
        finally:
            config.plugins.on_shutdown()


if __name__ == "__main__":
    main(sys.argv[1])
