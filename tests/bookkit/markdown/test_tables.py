"""Tables are wrapped when the book is built, not by a script."""

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
