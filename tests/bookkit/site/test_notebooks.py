"""A lab keeps the book's markup and nothing of nbconvert's."""

import base64
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from bookdraw import INK
from bookkit.pages.desk import Sheet
from bookkit.pages.numbering import number_page
from bookkit.pages.source import PageError
from bookkit.site import notebooks

LAB = """# %% [markdown]
# # A lab
#
# $$c_1$$
#
# The sum $a + b$ cost.

# %%
print(1 + 1)
"""
HTML = """<style>@import url(elsewhere)</style><script src="https://example.org/mathjax.js"></script>
<div class="jp-Notebook-cell jp-MarkdownCell"><div class="jp-RenderedMarkdown">
<h1 id="A-lab">A lab<a class="anchor-link" href="#A-lab">¶</a></h1><p>$$c_1$$</p><p>The sum $a + b$ cost.</p>
</div></div>
<div class="jp-Notebook-cell jp-CodeCell">
<div class="jp-CodeMirrorEditor"><pre><span>print</span>("$x$")</pre></div>
<div class="jp-OutputArea-output"><pre>2</pre></div></div>"""


@pytest.fixture
def lab(tmp_path: Path) -> Path:
    path = tmp_path / "lab.py"
    path.write_text(LAB)
    return path


def finish(html: str, lab: Path, serving: bool = False) -> str:
    book = {"symbols-by-part.md": number_page(lab, None), "about/checked.md": number_page(lab, None)}
    addresses = {
        "symbols-by-part.md": "symbols-by-part/",
        "about/checked.md": "about/checked/",
        "index.md": "./",
        "a.py": "a.html",
    }
    sheet = Sheet(lab, "labs/lab.py", "labs/lab/", book, serving=serving)
    return notebooks.finish(html, sheet, addresses)


def test_cells_become_listings_and_outputs(lab: Path) -> None:
    html = finish(HTML, lab)
    assert "script" not in html
    assert "style>" not in html
    assert '<code><span>print</span>("$x$")\n</code></pre>' in html
    assert '<div class="lab-output"><pre>2</pre></div>' in html
    assert 'class="headerlink"' in html


def test_what_a_cell_prints_is_one_output(lab: Path) -> None:
    piece = '<div class="jp-OutputArea-output"><pre>3</pre></div>'
    html = finish(HTML.removesuffix("</div>") + piece + piece + "</div>", lab)
    assert html.count("lab-output") == 1
    assert "<pre>233</pre>" in html


def test_formulas_are_typeset_and_code_is_not(lab: Path) -> None:
    html = finish(HTML, lab)
    assert html.count('class="formula"') == 1
    assert html.count('class="equation"') == 1
    assert "$a + b$" not in html


def test_a_lab_offers_its_files_below_its_heading(lab: Path) -> None:
    html = finish(HTML, lab)
    heading, _, links = html.partition("</h1>")
    assert "A lab" in heading
    assert links.startswith('<p class="lab-files"><a download="lab.ipynb" href="../lab.ipynb">')


def test_latex_that_cannot_be_typeset_is_named_by_its_line(lab: Path) -> None:
    lab.write_text(LAB.replace("a + b", "\\nonsense"))
    with pytest.raises(PageError, match=r"lab\.py:6: KaTeX cannot typeset .*nonsense"):
        finish(HTML.replace("a + b", "\\nonsense"), lab)


# What the proof-reader says of its words


def saying(lab: Path, old: str, new: str) -> str:
    """Put other words into the lab; return its HTML."""
    lab.write_text(LAB.replace(old, new))
    return HTML.replace(old, new)


def test_equations_are_marked_as_on_every_page(lab: Path) -> None:
    html = finish(saying(lab, "$a + b$", r"$d \coloneqq a + b$ so $2 d = 2 a + 2 b$"), lab)
    assert html.count('class="formula"') == 1  # what is defined claims nothing
    assert '<span class="formula checked" title="Checked: 1 claim, ' in html
    html = finish(saying(lab, "$$c_1$$", "$$a + a = 2 a$$"), lab)
    assert html.count('aria-label="Checked: 1 claim, ') == 1


def test_the_links_of_a_mark_lead_to_pages_as_published(lab: Path) -> None:
    html = finish(saying(lab, "$$c_1$$", "$$a + a = 2 a$$"), lab)  # with the two links of its mark
    assert 'href="../../symbols-by-part/#calculus"' in html
    assert 'href="../../about/checked/"' in html


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("../index.md#top", "../../#top"),
        ("../a.py", "../../a.html"),
        ("#here", "#here"),
        ("https://example.org/a.md", "https://example.org/a.md"),
    ],
)
def test_a_link_written_to_a_file_leads_to_its_page(lab: Path, written: str, published: str) -> None:
    html = finish(saying(lab, "cost.", f'<a href="{written}">cost</a>'), lab)
    assert f'<a href="{published}">cost</a>' in html


def test_a_link_to_a_page_that_is_not_there_is_named_by_its_line(lab: Path) -> None:
    html = saying(lab, "cost.", "[cost](../costs/nowhere.md#top).")
    html = html.replace("[cost](../costs/nowhere.md#top)", '<a href="../costs/nowhere.md#top">cost</a>')
    with pytest.raises(PageError, match=r"lab\.py:6: .*'\.\./costs/nowhere\.md#top'.* 'costs/nowhere\.md'"):
        finish(html, lab)


def test_a_false_equation_is_named_by_its_line(lab: Path) -> None:
    html = saying(lab, "$a + b$", "$a + a = 3 a$")
    with pytest.raises(PageError, match=r"lab\.py:6: a \+ a = 3 a\n.*\n.*counter-example"):
        finish(html, lab)
    shown = finish(html, lab, serving=True)
    assert 'class="formula refuted"' in shown
    assert "counter-example" in shown


def test_a_number_that_no_cell_prints_is_named_by_its_line(lab: Path) -> None:
    html = saying(lab, "cost.", "cost 2.5.")
    with pytest.raises(PageError, match=r"lab\.py:6: 2\.5 "):
        finish(html, lab)
    assert 'role="alert"' in finish(html, lab, serving=True)
    lab.write_text(lab.read_text().replace("1 + 1", "1 + 1.5"))
    assert "cost 2.5." in finish(html, lab)


def test_no_formula_is_overlooked(lab: Path) -> None:
    with pytest.raises(PageError, match=r"lab\.py:4: this formula would not be typeset .*c_1"):
        finish(HTML.replace("$$c_1$$", ""), lab)
    with pytest.raises(PageError, match=r"lab\.py:1: .* a formula that its file does not contain: d"):
        finish(HTML.replace("$$c_1$$", "$$c_1$$ $d$"), lab)


# Drawings

WORDS = "# A line that\n# rises."


def drawing(colour: str = INK, kind: str = "svg+xml", words: str = WORDS) -> str:
    """What nbconvert makes of a cell that draws."""
    svg = f'<?xml version="1.0"?><svg viewBox="0 0 9 9"><path d="M 1 2" style="stroke: {colour}"/></svg>'
    source = f"data:image/{kind};base64,{base64.b64encode(svg.encode()).decode()}"
    return f"""<div class="jp-Notebook-cell jp-CodeCell">
<div class="jp-CodeMirrorEditor"><pre><span>{words}</span>
plt.show()</pre></div>
<div class="jp-OutputArea-output"><img alt="No description" src="{source}"></div></div>"""


def test_a_drawing_follows_the_page_and_is_said_in_words(lab: Path) -> None:
    html = finish(HTML + drawing(), lab)
    assert '<svg class="figure" role="img" aria-label="A line that rises." viewBox="0 0 9 9"' in html
    assert f"stroke: var(--figure-ink,{INK})" in html
    assert "<img" not in html


def test_a_drawing_is_said_in_words_also_where_they_fold(lab: Path) -> None:
    # A statement that the lab has had folds, with the comment above it.
    again = drawing(words=f"{WORDS}</span>\nx = [1, 2, 3]\ny = [2, 4, 6]\nz = [3, 6, 9]\n<span>")
    soup = BeautifulSoup(finish(HTML + again + again, lab), "html.parser")
    second = soup.select(".lab-input")[-1]
    assert second.select_one("details.fold") is not None
    assert [svg["aria-label"] for svg in soup.select("svg.figure")] == ["A line that rises."] * 2


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        (drawing("#123456"), "figure lab-1: the colour #123456 is not in bookdraw's palette"),
        (drawing(kind="png"), "a lab draws SVG: %config InlineBackend.figure_formats"),
        (drawing(words="fig"), "a cell that draws begins with a comment that says what is to be seen"),
    ],
    ids=["colour", "PNG", "words"],
)
def test_a_drawing_that_could_not_be_shown_well_is_named_by_its_line(
    lab: Path, cell: str, message: str
) -> None:
    lab.write_text(LAB + ("fig\n" if ">fig<" in cell else WORDS))
    with pytest.raises(PageError, match=rf"lab\.py:10: {message}"):
        finish(HTML + cell, lab)
