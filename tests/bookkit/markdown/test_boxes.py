"""Definitions and theorems can be referred to."""

import pytest
from markdown import Markdown

from bookkit.markdown.boxes import slug


def ids(text: str) -> str:
    return Markdown(extensions=["admonition", "bookkit.markdown"]).convert(text)


def test_a_box_is_named_after_its_kind_and_its_title() -> None:
    html = ids('!!! definition "Layers, weights, biases"\n    A.\n\n!!! theorem "BP1 · the error"\n    B.\n')
    assert '<div class="admonition definition" id="definition-layers-weights-biases">' in html
    assert '<div class="admonition theorem" id="theorem-bp1-the-error">' in html


def test_two_of_the_same_title_have_two_names() -> None:
    html = ids('!!! theorem "He"\n    A.\n\n!!! theorem "He"\n    B.\n')
    assert 'id="theorem-he"' in html
    assert 'id="theorem-he-2"' in html


def test_other_boxes_have_none() -> None:
    assert "id=" not in ids('!!! exercise "One"\n    A.\n')


@pytest.mark.parametrize(
    ("title", "name"), [("From −2", "from-2"), ("x\x02wzx:1\x03 y", "x-y"), ("Über", "über")]
)
def test_a_title_becomes_a_part_of_an_address(title: str, name: str) -> None:
    assert slug(title.replace("x\x02", "x \x02")) == name
