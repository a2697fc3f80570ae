r"""Letters that other books use as this one does not: ``dz``, ``a_{ij}`` of A, ``\varphi``, ``\sigma^4``."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE, UNREAD

from .other_page import findings_on


def page(symbols: str, text: str) -> str:
    return f"---\nsymbols: {{{symbols}}}\n---\n{text}\n"


UNIT = r"$z = wx + b$, $a = \sigma(z)$, $L = -(y \log a + (1 - y) \log(1 - a))$, "
LAYER = r"$Z^{[1]} = W^{[1]} X$, $J = \frac{1}{2m} \|Z^{[1]} - Y\|_F^2$, $dZ^{[1]} = Z^{[1]} - Y$, "
OF_LAYER = "X: a matrix of n by m, Y: a matrix of k by m, 'W^{[1]}': a matrix of k by n"
MATRIX = "A: a matrix of n by n, x: a column of n"
TANH = r"$\varphi(v) = a \tanh(bv)$, "

TRUE = [
    UNIT + r"$dz = a - y$, $\frac{\partial L}{\partial w} = x\,dz$",
    UNIT + r"$dz = \frac{dL}{dz}$, $dz = a - y$",
    UNIT + r"$dz = a - y$, $dw = x\,dz$, $db = dz$, $\frac{\partial L}{\partial w} = dw$",
    page(OF_LAYER, LAYER + r"$\frac{\partial J}{\partial W^{[1]}} = \frac{1}{m} dZ^{[1]} X^T$"),
    page("d: a number", r"$dz = zd$"),
    page(MATRIX, r"$\operatorname{tr}(A) = \sum_{i=1}^n a_{ii}$"),
    page("A: a matrix of 2 by 2", r"$\det A = a_{11} a_{22} - a_{12} a_{21}$"),
    page(MATRIX, r"$x^\top A x = \sum_{i=1}^n \sum_{j=1}^n a_{ij} x_i x_j$"),
    page("W: a matrix of m by n, x: a column of n",
         r"$z_i = \sum_j w_{ij} x_j$, $\frac{\partial z_i}{\partial w_{ij}} = x_j$"),
    r"$A \in \mathbb{R}^{n \times n}$, $\|A\|_F^2 = \sum_{i=1}^n \sum_{j=1}^n a_{ij}^2$",
    TANH + r"$\varphi'(v) = ab (1 - \tanh^2(bv))$",
    r"$\Phi(x) = x^2$, $\Phi'(x) = 2x$",
    r"$\zeta(x) = x^2$, $\zeta(2x) = 4 \zeta(x)$",
    page("'\\mathbf{x}': a column of n",
         r"$\boldsymbol{\varphi}(\mathbf{z}) = \operatorname{ReLU}(\mathbf{z})$,"
         r" $\boldsymbol{\varphi}(\mathbf{x}) = \operatorname{ReLU}(\mathbf{x})$"),
    r"$\varphi(z) = \frac{1}{\sqrt{2\pi}} e^{-z^2/2}$",
    r"$\Phi'(z) = \varphi(z)$",
    r"$\sigma^2 = v$, $\frac{\partial}{\partial \sigma^2} \frac{1}{2\sigma^2} = -\frac{1}{2\sigma^4}$",
    r"$\sigma^2 = v$, $v^3 = \sigma^6$",
    r"$\int_0^1 2x\,dx = 1$",
    r"$\frac{d}{dx} \arcsin x = \frac{1}{\sqrt{1 - x^2}}, \qquad |x| < 1$",
    r"$\sqrt{x^2} = x, \qquad x > 0$",
    r"$\begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc$",
    r"$\frac{d}{dx} \tanh x = \operatorname{sech}(x)^2$",
    page("A: a matrix of n by n, b: a column of n", r"$A (A^{-1} b) - b = \mathbf{0}$"),
    page("'w^*': a column of n, H: a matrix of n by n", r"$g = H w^*$, $H^{-1} g - w^* = 0$"),
    page("'\\Sigma': a matrix of n by n, x: a column of n",
         r"$\nabla_x (x^\top \Sigma^{-1} x) = (\Sigma^{-1} + \Sigma^{-\top}) x$"),
]  # fmt: skip
WRONG = [
    r"$\int_0^1 x\,dx = \frac{1}{3}$",  # where an integral ends is neither a name nor a change
    page("A: a matrix of 2 by 2", r"$\det A = a_{11} a_{22} + a_{12} a_{21}$"),
    r"$\sqrt{x^2} = x, \qquad x < 0$",
    r"$\begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad + bc$",
    r"$\frac{d}{dx} \tanh x = \operatorname{sech}(x)$",
    page("'\\Sigma': a matrix of n by n, x: a column of n",
         r"$\nabla_x (x^\top \Sigma^{-1} x) = 2 \Sigma^{-1} x$"),
    UNIT + r"$dz = a - y$, $\frac{\partial L}{\partial w} = 2x\,dz$",
    page(OF_LAYER, LAYER + r"$\frac{\partial J}{\partial W^{[1]}} = \frac{2}{m} dZ^{[1]} X^T$"),
    page("d: a number", r"$2dz = zd$"),
    page(MATRIX, r"$\operatorname{tr}(A) = 2 \sum_{i=1}^n a_{ii}$"),
    page("W: a matrix of m by n, x: a column of n",
         r"$z_i = \sum_j w_{ij} x_j$, $\frac{\partial z_i}{\partial w_{ij}} = 2x_j$"),
    TANH + r"$\varphi'(v) = a (1 - \tanh^2(bv))$",
    r"$\Phi(x) = x^2$, $\Phi'(x) = 3x$",
    r"$\Phi'(z) = 2 \varphi(z)$",
    r"$\sigma(z) = \frac{1}{1 + e^z}$",
    r"$\sigma^2 = v$, $\frac{\partial}{\partial \sigma^2} \frac{1}{2\sigma^2} = -\frac{1}{\sigma^4}$",
    r"$(a + b)(c + d) = ac + ad + bc + 2bd$",
]  # fmt: skip
OPEN = [
    r"$y = x^2$, $dy = 3x\,dx$",
    UNIT + r"$dw = x\,dz$",
    UNIT + r"$\frac{\partial L}{\partial w} = 2x\,dz$",
    page("A: a matrix of n by n, a: a column of n", r"$\operatorname{tr}(A) = \sum_{i=1}^n a_{ii}$"),
]


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_is_read(text: str, tmp_path: Path) -> None:
    *said, claim = findings_on(text, tmp_path)
    assert {item.kind for item in said} <= {DEFINES, CHECKED}
    assert claim.kind == CHECKED, claim.message


@pytest.mark.parametrize("text", WRONG)
def test_what_is_false_is_refuted(text: str, tmp_path: Path) -> None:
    assert findings_on(text, tmp_path)[-1].kind == FALSE


@pytest.mark.parametrize("text", OPEN)
def test_what_may_mean_two_things_is_not_read(text: str, tmp_path: Path) -> None:
    assert findings_on(text, tmp_path)[-1].kind == UNREAD
