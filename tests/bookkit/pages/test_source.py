"""Pages are taken apart with the right lines."""

from pathlib import Path

import pytest

from bookkit.pages import source
from bookkit.pages.source import Page, PageError, line_with, parse_page, read_page


def parse(text: str) -> Page:
    return parse_page(Path("page.md"), text)


def test_front_matter() -> None:
    page = parse("---\nnotation: calculus\n---\n# A {#a}\n")
    assert page.front_matter == {"notation": "calculus"}
    assert [(p.text, p.line) for p in page.prose] == [("# A {#a}", 4)]
    assert parse("# A\n").front_matter == {}
    assert parse("---\n---\n# A\n").front_matter == {}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("---\na: [\n---\n", "page.md:1: the front matter is not YAML"),
        ("---\n- a\n---\n", "page.md:1: the front matter must be `key: value` lines"),
        ("a\n\n``` python\nx = 1\n", "page.md:3: the fence ``` is never closed"),
    ],
)
def test_a_malformed_page_is_named_with_its_line(text: str, complaint: str) -> None:
    with pytest.raises(PageError) as error:
        parse(text)
    assert complaint in str(error.value)


def test_a_missing_page_and_a_page_that_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(PageError, match=r"gone\.md:1: the page cannot be read"):
        read_page(tmp_path / "gone.md")
    (tmp_path / "page.md").write_bytes(b"\xff\xfe")
    with pytest.raises(PageError, match="the page is not UTF-8 text"):
        read_page(tmp_path / "page.md")


def test_a_page_is_taken_apart_once_for_each_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    whole = source.parse_page
    monkeypatch.setattr(source, "parse_page", lambda path, text: taken.append(text) or whole(path, text))
    page, other = tmp_path / "page.md", tmp_path / "other.md"
    for path, text in [(page, "$a$\n"), (other, "$b$\n"), (page, "$a$\n"), (page, "$c$\n")]:
        path.write_text(text)
        assert [equation.latex for equation in read_page(path).equations] == [text[1]]
    assert taken == ["$a$\n", "$b$\n", "$c$\n"]


def test_equations_with_their_lines() -> None:
    page = parse("Text $a + b$ and\n\n$$\nc = d \\label{eq-c}\n$$\n\n\\[\nx\n\\]\n\n$$y \\tag{BP1}$$\n")
    found = [(e.latex, e.line, e.display, e.label, e.tag) for e in page.equations]
    assert found == [
        ("a + b", 1, False, None, None),
        ("c = d \\label{eq-c}", 4, True, "eq-c", None),
        ("x", 8, True, None, None),
        ("y \\tag{BP1}", 11, True, None, "BP1"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "`$a$`",
        "``` text\n$a$\n```",
        "<!-- $a$ -->",
        r"costs \$5 and \$6",
        "5 $ or 6 $ more",
        "```` md\n``` x\n$a$\n```\n````",
    ],
)
def test_what_is_no_equation(text: str) -> None:
    assert parse(text).equations == ()


def test_prose_is_what_a_reader_reads() -> None:
    page = parse("See [the text](target.md#x) and `code 1.5` and $a = 2.5$.\n<b>bold</b>\n")
    assert page.prose[0].text.split() == ["See", "[the", "text]", "and", "and", "."]
    assert page.prose[1].text.strip() == "bold"


def test_listings_and_fences() -> None:
    text = '# A\n\n!!! note\n\n    ``` python title="p/a.py"\n    --8<-- "p/a.py"\n    ```\n'
    page = parse(text)
    assert [(x.target, x.line, x.language, x.title) for x in page.listings] == [
        ("p/a.py", 6, "python", "p/a.py")
    ]
    assert page.fences[0].line == 5


def test_captions() -> None:
    first = "![a](f.svg)\n/// figure-caption\n    attrs: {id: fig-a}\nText\n///\n\n"
    text = first + "/// figure-caption\nMore\n///\n"
    assert [(c.identifier, c.line) for c in parse(text).captions] == [("fig-a", 2), (None, 7)]


def test_lines_are_the_same_with_windows_line_ends() -> None:
    text = "---\na: 1\n---\n\n$$\nx\n$$\n"
    assert parse(text.replace("\n", "\r\n")).equations == parse(text).equations


def test_a_stray_backtick_hides_nothing_beyond_its_paragraph() -> None:
    page = parse_page(Path("page.md"), "A stray ` here.\n\nThen $a = b$ and 0.5.\n\nAnother ` there.\n")
    assert [equation.latex for equation in page.equations] == ["a = b"]
    assert any("0.5" in prose.text for prose in page.prose)


def test_a_footnote_is_running_text() -> None:
    page = parse_page(Path("page.md"), "Text.[^1]\n\n[^1]: It was 0.5.\n\n[link]: there/0.7.md\n")
    assert any("0.5" in prose.text for prose in page.prose)
    assert not any("0.7" in prose.text for prose in page.prose)


def test_a_text_is_found_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("one\ntwo three\nthree\n", encoding="utf-8")
    assert line_with(path, "three") == 2
    assert line_with(path, "four") == 1
