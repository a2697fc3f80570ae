"""The PDF of a small book: bookmarks, links, page numbers, letters, and the solutions at the end."""

import io
import json
import re
import shutil
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from bookkit.editions import pdf
from bookkit.handouts import edition

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("editions")]


@pytest.fixture(scope="module")
def book(small_editions: Path) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.printed(small_editions)))


@pytest.fixture(scope="module")
def texts(book: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in book.pages]


def page_with(texts: list[str], words: str) -> int:
    """Return the only page, counted from 0, on which something is written; the contents do not count."""
    (found,) = [place for place, text in enumerate(texts) if words in text and place != 1]
    return found


def links(page: PageObject) -> list[tuple[str, list[float]]]:
    """Return the places that the links of a page lead to, and where they are."""
    annotations = [note.get_object() for note in page.get("/Annots", [])]
    return [(str(note["/Dest"]).lstrip("/"), note["/Rect"]) for note in annotations if "/Dest" in note]


def outline(entries: list, depth: int = 0) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for entry in entries:
        found += outline(entry, depth + 1) if isinstance(entry, list) else [(depth, entry.title)]
    return found


def test_every_page_has_a_bookmark_and_sections_are_below_it(book: PdfReader) -> None:
    assert outline(book.outline) == [
        *((0, "Contents"), (0, "Home"), (0, "1 One"), (0, "2 Two"), (1, "2.1 A word")),
        *(
            (0, "Symbols"),
            (1, "Calculus"),
            (0, "How it is checked"),
            (0, "Solutions"),
            (1, "1 One"),
            (1, "2 Two"),
        ),
    ]
    assert book.page_mode == "/UseOutlines"


def test_bookmarks_lead_to_their_headings(book: PdfReader, texts: list[str]) -> None:
    for entry in book.outline:
        if not isinstance(entry, list):
            page = book.get_destination_page_number(entry)
            assert page is not None
            assert entry.title in texts[page]


def test_a_reference_leads_to_the_page_of_its_equation(book: PdfReader, texts: list[str]) -> None:
    places = pdf.pages_of_places(book.stream.getvalue())
    targets = [name for name, _ in links(book.pages[page_with(texts, "Look at the sum")])]
    assert "p-nudges-two--eq-sum" in targets
    assert places["p-nudges-two--eq-sum"] - 1 == page_with(texts, "More words.")


def test_every_link_leads_somewhere(book: PdfReader) -> None:
    places = pdf.pages_of_places(book.stream.getvalue())
    targets = {name for page in book.pages for name, _ in links(page)}
    assert len(targets) > 8
    assert targets <= set(places)


def test_the_contents_say_on_which_page_each_chapter_is(book: PdfReader, texts: list[str]) -> None:
    places = pdf.pages_of_places(book.stream.getvalue())
    for title, name in (("1 One", "p-nudges-one"), ("2 Two", "p-nudges-two"), ("Solutions", "p-solutions")):
        assert f"{title} {places[name]}" in texts[1]
        assert texts[places[name] - 1].startswith(f"{title} {places[name]} {title}")  # its head and its foot


def test_an_exercise_leads_to_its_solution_at_the_end_and_back(book: PdfReader, texts: list[str]) -> None:
    exercise, solution = page_with(texts, "How many gates"), page_with(texts, "There is one gate.")
    assert solution == len(texts) - 1 > exercise
    places = pdf.pages_of_places(book.stream.getvalue())
    assert [places[name] - 1 for name, _ in links(book.pages[exercise]) if name.startswith("solution-")] == [
        solution
    ]
    assert next(places[name] - 1 for name, _ in links(book.pages[solution])) == exercise
    assert f"Solution {solution + 1}" in texts[exercise]


def test_a_section_that_is_an_exercise_has_its_solution_at_the_end_too(
    book: PdfReader, texts: list[str]
) -> None:
    section, solution = (
        page_with(texts, "Which is the last one?"),
        page_with(texts, "It is the one at the end."),
    )
    places = pdf.pages_of_places(book.stream.getvalue())
    there = {name for name, _ in links(book.pages[section]) if name.startswith("solution-")}
    assert [places[name] - 1 for name in there] == [solution] == [len(texts) - 1]
    assert section in [places[name] - 1 for name, _ in links(book.pages[solution])]
    assert f"Which is the last one? Solution {solution + 1}" in texts[section]


def fonts(page: PageObject) -> list[DictionaryObject]:
    found = page["/Resources"].get("/Font", {})
    return [font.get_object() for font in found.values()]


def embedded(font: DictionaryObject) -> bool:
    if font["/Subtype"] == "/Type3":
        return True  # its letters are drawings in the file
    inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor", {})
    return any(f"/FontFile{kind}" in descriptor for kind in ("", 2, 3))


def test_equations_are_letters_of_fonts_that_are_in_the_file(book: PdfReader, texts: list[str]) -> None:
    found = [font for page in book.pages for font in fonts(page)]
    assert found
    assert all(map(embedded, found))
    page = book.pages[page_with(texts, "More words.")]
    assert any("KaTeX" in str(font.get("/BaseFont", "")) for font in fonts(page))
    assert list(page.images) == []


def test_what_answers_a_hand_is_left_out(texts: list[str]) -> None:
    whole = " ".join(texts)
    assert "The sum is 5." in whole
    for furniture in ("¶", "Type to search", "Play", "Copy", "Cite this page", "Edit this page"):
        assert furniture not in whole


def test_there_is_no_empty_page_and_none_too_many(texts: list[str]) -> None:
    assert len(texts) == 8  # title, contents, five pages, solutions
    assert all(len(text) > 12 for text in texts)


def test_title_and_authors_are_in_the_file(book: PdfReader) -> None:
    assert book.metadata is not None
    assert book.metadata.title == "Backpropagation, Checked"
    assert "authors" in str(book.metadata.author)
    assert "Chrome" not in str(dict(book.metadata))
    assert book.root_object["/Lang"] == "en"


@pytest.fixture
def damaged(small_editions: Path, tmp_path: Path) -> Path:
    return shutil.copytree(small_editions, tmp_path / "site")


def test_a_link_to_a_place_that_is_not_there_stops_it(damaged: Path) -> None:
    page = damaged / "nudges/two.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace('id="eq-sum"', 'id="eq-other"'), encoding="utf-8"
    )
    with pytest.raises(pdf.EditionError, match="not there: p-nudges-two--eq-sum"):
        pdf.printed(damaged)


def test_a_page_that_is_missing_stops_it_and_the_old_file_stays(
    damaged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (damaged / "nudges/two.html").unlink()
    old = tmp_path / "editions" / f"{edition.name()}.pdf"
    old.parent.mkdir()
    old.write_bytes(b"old")
    assert pdf.main(["--site", str(damaged), "--to", str(old.parent)]) == 1
    assert "nudges/two.html: 404" in capsys.readouterr().err
    assert [path.read_bytes() for path in old.parent.iterdir()] == [b"old"]


def test_ids_that_pages_share_are_told_apart(damaged: Path) -> None:
    """Both pages get a place of the same name; each link leads to its own."""
    for name in ("one", "two"):
        page = damaged / f"nudges/{name}.html"
        text = page.read_text(encoding="utf-8")
        more = f'<p id="same">The place on {name}</p><p><a href="#same">there</a></p>'
        page.write_text(text.replace("</article>", f"{more}</article>", 1), encoding="utf-8")
    book = PdfReader(io.BytesIO(pdf.printed(damaged)))
    places = pdf.pages_of_places(book.stream.getvalue())
    for name in ("one", "two"):
        assert f"The place on {name}" in book.pages[places[f"p-nudges-{name}--same"] - 1].extract_text()


def test_the_description_that_the_site_brings_is_complete(small_editions: Path) -> None:
    found = json.loads((small_editions / "assets/book.json").read_text(encoding="utf-8"))
    assert [part["url"] for part in found["contents"]] == [
        *("index.html", "nudges/one.html", "nudges/two.html", "symbols-by-part.html", "about/checked.html"),
    ]
    assert set(found["words"]) == {"contents", "solutions", "solution"}


@pytest.mark.site
@pytest.mark.nightly
def test_the_whole_book_is_printed(site: Path) -> None:
    book = PdfReader(io.BytesIO(pdf.printed(site)))
    texts = [" ".join(page.extract_text().split()) for page in book.pages]
    places = pdf.pages_of_places(book.stream.getvalue())
    assert {name for page in book.pages for name, _ in links(page)} <= set(places)
    assert all(embedded(font) for page in book.pages for font in fonts(page))
    assert 300 < len(texts) < 800
    assert len(outline(book.outline)) > 400
    assert [number for number, text in enumerate(texts, 1) if len(text) < 40] == []
    # The rows of matrices under a live figure's steps are numbers and signs side by side, as on the site.
    assert re.search(r"0\.\d+ = ½ \( 0\.\d+ − \d+ \) ²", " ".join(texts))
