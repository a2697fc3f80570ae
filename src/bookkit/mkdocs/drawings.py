"""The book's figures as files of its site."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from bookkit.drawings import figures
from bookkit.paths import SNIPPETS


def listed(config: MkDocsConfig, files: Files) -> dict[Path, File]:
    """Add a file, still empty, for each snippet that draws, and return them."""
    drawn: dict[Path, File] = {}
    for snippet in figures.all_figures():
        name = snippet.relative_to(SNIPPETS).with_suffix(".svg").as_posix()
        drawn[snippet] = File.generated(config, f"figures/{name}", content="")
        files.append(drawn[snippet])
    return drawn


def draw(drawn: dict[Path, File], files: Files, later: Collection[Path], docs: Path) -> None:
    """Draw the figures into their files; those of pages that follow later are left out of the site."""
    pages = {path.relative_to(docs).with_suffix("") for path in later}
    wanted = [snippet for snippet in drawn if snippet.parent.relative_to(SNIPPETS) not in pages]
    for snippet in drawn.keys() - set(wanted):
        files.remove(drawn[snippet])
    try:
        for snippet, svg in zip(wanted, figures.draw_all(wanted), strict=True):
            drawn[snippet].content_string = figures.standalone(svg)
    except figures.FigureError as error:
        raise PluginError(str(error)) from None
