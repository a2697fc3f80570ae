"""Which links show a card, and what a card holds."""

import json

import pytest

from bookkit.site.cards import Leaf, deal, name_of

EQUATION = (
    '<div class="equation" data-search-exclude="" id="eq-a"><div class="typeset"><!--formula-->'
    '<span class="katex">a</span><!--/formula--></div><a class="row-anchor" id="eq-b"></a>'
    '<span class="check"><button class="check-sign">✓</button><span class="check-note">Checked</span></span>'
    "</div>"
)
FIGURES = (
    '<figure><svg class="figure"><defs><path d="M1 1" id="one-0"/></defs>'
    '<use xlink:href="#one-0"></use></svg></figure>'
    '<figure id="fig-two"><svg class="figure"><clipPath id="two-1"></clipPath><use xlink:href="#one-0"></use>'
    '<g clip-path="url(#two-1)"></g></svg><figcaption><a href="#eq-a">(1)</a></figcaption></figure>'
)
BOX = (
    '<div class="admonition definition" id="def-c"><p>C<div>inside</div></p></div>'
    '<div class="admonition exercise" id="ex-d"><p>D</p></div>'
)
LIST = '<dl><dt id="word">Word</dt><dd>What it means.</dd><dt id="other">Other</dt><dd>More</dd></dl>'
ROW = '<table><tr id="symbol-x"><td>x</td></tr></table><h2 id="heading">H</h2>'


def cards_of(page: str, *names: str, url: str = "part/one/") -> tuple[str, dict[str, str]]:
    """Return another page that links to these ids, and what the file of cards holds for it."""
    links = "".join(f'<a href="../one/#{name}">n</a>' for name in names)
    leaves = [Leaf(url, "One", page), Leaf("part/two/", "Two", links)]
    files = deal(leaves)
    found = json.loads(files["cards/part-one.json"]) if files else {"cards": {}}
    return leaves[1].html, found["cards"]


def test_a_card_is_the_element_without_its_id_and_without_its_mark() -> None:
    html, cards = cards_of(EQUATION, "eq-a", "eq-b")
    assert html.count(" data-card>") == 2
    assert cards["eq-a"] == cards["eq-b"]
    assert (
        cards["eq-a"] == '<div class="equation"><div class="typeset"><span class="katex">a</span></div></div>'
    )


def test_a_drawing_brings_the_letters_that_its_page_has_drawn_before_under_ids_of_its_own() -> None:
    _, cards = cards_of(FIGURES, "fig-two")
    card = cards["fig-two"]
    assert '<path d="M1 1" id="card-one-0"/>' in card
    assert 'xlink:href="#card-one-0"' in card
    assert 'id="card-two-1"' in card
    assert "url(#card-two-1)" in card
    assert '<a href="#eq-a">' in card  # a link in a caption stays one
    assert ' id="fig-two"' not in card


def test_a_live_figure_is_a_drawing_on_a_card() -> None:
    inside = '<bp-figure model="m"><svg class="figure"></svg><script>1</script></bp-figure>'
    live = f'<figure id="fig-live">{inside}</figure>'
    _, cards = cards_of(live, "fig-live")
    assert cards["fig-live"] == '<figure><svg class="figure"></svg></figure>'


def test_definitions_words_and_symbols_have_cards_and_exercises_and_headings_have_none() -> None:
    html, cards = cards_of(BOX + LIST + ROW, "def-c", "ex-d", "word", "symbol-x", "heading", "nowhere")
    assert html.count(" data-card>") == 3
    assert cards == {
        "def-c": '<div class="admonition definition"><p>C<div>inside</div></p></div>',
        "word": "<dl><dt>Word</dt><dd>What it means.</dd></dl>",
        "symbol-x": "<table><tbody><tr><td>x</td></tr></tbody></table>",
    }


def test_a_link_on_the_same_page_needs_no_file() -> None:
    leaves = [Leaf("part/one/", "One", f'<p><a href="#eq-a">(1)</a></p>{EQUATION}')]
    assert deal(leaves) == {}
    assert leaves[0].html.startswith('<p><a href="#eq-a" data-card>(1)</a></p>')


@pytest.mark.parametrize(
    "link",
    [
        '<a href="https://example.org/part/one/#eq-a">n</a>',
        '<a class="headerlink" href="../one/#eq-a">n</a>',
        '<a href="../one/">n</a>',
        '<a href="../three/#eq-a">n</a>',
    ],
)
def test_other_links_stay_as_they_are(link: str) -> None:
    leaves = [Leaf("part/one/", "One", EQUATION), Leaf("part/two/", "Two", link)]
    assert deal(leaves) == {}
    assert leaves[1].html == link


@pytest.mark.parametrize(
    ("url", "name"), [("", "index"), ("why/", "why"), ("part/one/", "part-one"), ("a/b.html", "a-b")]
)
def test_a_file_is_named_after_its_page(url: str, name: str) -> None:
    assert name_of(url) == name


def test_the_home_page_is_a_page_like_others() -> None:
    leaves = [Leaf("", "Home", EQUATION), Leaf("part/two/", "Two", '<a href="../../#eq-a">n</a>')]
    assert list(deal(leaves)) == ["cards/index.json"]
