"""A book, built strictly and served below a path, as a project's pages are."""

import subprocess
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
