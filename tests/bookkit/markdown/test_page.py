"""Headings, given numbers, listings, library definitions and figures inside a page."""

from collections.abc import Callable

import pytest

from bookkit import desk
from bookkit.source import PageError

Convert = Callable[..., str]
FENCE = '``` python title="{0}"\n--8<-- "{0}"\n```\n'
FIGURE = "![A curve](../figures/nudges/sigmoid-neuron/curve_and_tangent.svg)\n"


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
    assert "start:update" not in html
    assert "def relu" not in html


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
    ],
)
def test_what_cannot_be_included_is_named_by_its_line(convert: Convert, target: str, complaint: str) -> None:
    with pytest.raises(PageError, match=complaint):
        convert("# T\n\n" + FENCE.format(target))


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
