"""What a page costs its reader, as tests and measurements ask for it: bytes, and how far things move."""

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

PACKED = {".woff2", ".png"}
# What has moved on a page since it was opened, but by the reader's own hand.
WATCH_SHIFT = """
globalThis.shift = 0
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value
}).observe({ type: "layout-shift", buffered: true })
"""


def sent(site: Path, url: str) -> int:
    """Return how many bytes a server sends for a file of a site."""
    path = site / unquote(urlsplit(url).path).partition(f"/{site.name}/")[2]
    data = (path / "index.html" if path.is_dir() else path).read_bytes()
    return len(data) if path.suffix in PACKED else len(gzip.compress(data, 9))
