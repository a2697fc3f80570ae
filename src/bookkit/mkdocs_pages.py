"""MkDocs' pages as data, and data as its pages: what it knows of one that is converted, how pages are listed,
and what they are converted with.
"""

from __future__ import annotations

import html
import re
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from bookkit import kept

_TAG = re.compile(r"<[^>]*>")


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
