"""Links with no text say the number of what they lead to."""

from collections.abc import Callable

import pytest

from bookkit.pages.numbering import PageNumbers
from bookkit.pages.source import PageError

Convert = Callable[..., str]
OTHER = {"part/circuit.md": PageNumbers(4, {"eq-f": "4.1", "eq-bp1": "BP1"}, (("fig-wires", "4.2"),))}


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ("[](circuit.md#eq-f)", "(4.1)"),
        ("[](circuit.md#eq-bp1)", "(BP1)"),
        ("[](circuit.md#fig-wires)", "Figure 4.2"),
        ("[](#eq-a)", "(3.1)"),
        ("[the sum](#eq-a)", "the sum"),
    ],
)
def test_an_empty_link_is_filled(convert: Convert, link: str, text: str) -> None:
    assert f">{text}</a>" in convert(f"{link}\n\n$$\na \\label{{eq-a}}\n$$\n", 3, OTHER)


@pytest.mark.parametrize(
    ("link", "complaint"),
    [
        ("[](#eq-none)", r"page\.md:3: \[\]\(#eq-none\) has no text, and part/page\.md has no"),
        ("[](circuit.md#fig-none)", r"page\.md:3: .*part/circuit\.md has no"),
        ("[](gone.md#eq-f)", r"page\.md:3: \[\]\(gone\.md#eq-f\) leads to no page of the book"),
    ],
)
def test_a_dangling_one_is_named_by_its_line(convert: Convert, link: str, complaint: str) -> None:
    with pytest.raises(PageError, match=complaint):
        convert(f"# T\n\n{link}\n", 3, OTHER)
