r"""Names with labels and fonts, and letters that a page takes from the table, in other people's books."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, FALSE, UNREAD, Finding

from .other_page import findings_on


def last(text: str, folder: Path) -> Finding:
    return findings_on(text, folder)[-1]


def page(symbols: str, text: str) -> str:
    lines = "".join(f"  {line.strip()}\n" for line in symbols.split(";"))
    return f"---\nsymbols:\n{lines}---\n{text}\n"


LAYER = "n: a size; m: a size; x: a column of n; W^{[1]}: a matrix of m by n"
COLUMN = "m: a size; x: a column of m"
SHARES = "n: a size; P: a column of n of positive numbers; Q: a column of n of positive numbers"
Z1 = r"$z^{[1]} = W^{[1]} x$, "
ENTRIES = r"$z^{[1]}_j = \sum_i W^{[1]}_{ji} x_i$, "
SLOPE = r"$\frac{\partial C_0}{\partial w^{(L)}} = "
Z_L = r"$z^{(L)} = w^{(L)} a^{(L-1)} + b^{(L)}$, $a^{(L)} = \sigma(z^{(L)})$, $C_0 = (a^{(L)} - y)^2$, "
L_NUMBERS = "w^{(L)}: a number; a^{(L-1)}: a number; b^{(L)}: a number; y: a number"
DEVIATION = (
    r"$\mu = \frac{1}{m} \sum_{i=1}^m x_i$, $\sigma = \sqrt{\frac{1}{m} \sum_{i=1}^m (x_i - \mu)^2}$, "
)
BATCH = (
    r"$\mu_{\mathcal{B}} = \frac{1}{m} \sum_{i=1}^m x_i$,"
    r" $\sigma_B^2 = \frac{1}{m} \sum_{i=1}^m (x_i - \mu_{\mathcal{B}})^2$, "
)
ENTROPY = r"$H(P) = -\sum_x P_x \log P_x$, $H(P, Q) = -\sum_x P_x \log Q_x$, "
BOLD = "d: a size; h: a size; \\mathbf{x}: a column of d; \\mathbf{W}: a matrix of h by d"

TRUE = [
    page(LAYER, Z1 + r"$\frac{\partial z^{[1]}}{\partial x} = W^{[1]}$"),
    page(LAYER, Z1 + r"$x^\top W^{[1]\top} = z^{[1]T}$"),
    page(LAYER, ENTRIES + r"$\frac{\partial z^{[1]}_j}{\partial x_i} = W^{[1]}_{ji}$"),
    page(L_NUMBERS, Z_L + SLOPE + r"a^{(L-1)} \sigma'(z^{(L)}) \cdot 2 (a^{(L)} - y)$"),
    page(COLUMN, BATCH + r"$\sum_{i=1}^m (x_i - \mu_{\mathcal{B}})^2 = m \sigma_B^2$"),
    page(COLUMN, BATCH + r"$\frac{\partial \mu_{\mathcal{B}}}{\partial x_i} = \frac{1}{m}$"),
    page(COLUMN, DEVIATION + r"$\sum_{i=1}^m \left(\frac{x_i - \mu}{\sigma}\right)^2 = m$"),
    page("m: a size; x: a column of m; W_1: a matrix of m by m",
         r"$h_1 = \tanh(W_1 x)$, $\frac{\partial h_1}{\partial x} = \operatorname{diag}(1 - h_1^2) W_1$"),
    page(SHARES, ENTROPY + r"$D(P, Q) = \sum_x P_x \log \frac{P_x}{Q_x}$, $H(P, Q) = H(P) + D(P, Q)$"),
    page(BOLD, r"$\mathbf{h} = \tanh(\mathbf{W} \mathbf{x})$,"
         r" $\mathbf{h}^\top \mathbf{h} = \sum_{j=1}^h \tanh^2(\sum_{i=1}^d \mathbf{W}_{ji} x_i)$"),
]  # fmt: skip
WRONG = [
    page(LAYER, Z1 + r"$\frac{\partial z^{[1]}}{\partial x} = 2 W^{[1]}$"),
    page(LAYER, ENTRIES + r"$\frac{\partial z^{[1]}_j}{\partial x_i} = W^{[1]}_{ji} x_i$"),
    page(L_NUMBERS, Z_L + SLOPE + r"b^{(L)} \sigma'(z^{(L)}) \cdot 2 (a^{(L)} - y)$"),
    page(COLUMN, BATCH + r"$\sum_{i=1}^m (x_i - \mu_{\mathcal{B}})^2 = \sigma_B^2$"),
    page(COLUMN, DEVIATION + r"$\sum_{i=1}^m \left(\frac{x_i - \mu}{\sigma}\right)^2 = 2m$"),
    page("m: a size; x: a column of m; W_1: a matrix of m by m",
         r"$h_1 = \tanh(W_1 x)$, $\frac{\partial h_1}{\partial x} = \operatorname{diag}(1 - h_1) W_1$"),
    page(SHARES, ENTROPY + r"$D(P, Q) = \sum_x P_x \log \frac{P_x}{Q_x}$, $H(P, Q) - H(P) = 2 D(P, Q)$"),
    page(BOLD, r"$\mathbf{h} = \tanh(\mathbf{W} \mathbf{x})$, $\mathbf{h}^\top \mathbf{h} + h = 2h$"),
]  # fmt: skip
# A letter that counts is no label, and one letter is not two things at once.
OPEN = [
    r"$x_k = 2k$, $x_k = 4$",
    r"$f(x) = x^3$, $f^{(2)} = 6x$",
    page(COLUMN, DEVIATION + r"$\sigma(2x) = 1 - \sigma(-2x)$"),
    page(COLUMN, DEVIATION + r"$\sigma(2x + x) = 3x$"),
]


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_is_read(text: str, tmp_path: Path) -> None:
    finding = last(text, tmp_path)
    assert finding.kind == CHECKED, finding.message


@pytest.mark.parametrize("text", WRONG)
def test_what_is_false_is_refuted(text: str, tmp_path: Path) -> None:
    assert last(text, tmp_path).kind == FALSE


@pytest.mark.parametrize("text", OPEN)
def test_what_may_mean_two_things_is_not_read(text: str, tmp_path: Path) -> None:
    assert last(text, tmp_path).kind == UNREAD
