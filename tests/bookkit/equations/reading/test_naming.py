"""Names of more than a letter: with scripts and marks, with a bar between arguments, of a square."""

from __future__ import annotations

import pytest

from ..conftest import judged, judged_with

SHARES = {
    "n": "a size",
    "p": "a column of n of positive numbers",
    "q": "a column of n of positive numbers",
}
SAMPLE = {"n": "a size", "x": "a column of n", "a": "a column of n", "\\epsilon": "a positive number"}
KL = r"D_{KL}(p \| q) \coloneqq \sum_i p_i \log \frac{p_i}{q_i}"
MEAN = r"\mu \coloneqq \frac{1}{n} \sum_i x_i"
SPREAD = r"\sigma^2 \coloneqq \frac{1}{n} \sum_i (x_i - \mu)^2"
NORMAL = (
    r"\mathcal{N}(x | \mu, \sigma^2) \coloneqq \frac{1}{\sqrt{2 \pi \sigma^2}}"
    r" e^{-\frac{(x - \mu)^2}{2 \sigma^2}}"
)


@pytest.mark.parametrize(
    ("lines", "true", "false"),
    [
        ([r"f_c(x) \coloneqq c x^2"], r"f_c'(x) = 2 c x", r"f_c'(x) = 2 x"),
        ([r"f_c(x) \coloneqq c x^2"], r"\frac{d f_c}{d x} = 2 c x", r"\frac{d f_c}{d x} = c x"),
        ([r"\tilde{J}(w) \coloneqq w^2 + 3 w"], r"\tilde{J}'(w) = 2 w + 3", r"\tilde{J}'(w) = 2 w"),
        ([r"T_2(h) \coloneqq 1 + h + \frac{h^2}{2}"], r"e^h = T_2(h) + O(h^3)", r"e^h = T_2(h) + O(h^4)"),
        (
            [r"f(x_1, x_2) \coloneqq x_1^2 x_2"],
            r"\frac{\partial f(x_1, x_2)}{\partial x_1} = 2 x_1 x_2",
            r"\frac{\partial f(x_1, x_2)}{\partial x_1} = x_1 x_2",
        ),
        (
            [r"L(\hat{y}, y) \coloneqq (\hat{y} - y)^2"],
            r"\frac{\partial L(\hat{y}, y)}{\partial \hat{y}} = 2 (\hat{y} - y)",
            r"\frac{\partial L(\hat{y}, y)}{\partial \hat{y}} = 2 (y - \hat{y})",
        ),
        ([r"q(x; w) \coloneqq w x^2"], r"q(2; w) = 4 w", r"q(2; w) = 2 w"),
    ],
)
def test_a_function_with_a_long_name_or_long_arguments(lines: list[str], true: str, false: str) -> None:
    assert judged(*lines, true).status == "true"
    assert judged(*lines, false).status == "false"


def test_a_bar_parts_the_arguments_of_a_function() -> None:
    assert judged_with(SHARES, KL, r"D_{KL}(p \,\|\, q) = \sum_i p_i (\log p_i - \log q_i)").status == "true"
    assert judged_with(SHARES, KL, r"D_{KL}(p \| p) = 0").status == "true"
    assert judged_with(SHARES, KL, r"D_{KL}(p \| q) = D_{KL}(q \| p)").status == "false"
    assert judged_with(SHARES, KL.replace("\\|", "\\mid"), r"D_{KL}(p \mid p) = 0").status == "true"
    word = KL.replace("D_{KL}", r"\operatorname{KL}")
    assert judged_with(SHARES, word, r"\operatorname{KL}(p \| p) = 0").status == "true"


def test_a_bar_is_part_of_the_name() -> None:
    """What is said of p given q is not said of p and q."""
    assert judged_with(SHARES, KL, r"D_{KL}(p, q) = D_{KL}(p \| q)").status == "error"
    undefined = judged(r"f(x | y) = f(x, y)")
    assert undefined.status == "error"
    assert "a bar in brackets" in undefined.message
    assert judged(r"\mathbb{P}(X | Y) = \mathbb{P}(X)", notation="chance").status == "error"
    assert "two bars" in judged(r"f(x \mid y \mid z) = 1").message


def test_a_single_bar_outside_of_brackets_is_never_closed() -> None:
    assert judged(r"|x = x").status == "error"
    assert judged(r"(|x|) = \sqrt{x^2}").status == "true"


def test_a_square_that_the_page_defines_is_one_quantity() -> None:
    lines = (MEAN, SPREAD, r"y_i \coloneqq \frac{x_i - \mu}{\sqrt{\sigma^2 + \epsilon}}")
    total = (*lines, r"C \coloneqq \sum_i a_i y_i")
    slope = (
        r"\frac{\partial C}{\partial \sigma^2}"
        r" = -\frac{1}{2} \sum_i a_i (x_i - \mu) (\sigma^2 + \epsilon)^{-3/2}"
    )
    assert judged_with(SAMPLE, *lines, r"\sum_i y_i = 0").status == "true"
    assert judged_with(SAMPLE, *total, slope).status == "true"
    assert judged_with(SAMPLE, *total, slope.replace("3/2", "1/2")).status == "false"


def test_a_letter_of_layers_has_no_square() -> None:
    two = (
        r"x \coloneqq 2",
        r"w^2 \coloneqq 0.5 ,\quad w^3 \coloneqq -1",
        r"b^2 \coloneqq 1 ,\quad b^3 \coloneqq 0",
    )
    given = (r"L \coloneqq 3", *two)
    assert judged(*given, r"z^2 = 2", notation="chain").status == "true"
    assert judged(*given, r"w^2 w^2 = \frac{1}{4}", notation="chain").status == "true"
    assert judged(*given, r"w^2 w^2 = \frac{1}{2}", notation="chain").status == "false"


def test_its_letter_is_its_root_and_still_a_function_before_a_bracket() -> None:
    assert judged_with(SAMPLE, MEAN, SPREAD, r"\sigma \sigma = \sigma^2").status == "true"
    assert judged_with(SAMPLE, MEAN, SPREAD, r"\sigma^4 = \sigma^2 \sigma^2").status == "true"
    assert judged_with(SAMPLE, MEAN, SPREAD, r"n \sigma^2 = \sum_i x_i^2 - n \mu^2").status == "true"
    assert judged_with(SAMPLE, MEAN, SPREAD, r"n \sigma = \sum_i x_i^2 - n \mu^2").status == "false"
    assert judged_with(SAMPLE, MEAN, SPREAD, r"\sigma(\mu) = \frac{1}{1 + e^{-\mu}}").status == "true"


def test_a_density_with_its_variance() -> None:
    own = {"x": "a number", "\\mu": "a number", "\\sigma": "a positive number"}
    log = (
        r"\log \mathcal{N}(x | \mu, \sigma^2)"
        r" = -\frac{1}{2} \log(2 \pi \sigma^2) - \frac{(x - \mu)^2}{2 \sigma^2}"
    )
    assert judged_with(own, NORMAL, log).status == "true"
    assert judged_with(own, NORMAL, log.replace(r"\frac{1}{2} \log", r"\log")).status == "false"


@pytest.mark.parametrize(
    ("symbols", "line"),
    [
        ({"C": "a number", "C_0": "a number", "w": "a number"}, r"C \coloneqq C_0 + w^2"),
        ({"W_f": "a matrix of n by n", "x": "a column of n", "n": "a size"}, r"f \coloneqq \tanh(W_f x)"),
    ],
)
def test_a_letter_inside_of_another_name_is_not_that_letter(symbols: dict[str, str], line: str) -> None:
    own = {name: words for name, words in symbols.items() if name != line[0]}
    assert judged_with(own, line).status == "true"
    assert (
        "defined by itself"
        in judged_with({**own, "g": "a number"}, line[0] + r" \coloneqq g " + line[0]).message
    )


def test_a_symbol_with_its_subscript_is_not_an_entry_of_an_argument() -> None:
    own = {"n": "a size", "x": "a column of n", "x_0": "a column of n", "g": "a column of n", "b": "a number"}
    line = r"f(x) \coloneqq g^\top (x - x_0)"
    assert judged_with(own, line, r"f(x_0 + b g) = b g^\top g").status == "true"
    assert judged_with(own, line, r"f(x_0 + b g) = 2 b g^\top g").status == "false"


def test_functions_of_one_name_are_told_apart_by_how_many_arguments_they_take() -> None:
    cross, alone = r"H(p, q) \coloneqq -\sum_i p_i \log q_i", r"H(p) \coloneqq -\sum_i p_i \log p_i"
    claim = r"H(p, q) = H(p) + D_{KL}(p \| q)"
    for lines in ((KL, cross, alone), (KL, alone, cross)):
        assert judged_with(SHARES, *lines, claim).status == "true"
        assert judged_with(SHARES, *lines, claim.replace("+", "-")).status == "false"
    assert judged(r"q(x) \coloneqq x", r"q(x, y) \coloneqq x y", r"q(2) + q(2, 3) = 8").status == "true"


def test_a_function_defined_anew_is_the_new_one() -> None:
    lines = (r"q(x) \coloneqq x", r"q(x, y) \coloneqq x y", r"q(x) \coloneqq x^2")
    assert judged(*lines, r"q(2) = 4").status == "true"
    assert judged(*lines, r"q(2) = 2").status == "false"
    assert judged(*lines, r"q(2, 3) = 6").status == "true"
    assert "takes" in judged(*lines, r"q(1, 2, 3) = 6").message
