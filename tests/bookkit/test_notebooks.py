"""A lab keeps the book's markup and nothing of nbconvert's."""

import base64
from pathlib import Path

import pytest

from bookdraw import INK
from bookkit import notebooks
from bookkit.source import PageError

LAB = """# %% [markdown]
# # A lab
#
# The sum $a + b$.

# %%
print(1 + 1)
"""
HTML = """<style>@import url(elsewhere)</style><script src="https://example.org/mathjax.js"></script>
<div class="jp-Notebook-cell jp-MarkdownCell"><div class="jp-RenderedMarkdown">
<h1 id="A-lab">A lab<a class="anchor-link" href="#A-lab">¶</a></h1><p>The sum $a + b$ and $$c_1$$ cost.</p>
</div></div>
<div class="jp-Notebook-cell jp-CodeCell">
<div class="jp-CodeMirrorEditor"><pre><span>print</span>("$x$")</pre></div>
<div class="jp-OutputArea-output"><pre>2</pre></div></div>"""


@pytest.fixture
def lab(tmp_path: Path) -> Path:
    path = tmp_path / "lab.py"
    path.write_text(LAB)
    return path


def test_a_lab_as_a_notebook_is_always_the_same(lab: Path) -> None:
    notebook = notebooks.as_ipynb(lab)
    assert notebook == notebooks.as_ipynb(lab)
    assert '"nbformat": 4' in notebook
    assert "print(1 + 1)" in notebook


def test_cells_become_listings_and_outputs(lab: Path) -> None:
    html = notebooks.finish(HTML, lab)
    assert "script" not in html
    assert "style>" not in html
    assert '<pre><code><span>print</span>("$x$")</code></pre>' in html
    assert '<div class="lab-output"><pre>2</pre></div>' in html
    assert 'class="headerlink"' in html


def test_what_a_cell_prints_is_one_output(lab: Path) -> None:
    piece = '<div class="jp-OutputArea-output"><pre>3</pre></div>'
    html = notebooks.finish(HTML.removesuffix("</div>") + piece + piece + "</div>", lab)
    assert html.count("lab-output") == 1
    assert "<pre>233</pre>" in html


def test_formulas_are_typeset_and_code_is_not(lab: Path) -> None:
    html = notebooks.finish(HTML, lab)
    assert html.count('class="formula"') == 1
    assert html.count('class="equation"') == 1
    assert "$a + b$" not in html


def test_a_lab_offers_its_files_below_its_heading(lab: Path) -> None:
    html = notebooks.finish(HTML, lab)
    heading, _, links = html.partition("</h1>")
    assert "A lab" in heading
    assert links.startswith('<p class="lab-files"><a download="lab.ipynb" href="../lab.ipynb">')


def test_latex_that_cannot_be_typeset_is_named_by_its_line(lab: Path) -> None:
    lab.write_text(LAB.replace("a + b", "\\nonsense"))
    with pytest.raises(PageError, match=r"lab\.py:4: KaTeX cannot typeset .*nonsense"):
        notebooks.finish(HTML.replace("a + b", "\\nonsense"), lab)


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
    html = notebooks.finish(HTML + drawing(), lab)
    assert '<svg class="figure" role="img" aria-label="A line that rises." viewBox="0 0 9 9"' in html
    assert f"stroke: var(--figure-ink,{INK})" in html
    assert "<img" not in html


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
    with pytest.raises(PageError, match=rf"lab\.py:8: {message}"):
        notebooks.finish(HTML + cell, lab)
