"""Letters that a page uses as indices and for nothing else are indices; labels and numbers stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE, UNREAD

from .other_page import kinds_on

ARRAYS = "---\nsymbols: {q: a size, x: a column of n, w: a column of q, W: a matrix of q by n}\n---\n"
SUMS = ARRAYS + r"$z_a = \sum_b W_{ab} x_b$, "
CONVOLVED = ARRAYS + r"$s_i = \sum_{a=1}^q w_a x_{i+a-1}$, $L = \frac{1}{2} \sum_{i=1}^{n-q+1} s_i^2$, "
SOFTMAX = ARRAYS + r"$p_k = \frac{e^{x_k}}{\sum_j e^{x_j}}$, "

TOLD_APART = [
    (SUMS, r"\frac{\partial z_a}{\partial x_b} = W_{ab}", r"\frac{\partial z_a}{\partial x_b} = W_{ab}^2"),
    (CONVOLVED, r"\frac{\partial L}{\partial w_a} = \sum_{i=1}^{n-q+1} s_i x_{i+a-1}",
     r"\frac{\partial L}{\partial w_a} = \sum_{i=1}^{n-q+1} s_i x_i"),
    (SOFTMAX, r"\frac{\partial p_k}{\partial x_c} = p_k (\mathbb{1}(k = c) - p_c)",
     r"\frac{\partial p_k}{\partial x_c} = p_k (\mathbb{1}(k = c) - p_k)"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "right", "wrong"), TOLD_APART)
def test_a_letter_that_is_only_an_index_counts(before: str, right: str, wrong: str, tmp_path: Path) -> None:
    assert kinds_on(f"{before}${right}$", tmp_path)[-1] == CHECKED
    assert kinds_on(f"{before}${wrong}$", tmp_path)[-1] == FALSE


def test_labels_and_numbers_stay_what_they_are(tmp_path: Path) -> None:
    assert kinds_on("$E_a = m v^2$, $E_b = 2 m v^2$, $E_b = 2 E_a$", tmp_path) == [DEFINES, DEFINES, CHECKED]
    used_twice = SUMS.replace("x_b$", "x_b + b$")
    assert kinds_on(used_twice + r"$\frac{\partial z_a}{\partial x_b} = W_{ab}$", tmp_path)[-1] == UNREAD


LOSS = SOFTMAX + r"$L = -\log p_y$, $C = L + \sum_k x_k^2$, "
HINGE = (
    "---\nsymbols: {x: a column of D, W: a matrix of K by D, w: the rows of W, y: an index}\n---\n"
    r"$L = \sum_{j \ne y} \max(0, w_j^T x - w_y^T x + 1)$, "
)
OF_A_CLASS = [
    (LOSS, r"\frac{\partial L}{\partial x_k} = p_k - \mathbb{1}(y = k)",
     r"\frac{\partial L}{\partial x_k} = p_k + \mathbb{1}(y = k)"),
    (LOSS, r"\frac{\partial C}{\partial x_y} = p_y - 1 + 2 x_y",
     r"\frac{\partial C}{\partial x_y} = p_y + 2 x_y"),
    (HINGE, r"\nabla_{w_y} L = -\sum_{j \ne y} \mathbb{1}(w_j^T x - w_y^T x + 1 > 0) x",
     r"\nabla_{w_y} L = \sum_{j \ne y} \mathbb{1}(w_j^T x - w_y^T x + 1 > 0) x"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "right", "wrong"), OF_A_CLASS)
def test_an_index_may_be_held_and_left_out(before: str, right: str, wrong: str, tmp_path: Path) -> None:
    assert kinds_on(f"{before}${right}$", tmp_path)[-1] == CHECKED
    assert kinds_on(f"{before}${wrong}$", tmp_path)[-1] == FALSE


def test_what_holds_of_the_other_indices_is_not_called_false(tmp_path: Path) -> None:
    text = LOSS + r"For $j \ne y$ we have $\frac{\partial L}{\partial x_j} = p_j$"
    assert kinds_on(text, tmp_path)[-2:] == [UNREAD, UNREAD]
    assert kinds_on(text + r" and $\frac{\partial L}{\partial x_j} = p_j - 1$", tmp_path)[-1] == FALSE
    behind = LOSS + r"$\frac{\partial L}{\partial x_j} = p_j \quad \text{if } j \ne y$"
    assert kinds_on(behind, tmp_path)[-1] == CHECKED


def test_an_index_of_sums_is_not_held(tmp_path: Path) -> None:
    assert kinds_on(SOFTMAX + r"$L = -\log p_i$", tmp_path)[-1] == UNREAD
