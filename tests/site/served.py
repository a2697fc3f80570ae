"""A book, built strictly and served below a path, as a project's pages are."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bookkit import screenshots

LONGEST_BUILD = 900  # seconds, on a machine that does other things, too
# What has moved on a page since it was opened, but by the reader's own hand.
WATCH_SHIFT = """
globalThis.shift = 0
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value
}).observe({ type: "layout-shift", buffered: true })
"""


def build_strictly(configuration: Path, site: Path, **environment: str) -> Path:
    """Build a book, as from the folder of its site and not from its own, and return the site."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(configuration)]
    result = subprocess.run(
        [*command, "-d", str(site)],
        cwd=site.parent,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        timeout=LONGEST_BUILD,
    )
    if result.returncode:
        pytest.fail(f"mkdocs build --strict failed:\n{result.stdout}{result.stderr}", pytrace=False)
    return site


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site below a path, as a project's pages are, and yield its address."""
    with screenshots.served(site.parent) as address:
        yield f"{address}{site.name}/"
