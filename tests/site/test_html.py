"""What is published: nothing from elsewhere, every link leads somewhere, figures speak."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag

from bookkit.handouts import edition
from bookkit.paths import ENGLISH
from bookkit.site.policy import policy

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("the site's text")]

Pages = dict[str, BeautifulSoup]
BASE = "https://example.org/book/"
LOADING = {"src", "srcset", "poster", "data", "action", "formaction", "background"}


def is_foreign(address: str) -> bool:
    return urlsplit(urljoin(BASE, address)).netloc != "example.org" and not address.startswith("data:")


def test_no_page_loads_anything_from_elsewhere(pages: Pages) -> None:
    found = []
    for name, soup in pages.items():
        for tag in soup.find_all(True):
            for key in LOADING & tag.attrs.keys():
                found += [(name, tag.name, tag[key])] if is_foreign(str(tag[key])) else []
            if tag.name == "link" and "canonical" not in tag.get("rel", []) and is_foreign(tag["href"]):
                found.append((name, "link", tag["href"]))
            found += [(name, tag.name, u) for u in css_addresses(tag.get("style", "")) if is_foreign(u)]
        for style in soup.find_all("style"):
            found += [(name, "style", u) for u in css_addresses(style.get_text()) if is_foreign(u)]
    assert found == []


def css_addresses(css: str) -> list[str]:
    urls = re.findall(r"url\(\s*[\"']?([^\"')]+)", css) + re.findall(r"@import\s+[\"']([^\"']+)", css)
    return [url for url in urls if not url.startswith("#")]


def test_no_stylesheet_loads_anything_from_elsewhere_or_nowhere(site: Path) -> None:
    foreign, missing = [], []
    for path in site.rglob("*.css"):
        for url in css_addresses(path.read_text(encoding="utf-8")):
            if is_foreign(url):
                foreign.append((path.name, url))
            elif not url.startswith("data:") and not (path.parent / unquote(urlsplit(url).path)).is_file():
                missing.append((path.name, url))
    assert (foreign, missing) == ([], [])


def test_no_reader_is_sent_a_program_for_formulas(site: Path, pages: Pages) -> None:
    scripts = [
        path.name for path in site.rglob("*.js") if re.search("mathjax|katex", path.name, re.IGNORECASE)
    ]
    assert scripts == []
    for name, soup in pages.items():
        for script in soup.find_all("script"):
            text = f"{script.get('src', '')} {script.get_text()}"
            assert not re.search(r"mathjax|katex\.|require\.js", text, re.IGNORECASE), name


def test_every_link_inside_the_book_leads_somewhere(site: Path, pages: Pages) -> None:
    anchors = {name: {tag["id"] for tag in soup.find_all(id=True)} for name, soup in pages.items()}
    broken = []
    for name, soup in pages.items():
        for link in soup.find_all("a", href=True):
            target = urlsplit(urljoin(BASE + name, link["href"]))
            if target.netloc != "example.org" or target.scheme != "https":
                continue
            path = unquote(target.path).removeprefix("/book/")
            path += "index.html" if path.endswith("/") or not path else ""
            if not (site / path).is_file():
                broken.append((name, link["href"], "no such file"))
            elif target.fragment and path in anchors and unquote(target.fragment) not in anchors[path]:
                broken.append((name, link["href"], "no such anchor"))
    assert broken == []


def test_every_equation_of_a_chapter_with_a_name_is_on_the_formula_sheet_of_its_part(pages: Pages) -> None:
    def chapters(soup: BeautifulSoup, name: str) -> list[str]:
        links = [urljoin(BASE + name, str(a["href"])) for a in soup.select("p > a.place")]
        return [link.removeprefix(BASE) for link in links]

    sheets = {name: soup for name, soup in pages.items() if re.match(r"formula-sheet/\w+/", name)}
    assert len(sheets) == 6
    led_to = Counter(link for name, soup in sheets.items() for link in chapters(soup, name))
    parts = {name.split("/")[1] for name in sheets}
    first_ids = [
        f"{name.removesuffix('index.html')}#{named['id']}"
        for name, soup in pages.items()
        if name.split("/")[0] in parts
        for equation in soup.select("div.equation")
        if (named := equation if equation.get("id") else equation.select_one("[id]"))
    ]
    assert Counter(first_ids) == led_to
    # Who has kept a link to a chapter on the one long page finds the way from there.
    old = {
        str(a["id"]): urljoin(BASE, "formula-sheet/" + str(a["href"]))
        for a in pages["formula-sheet/index.html"].select("li a[id]")
    }
    new = {
        str(h["id"]): f"{BASE}{name.removesuffix('index.html')}#{h['id']}"
        for name, soup in sheets.items()
        for h in soup.select("h2[id]")
    }
    assert old == new


def test_ids_are_unique_on_each_page(pages: Pages) -> None:
    for name, soup in pages.items():
        counts = Counter(tag["id"] for tag in soup.find_all(id=True))
        assert [identifier for identifier, count in counts.items() if count > 1] == [], name


def test_references_by_id_inside_a_page_resolve(pages: Pages) -> None:
    for name, soup in pages.items():
        ids = {tag["id"] for tag in soup.find_all(id=True)}
        for svg in soup.select("svg.figure"):
            used = {tag["xlink:href"].removeprefix("#") for tag in svg.find_all("use")}
            used |= {url.removeprefix("#") for url in re.findall(r"url\((#[^)]*)\)", str(svg))}
            assert used <= ids, name


def test_every_figure_speaks_to_those_who_do_not_see_it(pages: Pages) -> None:
    figures = [(name, svg) for name, soup in pages.items() for svg in soup.select("svg.figure")]
    assert len(figures) >= 5
    for name, svg in figures:
        assert svg["role"] == "img", name
        assert len(svg["aria-label"]) > 10, name
    for name, soup in pages.items():
        assert [str(img) for img in soup.select("article img") if not img.get("alt")] == [], name


def test_every_column_of_a_table_is_headed(pages: Pages) -> None:
    bare = [
        f"{name}: {cell.parent.get_text(' ', strip=True)}"
        for name, page in pages.items()
        for cell in page.select("table th")
        if not cell.get_text(strip=True) and not cell.select_one("[aria-label], img[alt], svg")
    ]
    assert bare == []


def test_every_formula_can_be_read_aloud_and_found_by_its_source(pages: Pages) -> None:
    count = 0
    for name, soup in pages.items():
        for formula in soup.select(".katex"):
            assert formula.select_one(".katex-mathml math annotation") is not None, name
            html = formula.select_one(".katex-html")
            assert html is not None, name
            assert html["aria-hidden"] == "true", name
            count += 1
    assert count > 100


def words(tag: Tag) -> Iterator[str]:
    """The text of a part of a page, without code, formulas and drawings."""
    for child in tag.children:
        if isinstance(child, Tag):
            if child.name not in ("code", "pre", "script", "style", "svg") and "katex" not in child.get(
                "class", ()
            ):
                yield from words(child)
        elif type(child) is NavigableString:
            yield child


def test_no_page_shows_latex_or_markdown_that_was_not_understood(pages: Pages) -> None:
    for name, soup in pages.items():
        article = soup.select_one("article")
        if article is None or name.startswith("about/"):
            continue  # the pages for contributors show how to write them
        text = "".join(words(article))
        assert text.strip(), name
        for mark in ("$$", "\\frac", "\\begin", "--8<--", "{#", "{.", "///", "!!!", "???", "]("):
            assert mark not in text, f"{name} shows {mark!r}"


def test_a_listing_is_its_file_and_shows_at_most_24_lines_at_first_sight(site: Path, pages: Pages) -> None:
    chapters = {name: soup for name, soup in pages.items() if not name.startswith("api/")}
    listings = [
        (name, tag) for name, soup in chapters.items() for tag in soup.select("article div.highlight")
    ]
    files = folded = 0
    for name, listing in listings:
        opened = "".join(part.get_text() for part in listing.select(":scope > pre"))
        assert 0 < len(opened.splitlines()) <= 24, f"{name}: {opened[:200]}"
        folded += len(listing.select(":scope > .fold"))
        link = listing.select_one("a.download")
        path = listing.select_one(".path")
        if link is None or path is None or ":" in path.get_text():
            continue
        files += 1
        file = site / unquote(urlsplit(urljoin(BASE + name, str(link["href"]))).path.removeprefix("/book/"))
        text = "".join(part.get_text() for part in listing.select("pre > code"))
        assert text == file.read_text(encoding="utf-8"), f"{name}: {path.get_text()}"
    assert files > 200
    assert folded > 100


def test_preloaded_files_are_there(site: Path, pages: Pages) -> None:
    for name, soup in pages.items():
        for link in soup.select("link[rel=preload]"):
            path = urlsplit(urljoin(BASE + name, link["href"])).path.removeprefix("/book/")
            assert (site / path).is_file(), f"{name}: {path}"


def test_every_page_has_a_title_a_description_and_one_heading(pages: Pages) -> None:
    for name, soup in pages.items():
        assert soup.title is not None, name
        assert soup.title.get_text().strip(), name
        assert soup.select_one("meta[name=description]") is not None, name
        if name != "404.html":
            assert len(soup.find_all("h1")) == 1, name


def test_every_page_says_its_licence_its_version_and_how_to_cite_it(pages: Pages) -> None:
    for name, soup in pages.items():
        foot = soup.select_one("footer .md-copyright")
        assert foot is not None, name
        assert foot.select_one('a[rel="license"][href*="licenses/by/4.0"]') is not None, name
        assert f"version {edition.version()}" in " ".join(foot.get_text().split()), name
        assert foot.find("a", string="Licences") is not None, name
        if name == "404.html":
            continue
        cite = foot.select_one("details.cite")
        assert cite is not None, name
        words, entry = (tag.get_text() for tag in cite.select("p, pre"))
        address = BASE + name.removesuffix("index.html")
        assert words.endswith(f" {address}"), words
        assert f"  url = {{{address}}},\n" in entry, entry
        title = soup.select_one("h1, title")
        assert title is not None
        assert entry.startswith("@misc{backpropagation-checked")
        assert re.fullmatch(r"@misc\{[\w-]+,\n(  [a-z]+ = \{[^{}]*(\{[^{}]*\})?[^{}]*\},\n)+\}", entry), entry
        assert entry.count("{") == entry.count("}")
        assert "&amp;" not in words + entry, name


def test_the_licences_of_what_is_republished_are_published(site: Path, pages: Pages) -> None:
    links = pages["about/licences/index.html"].select('a[href$=".txt"]')
    linked = {(site / "about" / "licences" / str(link["href"])).resolve() for link in links}
    published = {path.resolve() for path in (site / "licences").iterdir()}
    assert linked == published
    assert all(path.stat().st_size > 500 for path in published)


def test_every_page_says_what_its_browser_may_load(site: Path, pages: Pages) -> None:
    for name, soup in pages.items():
        metas = soup.select('meta[http-equiv="Content-Security-Policy"]')
        assert len(metas) == 1, name
        assert metas[0].find_previous(["link", "script", "style"]) is None, name
        written = (site / name).read_text(encoding="utf-8")
        assert metas[0]["content"] == policy(written), name


def test_the_reference_names_files_as_seen_from_the_book(pages: Pages) -> None:
    reference = [soup for name, soup in pages.items() if name.startswith("api/")]
    named = re.findall(r"Source code in (\S+)", " ".join(soup.get_text() for soup in reference))
    assert len(named) > 20
    assert [path for path in named if not path.startswith("src/backprop/")] == []


def test_every_page_of_text_can_be_edited_and_says_when_it_changed(pages: Pages) -> None:
    changed = edition.changes(ENGLISH)
    for name, soup in pages.items():
        edit = soup.select_one('footer a[rel="edit"]')
        if name == "404.html":
            assert edit is None
            continue
        assert edit is not None, name
        source = str(edit["href"]).removeprefix("https://github.com/example/book/edit/main/docs/en/")
        assert (ENGLISH / source).is_file(), source
        time = soup.select_one("footer time")
        assert (time["datetime"] if time else None) == changed.get(source), name


def test_the_reference_has_no_page_without_end_and_no_dash_that_leads_nowhere(pages: Pages) -> None:
    reference = {name: soup for name, soup in pages.items() if name.startswith("api/")}
    assert len(reference) > 4
    index = {str(link["href"]) for link in reference["api/index.html"].select("article td a")}
    for name, soup in reference.items():
        entries = soup.select("article .doc-heading")
        assert len(entries) <= 40, name
        for entry in entries:
            if str(entry["id"]).count(".") == 2:
                assert f"{name.split('/')[1]}/#{entry['id']}" in index, entry["id"]
        dangling = [
            i.get_text() for i in soup.select(".doc-section-item") if i.get_text().strip().endswith("–")
        ]
        assert dangling == [], name
