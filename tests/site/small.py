"""A small book of a few pages, for what the site's scripts do: built in seconds, served, visited."""

import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bookkit.paths import ROOT

CONFIG = f"""
INHERIT: {ROOT / "mkdocs.yml"}
docs_dir: docs
nav: [index.md, nudges/one.md, nudges/two.md, notation.md, about/checked.md]
watch: []
theme: {{ custom_dir: {ROOT / "docs" / "theme"} }}
hooks: [{ROOT / "src" / "bookkit" / "mkdocs_hooks.py"}]
plugins:
  - search
  - mkdocs-jupyter: {{ include: ["labs/*.py"], execute: true, allow_errors: false, ignore: ["*.md"] }}
"""
PAGES = {
    "index.md": "# Home {#home}\n\n[One](nudges/one.md)\n",
    "notation.md": '# Notation {#notation}\n\n## Calculus {#calculus}\n\n--8<-- "notation.calculus"\n',
    "about/checked.md": "# How it is checked {#checked}\n\nBy machine.\n",
}


def write(folder: Path, pages: dict[str, str]) -> Path:
    """Write a book's files, and return its configuration."""
    for name, text in (PAGES | pages).items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    configuration = folder / "mkdocs.yml"
    configuration.write_text(CONFIG, encoding="utf-8")
    return configuration


def build(folder: Path, pages: dict[str, str], **environment: str) -> Path:
    """Build a book of these pages strictly, and return its site."""
    site = folder / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(write(folder, pages))]
    result = subprocess.run(
        [*command, "-d", str(site)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
    )
    if result.returncode:
        pytest.fail(f"the small book is not built:\n{result.stdout}{result.stderr}", pytrace=False)
    return site


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site below a path, as a project's pages are, and yield its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site.parent)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/{site.name}/"
    server.shutdown()
    server.server_close()
    thread.join()
