"""What the search can find, and under which names."""

import json

from bookkit.pages.numbering import PageNumbers
from bookkit.site.cards import Leaf
from bookkit.site.findable import Entry, as_json, items, names, sections

LATEX = r"\delta^L = \nabla_a C \odot \frac{1}{2}"
FORMULA = (
    f'<span class="katex"><annotation encoding="application/x-tex">{LATEX}</annotation>'
    '<span class="katex-html">δ</span></span>'
)
PAGE = f"""<h2 id="s"><span class="heading-number">2.1</span>
A section<a class="headerlink" href="#s">¶</a></h2>
<div class="equation" id="eq-plain">{FORMULA}</div>
<div class="admonition theorem" id="theorem-bp1"><p class="admonition-title">BP1 · the error</p>
<div class="equation" id="eq-bp1">{FORMULA}</div></div>
<div class="equation" id="eq-after">{FORMULA}</div>
<figure id="fig-wires"><svg class="figure"></svg>
<figcaption><p><span>Figure 2.1</span> Wires &amp; more.</p></figcaption></figure>
<dl><dt id="unit">Unit</dt><dd>A <b>neuron</b>.</dd></dl>"""
NUMBERS = PageNumbers(2, {"eq-plain": "2.1", "eq-bp1": "BP1", "eq-after": "2.2"}, (("fig-wires", "2.1"),))


def found() -> dict[str, Entry]:
    leaf = Leaf("part/one/", "One", PAGE)
    return {entry.place.partition("#")[2]: entry for entry in items(leaf, NUMBERS)}


def test_an_equation_is_called_by_its_number_its_box_or_section_and_its_symbols() -> None:
    entries = found()
    assert entries["eq-bp1"] == Entry(
        "part/one/#eq-bp1", "BP1 · the error", "", "BP1 delta nabla odot", "equation", "One"
    )
    assert entries["eq-plain"].title == "2.1 · A section"
    assert entries["eq-after"].title == "2.2 · A section"


def test_figures_boxes_and_words_are_called_by_what_they_show() -> None:
    entries = found()
    assert entries["fig-wires"] == Entry(
        "part/one/#fig-wires", "Figure 2.1", "Wires & more.", "", "figure", "One"
    )
    assert entries["theorem-bp1"].title == "BP1 · the error"
    assert entries["theorem-bp1"].kind == "definition"
    assert entries["unit"] == Entry("part/one/#unit", "Unit", "A neuron.", "", "word", "One")


def test_commands_that_are_no_symbols_are_no_names() -> None:
    assert names(FORMULA) == "delta nabla odot"
    assert names(FORMULA.replace("delta", "begin")) == "nabla odot"


def test_pages_and_sections_are_those_of_the_plugin_without_markup() -> None:
    docs = [
        {"location": "one/", "title": "One", "text": ""},
        {"location": "one/#two", "title": "Two", "text": "<p>A &lt; B</p> <p>C</p>"},
    ]
    assert list(sections({"docs": docs})) == [
        Entry("one/", "One", "", "", "page", ""),
        Entry("one/#two", "Two", "A < B C", "", "section", "One"),
    ]
    assert json.loads(as_json(sections({"docs": docs})))[1]["page"] == "One"


def test_a_word_of_a_title_may_have_another_name() -> None:
    leaf = Leaf("part/one/", "One", PAGE)
    entries = {
        entry.place: entry.names for entry in items(leaf, NUMBERS, {"error": "delta miss", "err": "no"})
    }
    assert entries["part/one/#theorem-bp1"] == "delta nabla odot delta miss"
    assert entries["part/one/#unit"] == ""
