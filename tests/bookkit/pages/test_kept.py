"""What is kept of a page is there until something changes that it was made from, and only until then."""

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown

from bookkit.keeping import reads
from bookkit.pages import desk, kept
from bookkit.pages.numbering import PageNumbers
from bookkit.paths import ENGLISH, SNIPPETS
from bookkit.proof.page import proofread, proofread_all

from ..conftest import EXTENSIONS, OPTIONS

BOOK = {
    "one.md": PageNumbers(1),
    "two.md": PageNumbers(2, {"eq-a": "2.1"}, (("fig-a", "2.1"),)),
    "three.md": PageNumbers(3),
    "bibliography.md": PageNumbers(),
}
LONG_AGO = 1_000_000_000  # seconds: a file that is older than any build


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page, made from a file, a folder, a file that is missing, and the numbers of another page."""
    monkeypatch.setattr(kept, "_CLOCK", -10 * 10**9)  # files as new as these count as old
    write(tmp_path / "read.py", "x")
    write(tmp_path / "folder" / "a.py", "x")
    path = write(tmp_path / "one.md", "One\n")
    store = kept.Store("tests", "around")
    with store.making(BOOK) as making:
        path.read_text()
        (tmp_path / "read.py").read_text()
        list((tmp_path / "folder").glob("*.py"))
        with contextlib.suppress(FileNotFoundError):
            (tmp_path / "missing.py").read_text()
        assert making.book["two.md"]
        assert "no.md" not in making.book
    store.keep(path, lambda: {"content": "<p>One</p>"}, making)
    return path


def found(page: Path, around: str = "around", book: dict[str, PageNumbers] = BOOK) -> object:
    return kept.Store("tests", around).find(page, book)


def test_what_other_pages_say_may_be_older_where_they_are_named(page: Path, tmp_path: Path) -> None:
    others = [page, tmp_path / "read.py"]
    store = kept.Store("tests", "around")
    assert store.find(page, BOOK, others)
    assert store.older == set()
    write(tmp_path / "read.py", "y")
    assert kept.Store("tests", "around").find(page, BOOK) is None
    store = kept.Store("tests", "around")
    assert store.find(page, BOOK, others) == {"content": "<p>One</p>"}
    assert store.older == {page}
    write(tmp_path / "missing.py", "and now it is there")
    assert kept.Store("tests", "around").find(page, BOOK, others) is None
    (tmp_path / "missing.py").unlink()
    write(page, "One, changed\n")
    assert kept.Store("tests", "around").find(page, BOOK, others) is None


def test_what_has_not_changed_is_there(page: Path, tmp_path: Path) -> None:
    write(tmp_path / "other.py", "of no page")
    write(tmp_path / "folder" / "a.py", "only its name was asked for")
    others = BOOK | {"three.md": PageNumbers(4), "four.md": PageNumbers(5)}
    assert found(page, book=others) == {"content": "<p>One</p>"}


@pytest.mark.parametrize("name", ["one.md", "read.py", "missing.py", "folder/b.py"])
def test_a_change_of_what_it_was_made_from_makes_it_anew(page: Path, tmp_path: Path, name: str) -> None:
    write(tmp_path / name, "something else")
    assert found(page) is None


@pytest.mark.parametrize("name", ["one.md", "read.py", "folder/a.py"])
def test_so_does_a_file_that_goes(page: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).unlink()
    assert found(page) is None


@pytest.mark.parametrize(
    "book",
    [
        BOOK | {"two.md": PageNumbers(2, {"eq-a": "2.2"}, (("fig-a", "2.1"),))},
        BOOK | {"two.md": PageNumbers(2, {"eq-a": "2.1"})},
        BOOK | {"no.md": PageNumbers()},
        {},
    ],
    ids=["equation", "figure", "page", "nothing"],
)
def test_so_do_other_numbers_of_a_page_that_it_asked_for(page: Path, book: dict[str, PageNumbers]) -> None:
    assert found(page, book=book) is None


def test_so_do_other_surroundings(page: Path) -> None:
    assert found(page, around="another press") is None


def test_the_order_of_pages_counts_for_who_asks_for_it(page: Path) -> None:
    store = kept.Store("tests", "order")
    with store.making(BOOK) as making:
        list(making.book)
        page.read_text()
    store.keep(page, lambda: "made", making)
    assert kept.Store("tests", "order").find(page, BOOK) == "made"
    assert kept.Store("tests", "order").find(page, dict(reversed(BOOK.items()))) is None


def keep(page: Path, read: Callable[[], object], then: Callable[[], object]) -> None:
    """Make something of a page and of what else is read, after which something happens; keep it."""
    time.sleep(0.1)  # longer than a file's clock may be late
    store = kept.Store("tests", "meanwhile")
    with store.making() as making:
        page.read_text()
        read()
        then()
        read()  # once more: the first time counts
    store.keep(page, lambda: "made", making)


@pytest.mark.parametrize(
    ("happens", "is_kept"),
    [
        (lambda folder: None, True),
        (lambda folder: write(folder / "no page of the book", "x"), True),
        (lambda folder: write(folder / "books" / "one.md", "changed\n"), False),
        (lambda folder: write(folder / "books" / "other.py", "changed\n"), False),
        (lambda folder: (folder / "books" / "other.py").unlink(), False),
        (lambda folder: write(folder / "books" / "missing.py", "no longer\n"), False),
        (lambda folder: write(folder / "books" / "more.py", "of a folder that was listed\n"), False),
    ],
    ids=["nothing", "elsewhere", "page", "file", "goes", "comes", "folder"],
)
def test_what_changes_meanwhile_is_not_kept(
    tmp_path: Path, happens: Callable[[Path], object], is_kept: bool
) -> None:
    page = write(tmp_path / "books" / "one.md", "One\n")
    other = write(tmp_path / "books" / "other.py", "x\n")

    def read() -> None:
        for path in (other, tmp_path / "books" / "missing.py"):
            with contextlib.suppress(FileNotFoundError):
                path.read_text()
        list((tmp_path / "books").iterdir())

    keep(page, read, lambda: happens(tmp_path))
    assert kept.Store("tests", "meanwhile").find(page) == ("made" if is_kept else None)


def test_what_was_remembered_while_a_file_changed_is_not_kept(tmp_path: Path) -> None:
    """The proof is of the listing as it was before, though the listing is read only now by this maker."""
    page = write(tmp_path / "one.md", f'``` python title="{LISTING}"\n--8<-- "{LISTING}"\n```\n')
    other = write(tmp_path / "other.py", "x\n")
    time.sleep(0.1)
    with reads.noted() as before:
        other.read_text()
    write(other, "changed\n")
    time.sleep(0.1)
    keep(page, lambda: reads.note(before), lambda: None)
    assert kept.Store("tests", "meanwhile").find(page) is None
    keep(page, lambda: other.read_text(), lambda: None)
    assert kept.Store("tests", "meanwhile").find(page) == "made"


def test_something_made_without_its_page_is_not_kept(tmp_path: Path) -> None:
    page = write(tmp_path / "one.md", "One\n")
    store = kept.Store("tests", "without")
    with store.making() as making:
        pass
    store.keep(page, lambda: "made", making)
    assert kept.Store("tests", "without").find(page) is None


def test_whoever_takes_something_kept_has_read_what_it_was_made_from(page: Path, tmp_path: Path) -> None:
    with reads.noted() as notes:
        assert found(page)
    assert {str(tmp_path / name) for name in ("one.md", "read.py", "missing.py", "folder")} <= notes.keys()


def test_surroundings_know_the_names_of_what_may_be_included(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "SNIPPETS", tmp_path)
    write(tmp_path / "a.py", "x")
    before = kept.surroundings()
    write(tmp_path / "a.py", "y")
    assert kept.surroundings() == before  # its content is the pages' business
    write(tmp_path / "b.py", "x")
    assert kept.surroundings() != before


def test_surroundings_know_press_and_library_as_they_are_and_as_they_were_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("bookkit", "backprop"):
        write(tmp_path / "src" / name / "a.py", "x")
    monkeypatch.setattr(kept, "ROOT", tmp_path)
    seen = [kept.surroundings()]
    for name in ("bookkit", "backprop"):
        write(tmp_path / "src" / name / "a.py", "y")
        seen.append(kept.surroundings())
    (tmp_path / "src" / "bookkit" / "a.py").rename(tmp_path / "src" / "bookkit" / "b.py")
    seen.append(kept.surroundings())
    monkeypatch.setattr(kept, "_IMPORTED", "another press")
    seen.append(kept.surroundings())
    assert len(set(seen)) == len(seen)


# What pages are made from

LISTING = "networks/xor/rows.py"
FIGURE = "why/knobs_drawing"  # which takes its network from a file beside it
KINDS: dict[str, tuple[str, list[Path], list[str]]] = {
    "a listing": (f'``` python title="{LISTING}"\n--8<-- "{LISTING}"\n```\n', [SNIPPETS / LISTING], []),
    "a figure": (
        f"![Wires](figures/{FIGURE}.svg)\n",
        [SNIPPETS / f"{FIGURE}.py", SNIPPETS / "why" / "network.py"],
        [],
    ),
    "the number of an equation": ("[](two.md#eq-a)\n", [], ["two.md"]),
    "the number of a figure": ("[](two.md#fig-a)\n", [], ["two.md"]),
    "the bibliography": ("[A](https://example.org/)\n", [Path("bibliography.md")], ["bibliography.md"]),
    "a page's own numbers": ("$$\na + b = b + a \\label{eq-b}\n$$\n", [], ["one.md"]),
}


def convert(text: str, folder: Path) -> tuple[set[str], set[str]]:
    """Convert a page, and return the files that it was made from and the pages whose numbers it asked for."""
    path = write(folder / "one.md", f"# One {{#one}}\n\n{text}")
    write(folder / "bibliography.md", "- [A](https://example.org/)\n  {: #a }\n")
    book = BOOK | {"one.md": PageNumbers(1, {"eq-b": "1.1"})}
    with kept.Store("tests", "kinds").making(book) as making:
        desk.lay(desk.Sheet(path, "one.md", "one/", making.book))
        Markdown(extensions=EXTENSIONS, extension_configs=OPTIONS).convert(path.read_text())
    return set(making.read), set(making.book.asked)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_says_by_itself_what_it_is_made_from(kind: str, tmp_path: Path) -> None:
    text, files, pages = KINDS[kind]
    for _ in range(2):  # the second time, much is remembered
        read, asked = convert(text, tmp_path)
        assert {str(tmp_path / file) for file in files} <= read  # an absolute path stays as it is
        assert set(pages) <= asked
        assert "three.md" not in asked


def remembered(path: Path) -> dict[str, int]:
    with reads.noted() as notes:
        proofread(path)
    return notes


@pytest.mark.parametrize("prepare", [lambda path: None, proofread, lambda path: proofread_all([path])])
def test_a_proof_depends_on_the_listings_of_its_page(tmp_path: Path, prepare: Callable[[Path], None]) -> None:
    text = f'``` python title="{LISTING}"\n--8<-- "{LISTING}"\n```\n\nIt is {tmp_path.name}.\n'
    path = write(tmp_path / "page.md", text)
    prepare(path)
    assert {str(path), str(SNIPPETS / LISTING)} <= remembered(path).keys()


def test_files_of_packages_are_not_the_books(tmp_path: Path) -> None:
    assert not kept.is_own(os.__file__)
    assert not kept.is_own(pytest.__file__)
    assert not kept.is_own(kept.__file__)
    assert kept.is_own(str(SNIPPETS / LISTING))
    assert kept.is_own(str(ENGLISH / "index.md"))
    assert kept.is_own(str(tmp_path / "one.md"))
