"""Tables are wrapped when the book is built, not by a script."""

import re

from markdown import Markdown

TABLE = "| a | b |\n| --- | --- |\n| 1 | 2 |\n"


def convert(text: str) -> str:
    return Markdown(extensions=["tables", "admonition", "bookkit.markdown"]).convert(text)


def test_a_table_stands_in_its_box_and_the_text_goes_on() -> None:
    html = convert(f"Before.\n\n{TABLE}\nAfter.\n")
    assert '<div class="table">\n<table>' in html.replace('"table"><table>', '"table">\n<table>')
    assert html.index("Before") < html.index('class="table"') < html.index("</table>") < html.index("After")


def test_tables_inside_boxes_are_wrapped_once_each() -> None:
    indented = "".join(f"    {line}\n" for line in TABLE.splitlines())
    html = convert(f"!!! note\n\n{indented}\n{TABLE}")
    assert html.count('class="table"') == html.count("<table>") == 2


def wide(*names: str) -> str:
    return f"|{'|'.join(names)}|\n|{' --- |' * len(names)}\n|{'|'.join('1' for _ in names)}|\n"


def test_cells_of_a_wide_table_know_their_columns_but_for_the_first() -> None:
    html = convert(wide("symbol", "meaning", "*shape*", "for `m`"))
    assert '<div class="table rows">' in html
    assert re.findall(r'<td data-column="([^"]*)">', html) == ["meaning", "shape", "for m"]
    assert html.count("<td>1</td>") == 1


def test_a_narrow_table_stays_a_table() -> None:
    html = convert(wide("a", "b", "c"))
    assert '<div class="table">' in html
    assert "data-column" not in html


def test_a_letter_in_a_heading_is_written_out_and_a_longer_formula_cannot_be() -> None:
    extensions = ["tables", "pymdownx.arithmatex", "bookkit.markdown"]
    options = {"pymdownx.arithmatex": {"generic": True}}
    md = Markdown(extensions=extensions, extension_configs=options)
    assert 'data-column="for m samples"' in md.convert(wide("a", "b", "c", "for $m$ samples"))
    assert "data-column" not in md.convert(wide("a", "b", "c", "$\\sigma'(z)$"))


def cell(text: str) -> str:
    found = re.search("<td>(.*)</td>", convert(f"| a |\n| --- |\n| {text} |\n"))
    assert found
    return re.sub("<wbr */?>", "|", found[1])


def test_a_name_of_a_program_may_break_at_its_joints_and_nowhere_else() -> None:
    assert cell("`torch.optim.lr_scheduler`") == "<code>torch.|optim.|lr_|scheduler</code>"
    assert cell("`clip_norm=`, `gelu(z, approximate=False)`") == (
        "<code>clip_|norm=</code>, <code>gelu(|z, approximate=|False)</code>"
    )
    assert cell("`CosineAnnealingLR`") == "<code>Cosine|Annealing|LR</code>"
    assert cell("`DataLoader`") == "<code>DataLoader</code>"
    assert cell("`src/backprop/costs.py`, `1/m`") == "<code>src/|backprop/|costs.|py</code>, <code>1/m</code>"
    assert cell("`0.9`, `1e-8`, `a.2` and no_code.here") == (
        "<code>0.9</code>, <code>1e-8</code>, <code>a.2</code> and no_code.here"
    )


def test_a_name_may_break_where_the_book_colours_code_in_lines_too() -> None:
    """There the text has been put aside as HTML before tables are looked at."""
    md = Markdown(extensions=["tables", "pymdownx.inlinehilite", "bookkit.markdown"])
    html = md.convert("| a |\n| --- |\n| `a.b < c_d` and `#!python x.y` |\n\nOutside `e.f`.\n")
    assert "<code>a.<wbr>b &lt; c_<wbr>d</code>" in html
    assert "<code>e.f</code>" in html
    assert re.sub("<[^>]*>", "", html).split("and")[1].split()[0] == "x.y"


def test_what_a_name_says_is_the_same_with_its_joints() -> None:
    assert cell("`a < b.c & d_e`").replace("|", "") == "<code>a &lt; b.c &amp; d_e</code>"


def test_a_name_outside_a_table_has_no_joints() -> None:
    assert "wbr" not in convert(f"The `torch.optim` in a paragraph.\n\n{TABLE}")
