"""A box around a live drawing becomes a figure that the page's script moves."""

import json
import re
from collections.abc import Callable

import pytest

from bookkit.pages.source import PageError

FIGURE = "![A circuit](../figures/nudges/circuit/backward_drawing.svg)"
HEAD = "---\nnotation: calculus\n---\n# Page {#page}\n\n"
CARDS = "".join(f"{n}.  Step\n" for n in range(1, 13))


def box(inside: str) -> str:
    return f'{HEAD}<div class="live" markdown>\n\n{FIGURE}\n\n{inside}\n\n</div>\n'


def test_a_box_becomes_a_figure_with_its_data(convert: Callable[..., str]) -> None:
    html = convert(box('**−2**{ data-scrub="b" }'))
    assert re.search(r'<bp-figure [^>]*model="circuit"', html)
    assert '<script type="module" src="../../assets/live/figure.js">' in html
    found = re.search(r'<script type="application/json">(.*?)</script>', html)
    assert found is not None
    assert json.loads(found[1])["state"]["b"] == -2
    assert re.search(r'<strong [^>]*data-v="b"[^>]*>−2</strong>', html)
    assert 'class="player' not in html  # no list of steps, no player


def test_a_drawing_without_a_box_is_at_rest_for_ever(convert: Callable[..., str]) -> None:
    html = convert(HEAD + FIGURE)
    assert "<bp-figure" not in html
    assert "<script" not in html
    assert 'data-v="f"' in html


def test_steps_are_the_items_of_the_list(convert: Callable[..., str]) -> None:
    html = convert(box(CARDS))
    assert 'class="steps"' in html
    assert html.count('class="player') == 1
    with pytest.raises(PageError, match="has 12 steps, and the page a list of 11"):
        convert(box("".join(CARDS.splitlines(keepends=True)[:-1])))


def test_formulas_in_the_box_carry_keys_and_others_do_not(convert: Callable[..., str]) -> None:
    html = convert(f"{HEAD}$a$\n\n" + box("$a$").removeprefix(HEAD))
    assert html.count('<span class="enclosing" data-k="a">') == 1


def test_a_number_of_the_text_is_the_one_that_python_has_computed(convert: Callable[..., str]) -> None:
    with pytest.raises(PageError, match=r"the text shows 1 for 'f', which is 0\.9526"):
        convert(box('**1**{ data-v="f" }'))
    with pytest.raises(PageError, match="there is no number 'q'"):
        convert(box('**1**{ data-v="q" }'))
    with pytest.raises(PageError, match="'grad_f' can be dragged only if `ranges` says how far"):
        convert(box('**1**{ data-scrub="grad_f" }'))


def test_a_count_that_runs_has_a_button_and_a_slider(convert: Callable[..., str]) -> None:
    figure = FIGURE.replace("nudges/circuit/backward_drawing", "costs/slow-learning/two_costs")
    html = convert(box('Epoch **0**{ data-run="epoch" }').replace(FIGURE, figure))
    line = re.search(r'<p class="run hand">(.*?)</p>', html, re.DOTALL)
    assert line is not None
    assert '<input type="range" min="0" max="300" value="0" aria-label="epoch">' in line[1]
    assert re.search(r'<strong [^>]*data-v="epoch"[^>]*>0</strong>', line[1])
    with pytest.raises(PageError, match="the text shows 5 for 'epoch', which is 0"):
        convert(box('**5**{ data-run="epoch" }').replace(FIGURE, figure))
    with pytest.raises(PageError, match="'z' can run only if `runs` says how far"):
        convert(box('**4**{ data-run="z" }').replace(FIGURE, figure))


def test_a_box_without_a_live_drawing_is_refused(convert: Callable[..., str]) -> None:
    with pytest.raises(PageError, match=r"page\.md:6: a live box holds one figure"):
        convert(f'{HEAD}<div class="live" markdown>\n\ntext\n\n</div>\n')


def test_buttons_are_buttons(convert: Callable[..., str]) -> None:
    html = convert(box('**Go**{ data-action="step" }'))
    assert re.search(r'<button [^>]*data-action="step"[^>]*>Go</button>', html)


def test_matrices_are_written_below_the_paragraph_that_asks_for_them(convert: Callable[..., str]) -> None:
    html = convert(box('Both.\n{: data-rows="d = a + b;f = σ ( e )" }'))
    found = re.search(r"<p>Both\.</p>\s*<div class=\"rows\">(.*)", html, re.DOTALL)
    assert found is not None
    assert found[1].count('<div class="row">') == 2
    assert re.findall(r'class="entry" data-k="(\w+)"', found[1]) == ["d", "a", "b", "f", "e"]
    assert "data-rows" not in html


def test_what_may_be_seen_is_said_in_one_place(convert: Callable[..., str]) -> None:
    text = 'It *falls*{ data-when="low" }*climbs*{ data-when="high" } here.\n{: .hand .says }'
    html = convert(box(text))
    falls, climbs = '<em data-when="low">falls</em>', '<em data-when="high">climbs</em>'
    assert f'It <span class="verdict">{falls}{climbs}</span> here.' in html


def test_knobs_that_take_turns_have_one_place_with_their_names(convert: Callable[..., str]) -> None:
    first = '*first* **1**{ data-scrub="a" data-when="low" }'
    second = '*second* **−2**{ data-scrub="b" data-when="high" }'
    html = convert(box(f"{first} {second}\n{{: .knobs .hand }}"))
    found = re.search(r'<span class="verdict">(.*)</span>', html)
    assert found is not None
    assert re.findall(r'<span class="knob" data-when="(\w+)"><em>(\w+)</em>', found[1]) == [
        ("low", "first"),
        ("high", "second"),
    ]
    assert html.count("data-when") == 2
