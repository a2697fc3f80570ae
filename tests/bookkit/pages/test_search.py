"""The search index reads what a reader may look for, and readers get the page whole."""

from bookkit.pages.search import marked, plain, without_marks

KATEX = (
    '<span class="katex"><span class="katex-mathml"><math>x<annotation>x^2</annotation></math></span>'
    '<span class="katex-html" aria-hidden="true"><span class="mord">x</span><span>2</span></span></span>'
)


def test_a_formula_is_the_letters_that_it_shows() -> None:
    assert plain(f"<p>The square {marked(KATEX)} grows.</p>") == "<p>The square x2 grows.</p>"


def test_readers_get_the_formula_and_no_marks() -> None:
    assert without_marks(f"<p>{marked(KATEX)}</p>") == f"<p>{KATEX}</p>"


def test_drawings_are_left_out() -> None:
    assert plain('<p>A<svg class="figure" role="img"><g><text>t</text></g></svg>B</p>') == "<p>AB</p>"


def test_the_proof_readers_mark_is_no_text() -> None:
    mark = (
        '<span class="check"><button class="check-sign" type="button">✓</button>'
        '<span class="check-note">Checked: 1 claim. <a href="a">Symbols</a> </span></span>'
    )
    assert plain(f"<div>A{mark}</div>B") == "<div>A</div>B"


def test_code_is_read_without_its_colours() -> None:
    html = '<pre><code><span class="n">net</span><span class="o">.</span>cost</code></pre>'
    assert plain(html) == "<pre><code>net.cost</code></pre>"
