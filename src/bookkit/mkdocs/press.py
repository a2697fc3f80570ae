"""MkDocs' side of the press: it hands pages and files on. Only the files of this room import it."""

from __future__ import annotations

import errno
import logging
import os
import re
import sys
import time
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from bookkit import machine
from bookkit.handouts import edition, licences
from bookkit.keeping import reads
from bookkit.keeping.cache import fingerprint, unwritable, write_whole
from bookkit.markdown import checkable
from bookkit.mkdocs import drawings, first, templates
from bookkit.mkdocs import pages as mkdocs_pages
from bookkit.pages import desk, kept, search
from bookkit.pages.numbering import PageNumbers, number_book
from bookkit.pages.source import PageError
from bookkit.paths import ROOT
from bookkit.programs import apart as programs
from bookkit.programs import labs
from bookkit.proof.page import proofread, proofread_all
from bookkit.site import cards, cutting, docstrings, findable, notebooks, policy, readings, registered, served
from bookkit.site import files as site_files
from bookkit.site import folder as site_folder
from bookkit.typesetting import fonts
from bookkit.typesetting.katex import MissingPieceError, find_katex, find_node

_UNWRITABLE = {errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EISDIR}
_REFERENCE = ":::"  # what asks for a part of the library's reference
_SEARCH_MARK = re.compile(r' data-search-[\w-]+="[^"]*"')
_API_STYLES = re.compile(r'<link rel="stylesheet" href="[^"]*_mkdocstrings\.css">\s*')


@dataclass
class _Build:
    """What is known of one build, from its configuration to its site."""

    again: bool = False
    """Whether the book is being served, and was built before."""
    started_in: Path | None = None
    """The folder that MkDocs was started in, if the build has left it."""
    dated: bool = False
    """Whether the date of the build is that of the last commit, and not one that was given."""
    places: tuple[Path, Path] | None = None
    """Where the site is made, and where it will be, if it is made aside."""
    book: dict[str, PageNumbers] = field(default_factory=dict)
    contents: list[StructureItem] = field(default_factory=list)
    """The navigation's own parts and pages."""
    stores: list[kept.Store] = field(default_factory=list)
    """What is kept of pages, and of those of the library's reference."""
    found: dict[Path, dict[str, Any]] = field(default_factory=dict)
    """The pages that have not changed, as they were kept."""
    later: set[Path] = field(default_factory=set)
    """The pages that are not waited for at the first start."""
    labs: mkdocs_pages.Labs = field(default_factory=mkdocs_pages.Labs)
    figures: dict[Path, File] = field(default_factory=dict)
    """The snippets that draw, each with its file of the site."""
    kept_readings: readings.Readings = field(init=False)
    finishing: dict[str, tuple[str, str, readings.Reading | int]] = field(default_factory=dict)
    """Of the page that is being finished: its HTML, its reading's name and that, or how much was indexed."""
    finished: tuple[str, readings.Reading] = field(init=False)
    """The page that was given to its template."""
    findable: list[findable.Entry] = field(default_factory=list)
    used: cutting.Used = field(default_factory=cutting.Used)

    def end(self) -> None:
        """Leave folder, environment and disk as they were, but for the site, if it became one."""
        self.labs.end()
        if self.places:
            site_folder.throw_away(self.places[0])
        if self.started_in:
            os.chdir(self.started_in)
        if self.dated:
            os.environ.pop("SOURCE_DATE_EPOCH", None)
        self.places, self.started_in, self.dated = None, None, False


class Press:
    """The press as a plugin of MkDocs: it lasts as long as MkDocs runs, and each build begins with nothing.

    Under `mkdocs serve` it knows in addition what the site that is being served consists of.
    """

    def __init__(self) -> None:
        self.build = _Build()
        self.on_startup(command="build", dirty=False)

    def on_startup(self, command: str, dirty: bool) -> None:
        """Remember whether the book is served to its author or built for its readers."""
        self.serving = command == "serve"
        self.dirty = dirty  # only what has changed is written, into the site that is there
        self.port_seen = False
        self.served = served.Served()
        self.ahead = first.Ahead()
        if dirty:
            logging.getLogger("mkdocs.commands.build").addFilter(mkdocs_pages.is_news)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Say at once what is missing."""
        self.build.end()
        self.build = build = _Build(again=self.serving and self.dirty and self.served.again)
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
        if self.serving and not self.port_seen:  # later builds find it in use, by their own server
            self.port_seen = True
            if trouble := machine.port_trouble(*config.dev_addr):
                raise PluginError(trouble)
        # The press runs the labs and keeps their results itself, so that nothing damaged is published.
        config.plugins["mkdocs-jupyter"].config["cache"] = False
        snippets = config.mdx_configs.get("pymdownx.snippets", {})
        if "base_path" in snippets:  # `mkdocs build -f` is started in any folder
            snippets["base_path"] = [str(ROOT / place) for place in snippets["base_path"]]
        programs.stop()  # else one that is being served would go on with the sources of the last build
        folder = Path(config.config_file_path or ROOT / "mkdocs.yml").parent
        if "SOURCE_DATE_EPOCH" not in os.environ and (date := machine.last_commit(folder)):
            os.environ["SOURCE_DATE_EPOCH"] = date  # the same sources give the same site on every day
            build.dated = True
        if not self.serving:
            build.started_in = Path.cwd()
            os.chdir(ROOT)  # the reference names the library's files as seen from where the build is
        if not (self.serving or self.dirty):
            build.places = site_folder.aside(Path(config.site_dir)), Path(config.site_dir)
            config.site_dir = str(build.places[0])
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add what the press makes: stylesheets, fonts, snippets to download, figures."""
        for file in [file for file in files if file.src_uri.startswith("assets/javascripts/")]:
            files.remove(file)  # the theme's scripts, which no page asks for
        for address, source in site_files.files():
            if isinstance(source, Path):
                files.append(File.generated(config, address, abs_src_path=str(source)))
            else:
                files.append(File.generated(config, address, content=source))
        self.build.figures = drawings.listed(config, files)
        for lab in sorted(Path(config.docs_dir).glob("labs/*.py")):
            files.append(File.generated(config, f"labs/{lab.stem}.ipynb", content=labs.as_ipynb(lab)))
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Number the chapters in the order of the navigation, and proof-read the pages that have changed."""
        listed = [page.file for page in nav.pages if page.file.src_uri.endswith((".md", ".py"))]
        pages = [(file.src_uri, Path(file.abs_src_path or "")) for file in listed]
        build = self.build
        build.contents = nav.items
        try:
            build.book = number_book(pages, config.extra["book"]["parts"])
            around = fingerprint(kept.surroundings(), mkdocs_pages.settings(config, files))
            # A page of the reference hears which names others before it have brought.
            reference = {path for _, path in pages if _is_reference(path)}
            together = fingerprint(around, *(path.read_bytes() for _, path in pages if path in reference))
            stores = [kept.Store("pages", around), kept.Store("pages", together)]
            others = [path for _, path in pages] if build.again else []
            found = {path: stores[path in reference].find(path, build.book, others) for _, path in pages}
            build.found = {path: made for path, made in found.items() if made is not None}
            for file in listed:
                mkdocs_pages.declare(file, modified=True)  # MkDocs has to know each page, whatever is written
            if told := served.left(set().union(*(store.older for store in stores)), Path(config.docs_dir)):
                logging.getLogger("mkdocs").info(told)
            build.stores, build.kept_readings = stores, readings.Readings(around)
            changed = [path for _, path in pages if path not in build.found]
            build.later = self.ahead.may_follow(changed, nav.items)
            drawings.draw(build.figures, files, build.later, Path(config.docs_dir))
            now = [path for path in changed if path not in build.later]
            proofread_all(now, progress=sys.stderr.isatty())
            build.labs.begin([path for path in now if labs.is_lab(path)], config)
            checkable.refuse_missing(pages)
        except (PageError, checkable.MissingExerciseError) as error:
            raise PluginError(str(error)) from None
        return nav

    def on_pre_page(self, page: Page, config: MkDocsConfig, files: Files) -> Page:
        """Have a page converted by the press, or taken as it was kept."""
        page.render = partial(self._rendered, page, time.time_ns())  # type: ignore[method-assign]
        return page

    def _rendered(self, page: Page, since: int, config: MkDocsConfig, files: Files) -> None:
        """Give a page, which is read from its file after a moment, content, table of contents and title."""
        sheet = self._sheet(page, config)
        found = self.build.found.pop(sheet.path, None)
        if sheet.path in self.build.later:
            mkdocs_pages.restore(page, files, first.stub(sheet.path, sheet.words.soon))
            return
        if found is not None:
            mkdocs_pages.restore(page, files, found["page"])
            if found["told"] is not None:
                registered.tell_again(found["told"], page, *mkdocs_pages.resolving(config))
            return
        is_reference, told = _is_reference(sheet.path), None
        store = self.build.stores[is_reference]
        complaints, log = CountHandler(), logging.getLogger("mkdocs")
        log.addHandler(complaints)
        try:
            with store.making(self.build.book) as making:
                reads.note({str(sheet.path): since})
                sheet = replace(sheet, book=making.book)
                self.build.labs.await_lab(sheet.path)
                if is_reference:
                    with registered.noted(*mkdocs_pages.resolving(config)) as told:
                        _convert(page, sheet, config, files)
                else:
                    _convert(page, sheet, config, files)
        finally:
            log.removeHandler(complaints)
        # A complaint has to be heard each time; what MkDocs keeps silent about cannot be heard here.
        silent = logging.getLogger("mkdocs.structure").getEffectiveLevel() != logging.INFO
        if not (complaints.get_counts() or silent or sheet.waiting or proofread(sheet.path).faults):
            made = {"page": mkdocs_pages.as_data(page, titled=labs.is_lab(sheet.path)), "told": told}
            store.keep(sheet.path, lambda: made, making)

    def _sheet(self, page: Page, config: MkDocsConfig) -> desk.Sheet:
        file = page.file
        words = desk.Words(**config.extra["book"].get("words", {}))
        path, book = Path(file.abs_src_path or ""), self.build.book
        return desk.Sheet(path, file.src_uri, file.url, book, words, self.serving, bool(self.build.later))

    def _deal(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Now that all pages are there, note what can be found on them, and deal the cards.

        Links that show a card are marked, and its files are added.
        """
        pages = mkdocs_pages.converted(files)
        leaves = [cards.Leaf(page.url, mkdocs_pages.title_of(page), page.content or "") for page in pages]
        book, also = self.build.book, config.extra["book"].get("also", {})
        self.build.findable = [
            item
            for page, leaf in zip(pages, leaves, strict=True)
            for item in findable.items(leaf, book.get(page.file.src_uri, PageNumbers()), also)
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
            contents=[mkdocs_pages.listed(item) for item in self.build.contents],
        )
        files.append(File.generated(config, site_files.DESCRIPTION, content=described))
        return templates.remembered(env)

    @event_priority(-100)
    def _leave_what_is_as_it_was(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Have only those files written that are not in the site that is being served."""
        if self.serving and self.dirty:
            mkdocs_pages.leave(files, config, self.build.contents, self.served)
        return env

    on_env = CombinedEvent(_deal, _leave_what_is_as_it_was)

    @event_priority(100)
    def _simplify_for_search(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Let the search plugin read a page without the markup of its formulas and drawings.

        Where it is known what it would read, it gets nothing.
        """
        content, name = page.content or "", page.file.src_uri
        said = [page.url, str(page.title), {str(key): page.meta[key] for key in page.meta}]
        key = self.build.kept_readings.key(content, [*said, mkdocs_pages.contents_of(page)])
        known = self.build.kept_readings.find(key)
        page.content = search.plain(content) if known is None else ""
        before = len(mkdocs_pages.indexed(config))
        self.build.finishing[name] = content, key, before if known is None else known
        return context

    @event_priority(-100)
    def _restore_after_search(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the page back what the search plugin did not have to read, without the marks for it."""
        content, key, known = self.build.finishing.pop(page.file.src_uri)
        page.content = _SEARCH_MARK.sub("", search.without_marks(content))
        if isinstance(known, int):
            known = readings.read(page.content, mkdocs_pages.indexed(config)[known:])
            self.build.kept_readings.keep(key, known)
        else:
            mkdocs_pages.indexed(config).extend(known.entries)
        self.build.finished = page.content, known
        return context

    on_page_context = CombinedEvent(_simplify_for_search, _restore_after_search)

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Ask for the fonts of the formulas early, so that nothing moves when they arrive.

        The stylesheet of the API pages is dropped where it has nothing to style.
        """
        content, known = self.build.finished
        frame = readings.read(output.replace(content, "", 1), [])  # what is around it
        if not self.serving:
            for part in (frame, known):
                readings.add(part, self.build.used)
        if 'class="doc ' not in output:
            output = _API_STYLES.sub("", output)
        sheet = desk.Sheet(Path(), page.file.src_uri, page.file.url)
        needed = sorted({*frame.needed, *known.needed})
        links = fonts.preloads(needed, sheet.link("assets/katex/fonts"))
        return re.sub(r'(?=<link rel="stylesheet")', links.replace("\\", r"\\"), output, count=1)

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Cut the site to what the book uses, and let it take the place of the one before."""
        self.served.settle()
        if self.build.later:
            self.served = served.Served()  # the next build is the first that has all pages
        if self.build.again:
            (Path(config.site_dir) / "search" / "search_index.json").unlink(missing_ok=True)
            return
        findable.put_list(Path(config.site_dir) / "search", self.build.findable)
        if not self.serving:
            cutting.cut(Path(config.site_dir), self.build.used)
            for page in Path(config.site_dir).rglob("*.html"):  # as they are now: policies name their scripts
                write_whole(page, policy.protected(page.read_text(encoding="utf-8")))
        if self.build.places and not mkdocs_pages.complaints():
            site_folder.put_in_place(*self.build.places)
            config.site_dir = str(self.build.places[1])
            self.build.places = None

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Have the pages made that nobody has waited for."""
        if self.build.later:
            self.ahead.begin(server, config, len(self.build.later))
        return server

    def on_build_error(self, error: Exception) -> None:
        """Leave the old site, and show an author's mistake as one line, without the press's own calls."""
        self._end()
        if isinstance(error, BuildError):
            return
        if type(error).__module__.startswith("bookkit"):
            raise PluginError(str(error)) from None
        if isinstance(error, OSError) and error.errno in _UNWRITABLE:
            raise PluginError(str(unwritable(Path(error.filename or "the site"), error))) from None

    def on_shutdown(self) -> None:
        """Remove what a build that did not end well has left."""
        self.ahead.stop()
        self._end()

    def _end(self) -> None:
        self.build.end()
        programs.stop()


def _is_reference(path: Path) -> bool:
    """Tell whether a page has something of the library's reference."""
    return path.is_file() and _REFERENCE in path.read_text(encoding="utf-8", errors="replace")


def _convert(page: Page, sheet: desk.Sheet, config: MkDocsConfig, files: Files) -> None:
    """Convert a page; a lab is run, in a process of its own, and not by its plugin."""
    if labs.is_lab(sheet.path):
        mkdocs_pages.render_lab(page, config)
        addresses = {file.src_uri: file.url for file in files.documentation_pages()}
        page.content = notebooks.finish(page.content or "", sheet, addresses)
    else:
        desk.lay(sheet)
        Page.render(page, config, files)
        page.content = docstrings.tidied(page.content or "")
