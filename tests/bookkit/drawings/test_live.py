"""What stands in the page of a live figure before any script runs: keys on symbols, code and numbers."""

import re

import pytest

from bookkit.drawings import live
from bookkit.pages.desk import Words

DATA = {
    "model": "m",
    "state": {"W2": [[1.0, -0.5], [-1.0, 1.0], [0.5, 1.0]], "y": 0},
    "values": {"z2": [[-1.0], [2.0], [1.5]], "C": 0.26358},
    "digits": 4,
}


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"z^2 = W^2 a^1", r"[z2|z^2] = [W2|W^2] a^1"),
        (r"\sigma'(z^2)", r"\sigma'([z2|z^2])"),
        (r"(W^2)^\top \delta^3", r"([W2|W^2])^\top [delta3|\delta^3]"),
        (r"z^2_j + W^{22}", r"z^2_j + W^{22}"),  # other symbols
        (r"\frac{\partial f}{\partial d} d", r"[grad_d|\frac{\partial f}{\partial d}] [d|d]"),
        (r"\text{the d of } d", r"\text{the d of } [d|d]"),
        (r"a^d + \delta", r"a^d + \delta"),
    ],
)
def test_symbols_carry_the_key_of_their_value(latex: str, expected: str) -> None:
    names = {
        "z2": "z^2",
        "W2": "W^2",
        "delta3": r"\delta^3",
        "d": "d",
        "grad_d": r"\frac{\partial f}{\partial d}",
    }
    wrapped = re.sub(r"\[(\w+)\|([^\]]*)\]", r"\\htmlData{k=\1}{\2}", expected)
    assert live.linked(latex, names) == wrapped


def test_a_value_may_be_written_in_several_ways() -> None:
    names = {"delta3": [r"\delta^L", r"\delta^L_j"], "delta2": r"\delta^l"}
    wrapped = r"\htmlData{k=delta3}{\delta^L_j} \htmlData{k=delta3}{\delta^L} \htmlData{k=delta2}{\delta^l}"
    assert live.linked(r"\delta^L_j \delta^L \delta^l", names) == wrapped


def test_code_carries_the_keys_of_its_names() -> None:
    code = '<code><span class="n">z2</span> <span class="o">=</span> <span class="n">W2</span>\n</code>'
    assert live.linked_code(code, DATA["values"] | DATA["state"]) == (
        '<code><span data-line="z2"><span class="n"><span data-k="z2">z2</span></span>'
        ' <span class="o">=</span> <span class="n"><span data-k="W2">W2</span></span></span>\n</code>'
    )


def test_a_line_that_may_wrap_is_a_line_all_the_same() -> None:
    code = '<code><span class="line"><span class="n">z2</span> <span class="o">=</span> 1</span>\n</code>'
    assert live.linked_code(code, DATA["values"]).startswith('<code><span data-line="z2"><span class="line">')


def entries(html: str) -> list[list[tuple[str, str]]]:
    matrices = re.findall(r'<span class="matrix.*?>(<span.*?</span>)</span>', html)
    return [re.findall(r'data-v="([^"]*)">([^<]*)<', matrix) for matrix in matrices]


def test_a_row_has_the_numbers_of_its_matrices() -> None:
    z2, w2, cost = entries(live.row("z2 = W2.T + C", DATA))
    assert z2 == [("z2.1", "−1"), ("z2.2", "2"), ("z2.3", "1.5")]
    assert [key for key, _ in w2] == ["W2.1.1", "W2.2.1", "W2.3.1", "W2.1.2", "W2.2.2", "W2.3.2"]
    assert [text for _, text in w2] == ["1", "−1", "0.5", "−0.5", "1", "1"]
    assert cost == [("C", "0.2636")]


def test_numbers_that_there_are_not_are_named() -> None:
    with pytest.raises(live.LiveError, match=r"no number 'q'.*it has W2, y, z2, C"):
        live.shown(DATA, "q")


def test_data_cannot_end_its_own_block() -> None:
    assert live.embedded({"text": "</script>"}).count("</script>") == 1


def test_what_is_pressed_has_a_name_in_the_pages_language() -> None:
    html = live.player(4, Words(live_next="Weiter"))
    assert 'aria-label="Weiter"' in html
    assert 'max="3"' in html
    assert all("aria-label" in tag for tag in re.findall(r"<(?:button|input)[^>]*>", html))
