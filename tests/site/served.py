"""A book, built strictly and served below a path, as a project's pages are."""

import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bookkit import screenshots

from ..forked import fresh

Run = Callable[..., subprocess.CompletedProcess[str]]


def build_strictly(configuration: Path, site: Path, run: Run = fresh, **environment: str) -> Path:
    """Build a book, as from the folder of its site and not from its own, and return the site."""
    arguments = ["build", "--strict", "-f", str(configuration), "-d", str(site)]
    result = run(arguments, site.parent, **environment)
    if result.returncode:
        pytest.fail(f"mkdocs build --strict failed:\n{result.stdout}{result.stderr}", pytrace=False)
    return site


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site below a path, as a project's pages are, and yield its address."""
    with screenshots.served(site.parent) as address:
        yield f"{address}{site.name}/"


@contextmanager
def interrupted(site: Path, page: bytes, at: int, come: threading.Event) -> Iterator[str]:
    """Serve a site whose home page is `page`, of which the part from `at` on is sent once it has `come`."""

    class Slow(screenshots.Quiet):
        def do_GET(self) -> None:  # noqa: N802 (as the server calls it)
            if self.path != "/":
                super().do_GET()
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page[:at])
            self.wfile.flush()
            come.wait(60)
            self.wfile.write(page[at:])

    with screenshots.served(site, Slow) as address:
        yield address
