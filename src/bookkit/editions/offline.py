"""The book as a folder that works from a double click, search and live figures included.

`python -m bookkit.editions.offline` makes it, and a zip of it, from a site that was built with a file for
each page (BOOK_DIRECTORY_URLS=false). A browser refuses to a page in a folder what a server's pages may
have: modules, and files of data. Both become scripts of the old kind here, fonts become part of the
stylesheet, and each page gets the policy that fits.
"""

from __future__ import annotations

import argparse
import base64
import html
import io
import posixpath
import re
import shutil
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tqdm import tqdm

from bookkit.editions import EditionError, classic
from bookkit.handouts import edition
from bookkit.keeping.cache import write_whole
from bookkit.paths import EDITIONS, shown
from bookkit.site import folder as site_folder
from bookkit.site import policy

SCRIPTS = "assets/book.js"
STYLESHEET = "assets/book.css"
_TAG = re.compile(r"<(?P<name>[a-z][\w-]*)(?P<attributes>(?:\s[^<>]*)?)>", re.IGNORECASE)
_ADDRESS = re.compile(r'\s(?:href|src)="(?P<address>[^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_MODULE = re.compile(r'<script type="module" src="(?P<way>[^"]*)"></script>\s*')
_LINK = re.compile(r'<link rel="(?:preload|canonical|prev|next|modulepreload)"[^>]*>\s*')
_FONT = re.compile(r"url\((?P<quote>[\"']?)(?P<way>[\w./-]+\.woff2)(?P=quote)\)")
_OF_A_PAGE = {"a", "link", "script", "img", "source", "iframe"}
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of time, for a zip


def make(site: Path, folder: Path) -> None:
    """Make the edition in an empty folder, from a built site.

    Raises EditionError where a page leads to something that is not there.
    """
    pages = sorted(page for page in site.rglob("*.html") if page.name != "404.html")
    if not (site / "index.html").is_file():
        raise EditionError(f"{site} holds no built site")
    names = [page.relative_to(site).as_posix() for page in pages]
    texts = dict(zip(names, (page.read_text(encoding="utf-8") for page in pages), strict=True))
    for file in sorted(_files(site, texts)):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / file, folder / file)
    (folder / "assets").mkdir(exist_ok=True)
    css = (site / STYLESHEET).read_text(encoding="utf-8")
    (folder / STYLESHEET).write_text(_with_fonts(css, (site / STYLESHEET).parent), encoding="utf-8")
    (folder / SCRIPTS).write_text(classic.bundle(site / "assets"), encoding="utf-8")
    for data in [*site.glob("cards/*.json"), *site.glob("search/*.json")]:
        place = folder / f"{data.relative_to(site).as_posix()}.js"
        place.parent.mkdir(exist_ok=True)
        place.write_text(classic.data(data.read_text(encoding="utf-8")), encoding="utf-8")
    for name in tqdm(names, desc="Pages", leave=False, disable=not sys.stderr.isatty()):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(page_of(texts[name]), encoding="utf-8")
    if wrong := list(faults(folder)):
        raise EditionError("\n".join(wrong))


def page_of(page: str) -> str:
    """Return a page as it is in the folder."""
    scripts = [match["way"] for match in _MODULE.finditer(page)]
    page = _LINK.sub("", _MODULE.sub("", page))
    if scripts:
        page = page.replace("</body>", f"{_starter(scripts)}</body>", 1)
    return policy.protected(page, in_folder=True)


def _starter(scripts: Sequence[str]) -> str:
    """Return the script that has a page's modules run, in the order in which they are asked for."""
    up, _, _ = scripts[0].partition("assets/")
    names = " ".join(dict.fromkeys(way.partition("assets/")[2] for way in scripts))
    return (
        '<script>{ const book = document.createElement("script"); '
        f'book.dataset.start = "{names}"; book.src = "{up}{SCRIPTS}"; document.body.append(book) }}</script>'
    )


def _with_fonts(css: str, folder: Path) -> str:
    """Return the stylesheet with its fonts inside: some browsers give a page in a folder no others."""

    def inside(match: re.Match[str]) -> str:
        data = base64.b64encode((folder / match["way"]).read_bytes()).decode()
        return f"url(data:font/woff2;base64,{data})"

    return _FONT.sub(inside, css)


def _files(site: Path, pages: dict[str, str]) -> set[str]:
    """Return what the pages lead to besides each other: listings, notebooks, pictures, licences."""
    found = set()
    for name, text in pages.items():
        for address in _addresses(page_of(text)):
            path = _path(name, address)
            if path is not None and path not in pages and (site / path).is_file():
                found.add(path)
    return found - {SCRIPTS, STYLESHEET}


def _addresses(page: str) -> Iterator[str]:
    for tag in _TAG.finditer(page):
        if tag["name"].lower() in _OF_A_PAGE and (found := _ADDRESS.search(tag["attributes"])):
            yield html.unescape(found["address"])


def _path(page: str, address: str) -> str | None:
    """Return the file that an address leads to, from the folder's root; None where it leads elsewhere."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return page
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))


def faults(folder: Path) -> Iterator[str]:
    """Yield what would not work on the pages of an edition: "page: what"."""
    ids: dict[str, set[str]] = {}
    texts = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}
    for name, path in texts.items():
        text = path.read_text(encoding="utf-8")
        ids[name] = set(map(html.unescape, _ID.findall(text)))
    for name, path in texts.items():
        text = path.read_text(encoding="utf-8")
        if 'type="module"' in text:
            yield f"{name}: it asks for a module, which browsers refuse in a folder"
        if 'http-equiv="Content-Security-Policy" content="default-src \'none\'' not in text:
            yield f"{name}: it does not say what its browser may load"
        for address in dict.fromkeys(_addresses(text)):
            target = _path(name, address)
            if target is None:
                continue
            anchor = unquote(urlsplit(address).fragment)
            if target.startswith(("/", "..")) or not (folder / target).is_file():
                yield f"{name}: {address} leads to no file"
            elif anchor and target in ids and anchor not in ids[target]:
                yield f"{name}: {address} leads to no place on {target}"
        for tag in _TAG.finditer(text):
            found = _ADDRESS.search(tag["attributes"])
            if found and tag["name"].lower() in _OF_A_PAGE - {"a"} and urlsplit(found["address"]).netloc:
                yield f"{name}: it asks for {found['address']}, which is not in the folder"
    asked = {posixpath.normpath(f"assets/{match['way']}") for match in _FONT.finditer(_css(folder))}
    yield from (f"{STYLESHEET}: the font {font} is not inside" for font in sorted(asked))


def _css(folder: Path) -> str:
    return (folder / STYLESHEET).read_text(encoding="utf-8")


def zipped(folder: Path, name: str, day: str = "") -> bytes:
    """Return a zip of a folder, in which it is called `name`; the same files and day give the same bytes."""
    moment = (*map(int, day.split("-")), 0, 0, 0) if day else _BEGINNING
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{name}/{path.relative_to(folder).as_posix()}", moment)  # type: ignore[arg-type]
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
    return memory.getvalue()


def publish(site: Path, place: Path) -> tuple[Path, Path]:
    """Make the edition of a site and a zip of it in `place`, each whole or not at all; return both.

    Raises EditionError where a page leads to something that is not there, and UnwritableError where the place
    cannot be written to.
    """
    folder, archive = place / edition.name(), place / f"{edition.name()}.zip"
    made = site_folder.aside(folder)
    try:
        make(site, made)
        write_whole(archive, zipped(made, edition.name(), edition.day()))
        site_folder.put_in_place(made, folder)
    finally:
        site_folder.throw_away(made)
    return folder, archive


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the edition, and say where it is; 1 where the site does not allow it."""
    parser = argparse.ArgumentParser(prog="python -m bookkit.editions.offline", description=__doc__)
    parser.add_argument("site", type=Path, help="a site that was built with BOOK_DIRECTORY_URLS=false")
    parser.add_argument("--to", type=Path, default=EDITIONS, help="where the edition goes (editions/)")
    options = parser.parse_args(arguments)
    try:
        folder, archive = publish(options.site, options.to)
    except (EditionError, OSError, classic.ScriptError) as error:
        print(error, file=sys.stderr)
        return 1
    megabytes = archive.stat().st_size / 1e6
    for path, note in ((folder / "index.html", ""), (archive, f" ({megabytes:.1f} MB)")):
        print(f"{shown(path)}{note}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
