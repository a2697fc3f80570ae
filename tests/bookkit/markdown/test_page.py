"""Headings, given numbers, listings, library definitions and figures inside a page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from bookkit.markdown.listings import listing_in_parts
from bookkit.pages import desk
from bookkit.pages.source import PageError
from bookkit.paths import ROOT, SNIPPETS

Convert = Callable[..., str]
FENCE = '``` python title="{0}"\n--8<-- "{0}"\n```\n'
FIGURE = "![A curve](../figures/costs/softmax/cost_of_training.svg)\n"


def test_headings_of_a_chapter_are_numbered(convert: Convert) -> None:
    html = convert("# A {#a}\n\n## B {#b}\n\n### C {#c}\n\n## D {#d}\n", 3)
    assert '<h1 id="a"><span class="heading-number">3</span> A</h1>' in html
    assert '<h2 id="b"><span class="heading-number">3.1</span> B</h2>' in html
    assert '<h3 id="c">C</h3>' in html
    assert '<span class="heading-number">3.2</span> D' in html


def test_headings_of_other_pages_are_not(convert: Convert) -> None:
    assert "heading-number" not in convert("# A {#a}\n\n## B {#b}\n")


def test_a_given_number_is_marked(convert: Convert) -> None:
    assert 'by <span class="given">0.05</span>, no' in convert("by [0.05]{.given}, no [link](x)\n")


def test_a_listing_is_the_file_with_a_link_to_it(convert: Convert) -> None:
    html = convert(FENCE.format("nudges/a-nudge/two_gates.py"))
    assert 'href="../../snippets/nudges/a-nudge/two_gates.py" download="two_gates.py"' in html
    assert 'aria-label="Download two_gates.py"' in html
    assert '<span class="c1 output">#&gt;' in html


def test_a_section_of_a_listing_links_to_the_whole_file(convert: Convert) -> None:
    html = convert(FENCE.format("deep/by-hand/program.py:update"))
    assert '<span class="path">deep/by-hand/program.py:update</span>' in html
    assert 'href="../../snippets/deep/by-hand/program.py" download="program.py"' in html
    assert 'aria-label="Download program.py, the whole file"' in html
    assert "start:update" not in html
    assert "def relu" not in html


def test_the_numbers_of_homework_do_not_lead_to_the_way_that_found_them(convert: Convert) -> None:
    html = convert(FENCE.format("deep/checklist/homework_valley.py:check"))
    assert "deep/checklist/homework_valley.py:check" in html
    assert "download=" not in html
    assert "download=" in convert(FENCE.format("engine/jax/homework_where.py"))  # shown whole


def test_lines_that_an_earlier_listing_has_shown_fold_and_stay_in_the_page(convert: Convert) -> None:
    names = ["networks/xor/columns.py", "networks/xor/rows.py"]
    html = convert("\n".join(FENCE.format(name) for name in names))
    listings = BeautifulSoup(html, "html.parser").select(".highlight")
    assert len(listings) == 2
    for name, listing in zip(names, listings, strict=True):
        shown = "".join(part.get_text() for part in listing.select("pre > code"))
        assert shown == (SNIPPETS / name).read_text(encoding="utf-8")
        assert listing.select(":scope > .fold > summary")
        opened = "".join(part.get_text() for part in listing.select(":scope > pre"))
        assert len(opened.splitlines()) <= 24


def test_folds_speak_the_pages_language() -> None:
    words = desk.Words(fold_setup="Vorbereitung, {}", fold_lines="{} Zeilen")
    html = listing_in_parts(["import a", "import b", "import c", "print(a)"], set(), words)
    assert "<summary>Vorbereitung, 3 Zeilen</summary>" in html


def test_a_long_line_can_wrap_below_its_own_beginning() -> None:
    line = '        <span class="n">wide</span> = ' + "x + " * 12 + "y"
    html = listing_in_parts(["if a:", line], set(), desk.Words())
    assert f'<code>if a:\n<span class="line in2">{line}</span>\n</code>' in html


def test_a_wrong_mark_in_a_snippet_is_named_by_the_pages_line(
    convert: Convert, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "networks" / "xor").mkdir(parents=True)
    wrong = "# --8<-- [start:shown]\na = 1\n"
    (tmp_path / "networks" / "xor" / "rows.py").write_text(wrong, encoding="utf-8")
    monkeypatch.setattr("bookkit.markdown.listings.SNIPPETS", tmp_path)
    with pytest.raises(PageError, match=r"page\.md:3: networks/xor/rows\.py: .*belong together"):
        convert("# T\n\n" + FENCE.format("networks/xor/rows.py"))


def test_a_definition_is_the_librarys(convert: Convert) -> None:
    html = convert(FENCE.format("backprop.sigmoid_prime"))
    assert "sigmoid_prime" in html
    assert "def" in html
    assert "download=" not in html


@pytest.mark.parametrize(
    ("target", "complaint"),
    [
        ("backprop.sigmoyd", r"page\.md:4: the library has no 'backprop.sigmoyd'"),
        ("nudges/none.py", r"page\.md:4: there is no nudges/none\.py"),
        ("../pyproject.toml", r"page\.md:4: there is no \.\./pyproject\.toml in snippets/ or bench/results/"),
        ("/etc/passwd", r"page\.md:4: there is no /etc/passwd in"),
        (str(ROOT / "pyproject.toml"), r"page\.md:4: there is no .*pyproject\.toml in"),
        ("deep/by-hand/../../../README.md", r"page\.md:4: there is no .*README\.md in"),
        ("deep", r"page\.md:4: there is no deep in"),
        ("https://example.org/a.py", r"page\.md:4: there is no https in"),
        (
            "deep/by-hand/program.py:nowhere",
            r"page\.md:4: .*program\.py:nowhere cannot be included: .*'nowhere'",
        ),
    ],
)
def test_what_cannot_be_included_is_named_by_its_line(convert: Convert, target: str, complaint: str) -> None:
    with pytest.raises(PageError, match=complaint):
        convert("# T\n\n" + FENCE.format(target))


@pytest.mark.parametrize(
    "text",
    ["--8<--\n../pyproject.toml\n--8<--\n", "-8<- nudges/a-nudge/two_gates.py\n", '--8<-- "a.py" "b.py"\n'],
)
def test_an_inclusion_that_is_written_otherwise_is_named_by_its_line(convert: Convert, text: str) -> None:
    with pytest.raises(PageError, match=r"page\.md:4: an inclusion is one line, --8<-- "):
        convert(f"# T\n\n```\n{text}```\n")


def test_other_marks_of_inclusion_are_held_to_the_same(convert: Convert) -> None:
    with pytest.raises(PageError, match=r"page\.md:4: there is no /etc/passwd in"):
        convert("# T\n\n```\n---8<---  '/etc/passwd'\n```\n")
    assert "two_gates" in convert(FENCE.format("nudges/a-nudge/two_gates.py").replace('py"\n`', 'py"  \n`'))
    assert '--8&lt;-- "../x"' in convert('```\n;--8<-- "../x"\n```\n')


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# A {#a}\n\n## B {#b}\n\n## C {#b}\n", 5),
        ("# A {#a}\n\n## B {#b}\n\n``` md\n## X {#b}\n```\n\n[B](#b)\n\nC\n{: #b .c}\n", 12),
        ("# A {#a}\n\n$$\na \\label{eq-a}\n$$\n\n## B {#eq-a}\n", 7),
        ("# A {#fig-a}\n\n" + FIGURE + "/// figure-caption\n    attrs: {id: fig-a}\nThe curve.\n///\n", 5),
    ],
    ids=["headings", "paragraph", "equation", "figure"],
)
def test_an_id_that_stands_twice_is_named_by_its_line(convert: Convert, text: str, line: int) -> None:
    with pytest.raises(PageError, match=rf"page\.md:{line}: the id '[\w-]+' stands twice on this page"):
        convert(text)


def test_headings_with_the_same_words_are_no_such_mistake(convert: Convert) -> None:
    html = convert("# A {#a}\n\n## B {#b}\n\n## B {#b-2}\n\n## C\n\n## C\n")
    assert [f'id="{name}"' in html for name in ("a", "b", "b-2", "c", "c_1")] == [True] * 5


def test_a_figure_is_drawn_into_the_page_and_its_caption_numbered(convert: Convert) -> None:
    html = convert(FIGURE + "/// figure-caption\n    attrs: {id: fig-curve}\nThe curve.\n///\n", 3)
    assert '<svg class="figure" role="img" aria-label="A curve"' in html
    assert '<span class="figure-number">Figure 3.1</span> The curve.' in html
    assert 'id="fig-curve"' in html
    assert "<img" not in html


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("# T\n\n" + FIGURE.replace("A curve", ""), r"page\.md:3: the figure .* needs a text alternative"),
        ("# T\n\n![A](../figures/none.svg)\n", r"page\.md:3: .*none\.py does not exist"),
    ],
)
def test_a_figure_that_cannot_stand_is_named_by_its_line(convert: Convert, text: str, complaint: str) -> None:
    with pytest.raises(PageError, match=complaint):
        convert(text)


def test_text_that_is_no_page_is_left_alone(convert: Convert) -> None:
    convert("# A {#a}\n", 1)
    assert desk.take() is None
