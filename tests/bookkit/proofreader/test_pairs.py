r"""Two indices that a line holds fixed and leaves out, ``\tilde{x} = \lambda x_i + (1-\lambda) x_j``."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE, UNREAD

from .test_habits import Habit, kind_of_last

MIXED = (r"\tilde{x} = \lambda x_i + (1 - \lambda) x_j",)
RANKED = (r"L = -\log \sigma(s_i - s_j)",)
NOTHING: tuple[str, ...] = ()

CASES = [
    (NOTHING, MIXED[0], DEFINES),
    (MIXED, r"-\tilde{x}^\top \log p = -\lambda x_i^\top \log p - (1 - \lambda) x_j^\top \log p", CHECKED),
    (MIXED, r"-\tilde{x}^\top \log p = -\lambda x_j^\top \log p - (1 - \lambda) x_i^\top \log p", FALSE),
    (
        MIXED,
        r"\sum_{k=1}^c \tilde{x}_k = \lambda \sum_{k=1}^c x_{ik} + (1 - \lambda) \sum_{k=1}^c x_{jk}",
        CHECKED,
    ),
    (MIXED, r"\sum_{k=1}^c \tilde{x}_k = \lambda \sum_{k=1}^c x_{ik} + \lambda \sum_{k=1}^c x_{jk}", FALSE),
    ((*MIXED, r"v = \tilde{x} - x_j"), r"v + v = 2 \lambda (x_i - x_j)", CHECKED),
    ((*MIXED, r"v = \tilde{x} - x_j"), r"v + v = \lambda (x_i - x_j)", FALSE),
    (NOTHING, r"d = \|x_i - x_j\|^2", DEFINES),
    # True of two samples, but not of one and the same.
    (RANKED, r"\frac{\partial L}{\partial s_i} = \sigma(s_i - s_j) - 1", UNREAD),
    (RANKED, r"\frac{\partial L}{\partial s_i} = \sigma(s_i - s_j) - 1 \quad \text{if } i \neq j", CHECKED),
    (RANKED, r"\frac{\partial L}{\partial s_i} = \sigma(s_i - s_j)", FALSE),
    # A sum may have been left out, or goes through what is held fixed.
    (NOTHING, r"E = W_{ij} s_i s_j", UNREAD),
    (NOTHING, r"E = s_i + W_{jj}", UNREAD),
    (NOTHING, r"E = i + s_j", UNREAD),
    (MIXED, r"\sum_{i=1}^n \tilde{x} = n \tilde{x}", UNREAD),
    (RANKED, r"\max_j L = L", UNREAD),
]
SYMBOLS = {
    "X": "a matrix of n by c",
    "x": "the rows of X",
    "p": "a column of c of shares",
    "s": "a column of n",
    "W": "a matrix of n by n",
    r"\lambda": "a number between 0 and 1",
}


@pytest.mark.parametrize(("said", "formula", "expected"), CASES)
def test_pairs(said: tuple[str, ...], formula: str, expected: str, tmp_path: Path) -> None:
    assert kind_of_last(Habit("pairs", said=said, symbols=SYMBOLS), formula, tmp_path) == expected
