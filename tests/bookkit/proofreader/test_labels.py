r"""Names with labels that count nothing, and the plus sign below: ``v_B``, ``H_+``, ``(u)_+``."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, FALSE, UNREAD

from .test_habits import Habit, kind_of_last

BATCH = (
    r"\mu_B = \frac{1}{m} \sum_{i=1}^m x_i",
    r"v_B = \frac{1}{m} \sum_{i=1}^m (x_i - \mu_B)^2",
    r"\hat{x}_i = \frac{x_i - \mu_B}{\sqrt{v_B}}",
)
POSTERIOR = (r"\sigma_N^2 = \left(\frac{1}{\sigma_0^2} + \frac{1}{\sigma^2}\right)^{-1}",)
SECANT = (r"\rho = \frac{1}{y^T s}", r"H_+ = (I - \rho s y^T) H (I - \rho y s^T) + \rho s s^T")
STEP = (r"x_{\text{new}} = x - \eta g",)
SHRUNK = (r"S(v) = (v - \lambda)_+ - (-v - \lambda)_+",)
NOTHING: tuple[str, ...] = ()

CASES = [
    # The label of a name that is known is no letter that the line names.
    (BATCH, r"\sum_{i=1}^m \hat{x}_i^2 = m", CHECKED),
    (BATCH, r"\sum_{i=1}^m \hat{x}_i^2 = 2m", FALSE),
    (("x_k = 2 k",), "x_k = 2 k", UNREAD),
    # A number that the page has defined, before a bracket with more than a letter in it.
    (POSTERIOR, r"\sigma_N^2 \left(\frac{1}{\sigma_0^2} + \frac{1}{\sigma^2}\right) = 1", CHECKED),
    (POSTERIOR, r"\sigma_N^2 \left(\frac{1}{\sigma_0^2} - \frac{1}{\sigma^2}\right) = 1", UNREAD),
    ((r"u = a^2",), r"u (a + 1) = a^3 + a^2", CHECKED),
    ((r"u = a^2",), r"u (a + 1) = (a + 1)^2", UNREAD),
    ((r"u = a^2",), r"u (a) = a^3", UNREAD),
    # A word and a plus sign are labels of arrays, too; other letters may count their entries.
    (SECANT, r"H_+ y = s", CHECKED),
    (SECANT, r"H_+ y = 2 s", FALSE),
    (SECANT, r"H_+ = H_+^T \quad \text{if } H = H^T", CHECKED),
    (STEP, r"g^\top (x_{\text{new}} - x) = -\eta g^\top g", CHECKED),
    (STEP, r"g^\top (x_{\text{new}} - x) = \eta g^\top g", FALSE),
    ((r"x_B = 2 g",), r"x_B = g + g", UNREAD),
    # Brackets with a plus sign below are positive parts.
    (NOTHING, r"(v)_+ = \max(v, 0)", CHECKED),
    (NOTHING, r"[v - \lambda]_+ = \max(v - \lambda, 0)", CHECKED),
    (NOTHING, r"[v - \lambda]_+ = \max(v + \lambda, 0)", FALSE),
    (NOTHING, r"(v)_+^2 + (-v)_+^2 = v^2", CHECKED),
    (NOTHING, r"(v)_+ + (-v)_+ = |v| + 1", FALSE),
    (NOTHING, r"\sum_{i=1}^m (1 - t_i)_+ \ge m - \sum_{i=1}^m t_i", CHECKED),
    (SHRUNK, r"S(v) = \operatorname{sign}(v) (|v| - \lambda)_+", CHECKED),
    (SHRUNK, r"S(\lambda + 1) = 2", FALSE),
    ((r"(v)_+ = \log(1 + e^v)",), r"(0)_+ = \log 2", CHECKED),  # a book's own
    (("f(v) = v - 1",), r"f(v)_+ = \max(f(v), 0)", UNREAD),
    (NOTHING, r"\tanh(v)_+ = \max(\tanh(v), 0)", UNREAD),
]
SYMBOLS = {
    "n": "a size",
    "m": "a size",
    "x": "a column of m",
    "t": "a column of m",
    "g": "a column of m",
    "y": "a column of n",
    "s": "a column of n",
    "H": "a matrix of n by n",
    "v": "a number",
    r"\lambda": "a positive number",
    r"\sigma^2": "a positive number",
    r"\sigma_0^2": "a positive number",
}
PAGE = Habit("labels", symbols=SYMBOLS)


@pytest.mark.parametrize(("said", "formula", "expected"), CASES)
def test_labels(said: tuple[str, ...], formula: str, expected: str, tmp_path: Path) -> None:
    habit = Habit(PAGE.name, said=said, symbols=SYMBOLS)
    assert kind_of_last(habit, formula, tmp_path) == expected


def test_a_word_labels_a_letter_that_the_page_has_made(tmp_path: Path) -> None:
    page = Habit("", {}, ("w = 3a", r"w_{\text{new}} = w - 1"))
    assert kind_of_last(page, r"w_{\text{new}} + 1 = 3a", tmp_path) == CHECKED
    assert kind_of_last(page, r"w_{\text{new}} + w = 3a", tmp_path) == FALSE
