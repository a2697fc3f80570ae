"""MkDocs' pages as data, and data as its pages.

What it knows of one that is converted, how pages are listed, what they are converted with, and what its
other plugins know of them.
"""

from __future__ import annotations

import html
import json
import logging
import os
import re
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils import CountHandler

from bookkit.keeping.cache import fingerprint, fingerprint_files
from bookkit.pages import kept
from bookkit.pages.source import PageError
from bookkit.paths import ROOT, shown
from bookkit.programs import labs
from bookkit.site.served import Served

_TAG = re.compile(r"<[^>]*>")
_OF_A_LAB = {
    *("execute", "kernel_name", "allow_errors", "theme", "show_input", "no_input", "no_prompt", "toc_depth"),
    *("remove_tag_config", "highlight_extra_classes", "include_requirejs", "custom_mathjax_url"),
}


def as_data(page: Page, *, titled: bool) -> dict[str, Any]:
    """Return what MkDocs knows of a page that is converted, as JSON can say it; its title if `titled`."""
    return {
        "content": page.content,
        "contents": contents_of(page),
        "title": page.title if titled else None,
        "heading": page._title_from_render,
        "anchors": None if page.present_anchor_ids is None else sorted(page.present_anchor_ids),
        "links": {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()},
    }


def restore(page: Page, files: Files, data: dict[str, Any]) -> None:
    """Let MkDocs know of a page what it knew when the page was converted."""
    page.content, page.toc = data["content"], get_toc(data["contents"])
    page._title_from_render = data["heading"]
    if data["title"] is not None:
        page.title = data["title"]
    page.present_anchor_ids = None if data["anchors"] is None else set(data["anchors"])
    found = {files.get_file_from_path(name): links for name, links in data["links"].items()}
    page.links_to_anchors = {file: links for file, links in found.items() if file is not None}


def contents_of(page: Page) -> list[Any]:
    """Return a page's table of contents."""
    return [_token(item) for item in page.toc]


def _token(item: AnchorLink) -> Any:
    children = [_token(child) for child in item.children]
    return {"name": item.title, "id": item.id, "level": item.level, "children": children}


def title_of(item: StructureItem) -> str:
    """Return a title as text."""
    return html.unescape(_TAG.sub("", str(item.title)))


def listed(item: StructureItem) -> dict[str, Any]:
    """Return a page or a part with its pages; a part whose first page opens it has that page's address."""
    children = item.children if isinstance(item, Section) else []
    if isinstance(item, Page):
        return {"title": title_of(item), "url": item.url, "pages": []}
    opens = next((child for child in children[:1] if isinstance(child, Page) and child.is_index), None)
    entry = {"title": title_of(item), "pages": [listed(child) for child in children if child is not opens]}
    return entry | ({"url": opens.url} if opens else {})


def settings(config: MkDocsConfig, files: Files) -> str:
    """Return what the configuration and the names of the book's files mean for how pages are converted."""
    said = {
        "extensions": config.markdown_extensions,
        "options": config.mdx_configs,
        "book": {name: config.extra["book"].get(name) for name in ("parts", "words")},
        "urls": config.use_directory_urls,
        "checked": config.validation,
        "labs": config.plugins["mkdocs-jupyter"].config,
        "files": sorted([file.src_uri, file.url, file.inclusion.name] for file in files),
    }
    return kept.fingerprint_settings(said)


def converted(files: Files) -> list[Page]:
    """Return the pages that have been converted."""
    return [file.page for file in files.documentation_pages() if file.page and file.page.content is not None]


def declare(file: File, *, modified: bool) -> None:
    """Tell MkDocs whether a file has to be read or written, where it asks."""
    file.is_modified = lambda: modified  # type: ignore[method-assign]


def frame(config: MkDocsConfig, contents: Sequence[StructureItem]) -> str:
    """Return a fingerprint of what all pages have around their content: navigation, words, templates."""
    folders = [Path(folder) for folder in config.theme.dirs if Path(folder).is_relative_to(ROOT / "docs")]
    templates = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    said = [config.extra, config.site_name, config.site_url, config.copyright, list(map(listed, contents))]
    return fingerprint(fingerprint_files(templates), json.dumps(said, default=str))


def leave(files: Files, config: MkDocsConfig, contents: Sequence[StructureItem], site: Served) -> None:
    """Have MkDocs write only what is not in the site as it is now; files on disk it compares by date."""
    around = frame(config, contents)
    for file in files:
        if file.page is not None:
            said = [str(file.page.title), file.page.meta, contents_of(file.page)]
            made_from = [around, json.dumps(said, default=str), file.page.content or ""]
            declare(file, modified=site.has_changed(file.dest_uri, *made_from))
        elif file.abs_src_path is None:
            declare(file, modified=site.has_changed(file.dest_uri, file.content_bytes))


class Labs:
    """Labs that run while pages are converted, in processes that the conversion does not need."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max((os.cpu_count() or 1) - 1, 1))
        self._begun: dict[Path, Future[Any]] = {}

    def begin(self, paths: Sequence[Path], config: MkDocsConfig) -> None:
        """Run these labs, one after the other."""
        for path in paths:
            self._begun[path] = self._pool.submit(labs.executed, path, **_options(config))

    def await_lab(self, path: Path) -> None:
        """Wait until a lab has run, if it has been begun; what came out of it is kept, or found out again."""
        if path in self._begun:
            self._begun[path].exception()

    def end(self) -> None:
        """Begin no other."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _options(config: MkDocsConfig) -> dict[str, Any]:
    settings = config.plugins["mkdocs-jupyter"].config
    return {name: settings[name] for name in _OF_A_LAB}


def render_lab(page: Page, config: MkDocsConfig) -> None:
    """Give a lab's page its content, its table of contents and its title."""
    path = Path(page.file.abs_src_path or "")
    try:
        found = labs.executed(path, **_options(config))
    except labs.LabError as error:
        raise PageError(shown(path), error.line, str(error)) from None
    page.content = found["content"]
    page.toc = get_toc(found["toc_tokens"])
    if found["title"] is not None:
        page.title = found["title"]


def resolving(config: MkDocsConfig) -> tuple[Any, Any]:
    """Return the plugin that knows where anchors are, and what knows the languages of the reference."""
    return config.plugins["autorefs"], config.plugins["mkdocstrings"].handlers  # type: ignore[attr-defined]


def indexed(config: MkDocsConfig) -> list[dict[str, Any]]:
    """Return what the search plugin has read; nothing where the book has none."""
    plugin = config.plugins.get("material/search")
    return [] if plugin is None else plugin.search_index.entries


def is_news(record: logging.LogRecord) -> bool:
    """Tell whether MkDocs' words are true of this book: a page is written if anything on it has changed."""
    return not str(record.msg).startswith("A 'dirty' build is being performed")


def complaints() -> bool:
    """Tell whether MkDocs will call this build a failure, since it is strict and has warned of something."""
    counters = [h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler)]
    return any(counter.get_counts() for counter in counters)
