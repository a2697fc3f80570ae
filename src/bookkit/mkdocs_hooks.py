"""MkDocs' side of the press, and the only file that knows MkDocs: it hands pages and files on."""

from __future__ import annotations

import errno
import html
import logging
import os
import re
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext
from tqdm import tqdm

from bookkit import (
    cards,
    checkable,
    cutting,
    desk,
    docstrings,
    edition,
    figures,
    findable,
    fonts,
    kept,
    labs,
    licences,
    machine,
    notebooks,
    policy,
    programs,
    reads,
    search,
    site_files,
    site_folder,
    templates,
)
from bookkit.cache import fingerprint, unwritable, write_whole
from bookkit.katex import MissingPieceError, find_katex, find_node
from bookkit.numbering import PageNumbers, number_book
from bookkit.paths import ROOT, SNIPPETS, shown
from bookkit.proof import proofread, proofread_all
from bookkit.source import PageError

_book: dict[str, PageNumbers] = {}
_contents: list[StructureItem] = []  # the navigation's own parts and pages
_findable: list[findable.Entry] = []
_used: list[cutting.Used] = []  # of the build that is going on
_kept_pages: list[kept.Store] = []
_found: dict[Path, dict[str, Any]] = {}  # the pages that have not changed, as they were kept
_serving: list[bool] = []  # holds True under `mkdocs serve`
_dirty: list[bool] = []  # holds True where only some pages are built, into the site that is there
_port_seen: list[bool] = []  # holds True once the server's port was looked at
_started_in: list[Path] = []  # the folder that MkDocs was started in
_places: dict[str, Path] = {}  # of the build that is going on: where it is made, where it will be
_UNWRITABLE = {errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EISDIR}
_whole: dict[str, str] = {}  # the pages that the search plugin is reading, as they will be published
_OF_A_LAB = {
    *("execute", "kernel_name", "allow_errors", "theme", "show_input", "no_input", "no_prompt", "toc_depth"),
    *("remove_tag_config", "highlight_extra_classes", "include_requirejs", "custom_mathjax_url"),
}
_TAG = re.compile(r"<[^>]*>")
_REFERENCE = re.compile(r"^:::", re.MULTILINE)
_SEARCH_MARK = re.compile(r' data-search-[\w-]+="[^"]*"')
_API_STYLES = re.compile(r'<link rel="stylesheet" href="[^"]*_mkdocstrings\.css">\s*')


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Say at once what is missing."""
    try:
        find_node()
        find_katex()
        tuple(site_files.text_fonts())
        tuple(licences.texts())
    except MissingPieceError as error:
        raise PluginError(str(error)) from None
    config.extra["book"]["edition"] = {
        "name": edition.name(),
        "version": edition.version(),
        "day": edition.day(),
    }
    config.extra["book"]["changed"] = edition.changes(Path(config.docs_dir))
    if not config.repo_url:
        config.edit_uri = None  # a book without a repository has no page to edit
    if _serving and not _port_seen:  # later builds find it in use, by their own server
        _port_seen.append(True)
        if trouble := machine.port_trouble(*config.dev_addr):
            raise PluginError(trouble)
    _used[:] = [cutting.Used()]
    # The press runs the labs and keeps their results itself, so that nothing damaged is published.
    config.plugins["mkdocs-jupyter"].config["cache"] = False
    snippets = config.mdx_configs.get("pymdownx.snippets", {})
    if "base_path" in snippets:  # `mkdocs build -f` is started in any folder
        snippets["base_path"] = [str(ROOT / place) for place in snippets["base_path"]]
    programs.stop()  # else one that is being served would go on with the sources of the last build
    folder = Path(config.config_file_path or ROOT / "mkdocs.yml").parent
    if "SOURCE_DATE_EPOCH" not in os.environ and (date := machine.last_commit(folder)):
        os.environ["SOURCE_DATE_EPOCH"] = date  # the same sources give the same site on every day
    if not _serving:
        _started_in.append(Path.cwd())
        os.chdir(ROOT)  # the reference names the library's files as seen from where the build is
    if not (_serving or _dirty):
        _places.update(site=Path(config.site_dir), built=site_folder.aside(Path(config.site_dir)))
        config.site_dir = str(_places["built"])
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what the press makes: stylesheets, fonts, snippets to download, figures."""
    for file in [file for file in files if file.src_uri.startswith("assets/javascripts/")]:
        files.remove(file)  # the theme's scripts, which no page asks for
    for address, source in site_files.files():
        if isinstance(source, Path):
            files.append(File.generated(config, address, abs_src_path=str(source)))
        else:
            files.append(File.generated(config, address, content=source))
    drawn = figures.all_figures()
    for snippet in tqdm(
        drawn, desc="Drawing figures", disable=not sys.stderr.isatty() or len(drawn) < 2, leave=False
    ):
        name = snippet.relative_to(SNIPPETS).with_suffix(".svg").as_posix()
        try:
            svg = figures.standalone(figures.draw(snippet))
        except figures.FigureError as error:
            raise PluginError(str(error)) from None
        files.append(File.generated(config, f"figures/{name}", content=svg))
    for lab in sorted(Path(config.docs_dir).glob("labs/*.py")):
        files.append(File.generated(config, f"labs/{lab.stem}.ipynb", content=labs.as_ipynb(lab)))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Number the chapters in the order of the navigation, and proof-read the pages that have changed."""
    listed = [page.file for page in nav.pages if page.file.src_uri.endswith((".md", ".py"))]
    pages = [(file.src_uri, Path(file.abs_src_path or "")) for file in listed]
    _contents[:] = nav.items
    _book.clear()
    _found.clear()
    try:
        _book.update(number_book(pages, config.extra["book"]["parts"]))
        store = kept.Store("pages", fingerprint(kept.surroundings(), _settings(config, files)))
        found = {path: store.find(path, _book) for _, path in pages}
        _found.update({path: made for path, made in found.items() if made is not None})
        _kept_pages[:] = [store]
        proofread_all([path for _, path in pages if path not in _found], progress=sys.stderr.isatty())
        checkable.refuse_missing(pages)
    except (PageError, checkable.MissingExerciseError) as error:
        raise PluginError(str(error)) from None
    return nav


def _settings(config: MkDocsConfig, files: Files) -> str:
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


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Have a page converted by the press, or taken as it was kept."""
    page.render = partial(_rendered, page, time.time_ns())  # type: ignore[method-assign]
    return page


def _rendered(page: Page, since: int, config: MkDocsConfig, files: Files) -> None:
    """Give a page, which is read from its file after a moment, content, table of contents and title."""
    sheet, (store,) = _sheet(page, config), _kept_pages
    found = _found.pop(sheet.path, None)
    if found is not None:
        _restore(page, files, **found)
        return
    complaints, log = CountHandler(), logging.getLogger("mkdocs")
    log.addHandler(complaints)
    try:
        with store.making(_book) as making:
            reads.note({str(sheet.path): since})
            _convert(page, replace(sheet, book=making.book), config, files)
    finally:
        log.removeHandler(complaints)
    # A complaint has to be heard each time; what MkDocs keeps silent about cannot be heard here. A page of
    # the reference tells its plugin where its names are.
    silent = logging.getLogger("mkdocs.structure").getEffectiveLevel() != logging.INFO
    heard = complaints.get_counts() or silent or _REFERENCE.search(page.markdown or "")
    if not heard and not proofread(sheet.path).faults:
        store.keep(sheet.path, partial(_as_data, page), making)


def _convert(page: Page, sheet: desk.Sheet, config: MkDocsConfig, files: Files) -> None:
    """Convert a page; a lab is run, in a process of its own, and not by its plugin."""
    if labs.is_lab(sheet.path):
        _render_lab(page, config, files)
        addresses = {file.src_uri: file.url for file in files.documentation_pages()}
        page.content = notebooks.finish(page.content or "", sheet, addresses)
    else:
        desk.lay(sheet)
        Page.render(page, config, files)
        page.content = docstrings.tidied(page.content or "")


def _as_data(page: Page) -> dict[str, Any]:
    """Return what MkDocs knows of a page that is converted, as JSON can say it."""
    return {
        "content": page.content,
        "contents": [_token(item) for item in page.toc],
        "title": page.title if labs.is_lab(Path(page.file.abs_src_path or "")) else None,
        "heading": page._title_from_render,
        "anchors": None if page.present_anchor_ids is None else sorted(page.present_anchor_ids),
        "links": {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()},
    }


def _restore(page: Page, files: Files, **data: Any) -> None:
    """Let MkDocs know of a page what it knew when the page was converted."""
    page.content, page.toc = data["content"], get_toc(data["contents"])
    page._title_from_render = data["heading"]
    if data["title"] is not None:
        page.title = data["title"]
    page.present_anchor_ids = None if data["anchors"] is None else set(data["anchors"])
    found = {files.get_file_from_path(name): links for name, links in data["links"].items()}
    page.links_to_anchors = {file: links for file, links in found.items() if file is not None}


def _token(item: AnchorLink) -> Any:
    children = [_token(child) for child in item.children]
    return {"name": item.title, "id": item.id, "level": item.level, "children": children}


def _render_lab(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Give a lab's page its content, its table of contents and its title."""
    path = Path(page.file.abs_src_path or "")
    settings = config.plugins["mkdocs-jupyter"].config
    try:
        found = labs.executed(path, **{name: settings[name] for name in _OF_A_LAB})
    except labs.LabError as error:
        raise PageError(shown(path), error.line, str(error)) from None
    page.content = found["content"]
    page.toc = get_toc(found["toc_tokens"])
    if found["title"] is not None:
        page.title = found["title"]


def _sheet(page: Page, config: MkDocsConfig) -> desk.Sheet:
    file = page.file
    words = desk.Words(**config.extra["book"].get("words", {}))
    return desk.Sheet(Path(file.abs_src_path or ""), file.src_uri, file.url, _book, words, bool(_serving))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Now that all pages are there, note what can be found on them, and deal the cards: mark the links that
    show one, and add the files.
    """
    pages = [file.page for file in files.documentation_pages() if file.page and file.page.content is not None]
    leaves = [
        cards.Leaf(page.url, html.unescape(_TAG.sub("", str(page.title))), page.content or "")
        for page in pages
    ]
    _findable[:] = [
        item
        for page, leaf in zip(pages, leaves, strict=True)
        for item in findable.items(
            leaf, _book.get(page.file.src_uri, PageNumbers()), config.extra["book"].get("also", {})
        )
    ]
    for address, content in cards.deal(leaves).items():
        files.append(File.generated(config, address, content=content))
    for page, leaf in zip(pages, leaves, strict=True):
        page.content = leaf.html
    described = edition.described(
        config.extra["book"],
        title=config.site_name,
        language=str(config.theme["language"]),
        description=config.site_description or "",
        licence=config.copyright or "",
        contents=[_listed(item) for item in _contents],
    )
    files.append(File.generated(config, site_files.DESCRIPTION, content=described))
    return templates.remembered(env)


def _listed(item: StructureItem) -> dict[str, Any]:
    """Return a page or a part with its pages; a part whose first page opens it has that page's address."""
    children = item.children if isinstance(item, Section) else []
    title = html.unescape(_TAG.sub("", str(item.title)))
    if isinstance(item, Page):
        return {"title": title, "url": item.url, "pages": []}
    opens = next((child for child in children[:1] if isinstance(child, Page) and child.is_index), None)
    listed = {"title": title, "pages": [_listed(child) for child in children if child is not opens]}
    return listed | ({"url": opens.url} if opens else {})


@event_priority(100)
def _simplify_for_search(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Let the search plugin read a page without the markup of its formulas and drawings."""
    _whole[page.file.src_uri] = page.content or ""
    page.content = search.plain(page.content or "")
    return context


@event_priority(-100)
def _restore_after_search(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Give the page back what the search plugin did not have to read, without the marks for it."""
    page.content = _SEARCH_MARK.sub("", search.without_marks(_whole.pop(page.file.src_uri)))
    return context


on_page_context = CombinedEvent(_simplify_for_search, _restore_after_search)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Ask for the fonts of the formulas early, so that nothing moves when they arrive.

    The stylesheet of the API pages is dropped where it has nothing to style.
    """
    if not _serving:
        _used[-1].note(output)
    if 'class="doc ' not in output:
        output = _API_STYLES.sub("", output)
    sheet = desk.Sheet(Path(), page.file.src_uri, page.file.url)
    links = fonts.preloads(output, sheet.link("assets/katex/fonts"))
    return re.sub(r'(?=<link rel="stylesheet")', links.replace("\\", r"\\"), output, count=1)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Cut the site to what the book uses, and let it take the place of the one before."""
    findable.put_list(Path(config.site_dir) / "search", _findable)
    if not _serving:
        cutting.cut(Path(config.site_dir), _used[-1])
        for page in Path(config.site_dir).rglob("*.html"):  # as they are now: policies name their scripts
            write_whole(page, policy.protected(page.read_text(encoding="utf-8")))
    if _places and not _complaints():
        site_folder.put_in_place(_places["built"], _places["site"])
        config.site_dir = str(_places["site"])
        _places.clear()


def _complaints() -> bool:
    """Tell whether MkDocs will call this build a failure, since it is strict and has warned of something."""
    counters = [h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler)]
    return any(counter.get_counts() for counter in counters)


def on_build_error(error: Exception) -> None:
    """Leave the old site, and show an author's mistake as one line, without the press's own calls."""
    on_shutdown()
    if isinstance(error, BuildError):
        return
    if type(error).__module__.startswith("bookkit"):
        raise PluginError(str(error)) from None
    if isinstance(error, OSError) and error.errno in _UNWRITABLE:
        raise PluginError(str(unwritable(Path(error.filename or "the site"), error))) from None


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether the book is served to its author or built for its readers."""
    for memory in (_serving, _dirty, _port_seen):
        memory.clear()
    if command == "serve":
        _serving.append(True)
    if dirty:
        _dirty.append(True)


def on_shutdown() -> None:
    """Remove what a build that did not end well has left."""
    if _places:
        site_folder.throw_away(_places["built"])
        _places.clear()
    while _started_in:
        os.chdir(_started_in.pop())
    programs.stop()
