"""MkDocs' side of the press, and the only file that knows MkDocs: it hands pages and files on."""

from __future__ import annotations

import errno
import html
import json
import logging
import os
import re
import sys
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
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext
from tqdm import tqdm

from bookkit import (
    cards,
    checkable,
    desk,
    docstrings,
    edition,
    figures,
    findable,
    fonts,
    labs,
    licences,
    machine,
    notebooks,
    policy,
    programs,
    search,
    site_files,
    site_folder,
    styles,
)
from bookkit.cache import unwritable, write_whole
from bookkit.katex import MissingPieceError, find_katex, find_node
from bookkit.numbering import PageNumbers, number_book
from bookkit.paths import ROOT, SNIPPETS, shown
from bookkit.proof import proofread_all
from bookkit.source import PageError

_book: dict[str, PageNumbers] = {}
_contents: list[StructureItem] = []  # the navigation's own parts and pages
_findable: list[findable.Entry] = []
_letters: dict[str, set[str]] = {}
_text_letters: set[str] = set()
_classes: set[str] = set()
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
    _letters.clear()
    _text_letters.clear()
    _classes.clear()
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
    """Number the chapters in the order of the navigation, and proof-read all pages."""
    listed = [page.file for page in nav.pages if page.file.src_uri.endswith((".md", ".py"))]
    pages = [(file.src_uri, Path(file.abs_src_path or "")) for file in listed]
    _contents[:] = nav.items
    _book.clear()
    try:
        _book.update(number_book(pages, config.extra["book"]["parts"]))
        proofread_all([path for _, path in pages], progress=sys.stderr.isatty())
        checkable.refuse_missing(pages)
    except (PageError, checkable.MissingExerciseError) as error:
        raise PluginError(str(error)) from None
    return nav


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Have a lab run by the press, in a process of its own, and not by its plugin."""
    if labs.is_lab(Path(page.file.abs_src_path or "")):
        page.render = _render_lab.__get__(page)  # type: ignore[method-assign]
    return page


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


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lay the page on the desk for the conversion that follows."""
    desk.lay(_sheet(page, config))
    return markdown


def _sheet(page: Page, config: MkDocsConfig) -> desk.Sheet:
    file = page.file
    words = desk.Words(**config.extra["book"].get("words", {}))
    return desk.Sheet(Path(file.abs_src_path or ""), file.src_uri, file.url, _book, words, bool(_serving))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Bring a lab, which its plugin has run and converted, into the book's markup."""
    sheet = _sheet(page, config)
    if not labs.is_lab(sheet.path):
        return docstrings.tidied(html)
    return notebooks.finish(html, sheet, {file.src_uri: file.url for file in files.documentation_pages()})


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
    files.append(File.generated(config, site_files.DESCRIPTION, content=_description(config)))
    return env


def _description(config: MkDocsConfig) -> str:
    """Return what an edition of the book has to know of it besides its pages, as JSON."""
    book = config.extra["book"]
    made = " · ".join(
        filter(None, (f"{book['foot']['version']} {book['edition']['version']}", book["edition"]["day"]))
    )
    described = {
        "title": config.site_name,
        "language": str(config.theme["language"]),
        "description": config.site_description or "",
        "authors": book["authors"],
        "edition": made,
        "licence": config.copyright or "",
        "contents": [_listed(item) for item in _contents],
        "words": book["paper"],
    }
    return json.dumps(described, ensure_ascii=False)


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
        for font, letters in fonts.letters(output).items():
            _letters.setdefault(font, set()).update(letters)
        _text_letters.update(fonts.text_letters(output))
        _classes.update(styles.classes(output))
    if 'class="doc ' not in output:
        output = _API_STYLES.sub("", output)
    sheet = desk.Sheet(Path(), page.file.src_uri, page.file.url)
    links = "".join(
        f'<link rel="preload" href="{sheet.link(f"assets/katex/fonts/KaTeX_{name}.woff2")}"'
        ' as="font" type="font/woff2" crossorigin>'
        for name in fonts.needed_fonts(output)
    )
    return re.sub(r'(?=<link rel="stylesheet")', links.replace("\\", r"\\"), output, count=1)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Cut the site to what the book uses, and let it take the place of the one before."""
    _list_for_search(Path(config.site_dir) / "search")
    if not _serving:
        _cut_to_size(config)
        for page in Path(config.site_dir).rglob("*.html"):  # as they are now: policies name their scripts
            write_whole(page, policy.protected(page.read_text(encoding="utf-8")))
    if _places and not _complaints():
        site_folder.put_in_place(_places["built"], _places["site"])
        config.site_dir = str(_places["site"])
        _places.clear()


def _list_for_search(folder: Path) -> None:
    """Put one list in the place of the search plugin's: its pages and sections, and all that has a name."""
    read = folder / "search_index.json"
    if read.is_file():
        sections = findable.sections(json.loads(read.read_text(encoding="utf-8")))
        write_whole(folder / "index.json", findable.as_json([*_findable, *sections]))
        read.unlink()


def _complaints() -> bool:
    """Tell whether MkDocs will call this build a failure, since it is strict and has warned of something."""
    counters = [h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler)]
    return any(counter.get_counts() for counter in counters)


def _cut_to_size(config: MkDocsConfig) -> None:
    """Keep only what the book uses: of the published fonts, letters and weights; of stylesheets, rules."""
    assets = Path(config.site_dir) / "assets"
    for address, (_, weights) in site_files.TEXT_FONTS.items():
        fonts.shrink(Path(config.site_dir) / address, _text_letters, weights)
    for font in sorted((assets / "katex" / "fonts").glob("*.woff2")):
        fonts.shrink(font, fonts.letters_of(font.stem.removeprefix("KaTeX_"), _letters))
    scripts = [
        path.read_text(encoding="utf-8") for path in assets.rglob("*.js") if path.parent.name != "workers"
    ]
    occurring = styles.names(_classes, scripts)
    for sheet in sorted(assets.rglob("*.css")):
        write_whole(sheet, styles.keep_used(sheet.read_text(encoding="utf-8"), occurring))
    book = Path(config.site_dir) / site_files.STYLESHEET
    face = site_files.EMBEDDED_FONT
    write_whole(book, styles.embed(book.read_text(encoding="utf-8"), book.parent / face, face))


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
