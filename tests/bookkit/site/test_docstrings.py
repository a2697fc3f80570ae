"""The reference says what there is to say, and no more."""

from bookkit.site.docstrings import tidied

ITEM = '<li><code>float</code>\n  –\n  <div class="doc-md-description">\n    {}\n  </div>\n</li>'


def test_a_dash_without_a_description_goes() -> None:
    assert tidied(ITEM.format("")) == "<li><code>float</code>\n</li>"


def test_a_description_keeps_its_dash() -> None:
    item = ITEM.format("<p>The cost – a mean.</p>")
    assert tidied(item) == item
    assert tidied("<p>1 – 2</p>") == "<p>1 – 2</p>"
