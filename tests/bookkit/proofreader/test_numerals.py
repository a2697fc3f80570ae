r"""A letter and the letter with a numeral, ``L = L_1 + L_2``, are two names in other people's books."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE, UNREAD

from .other_page import findings_on

RATE = "---\nsymbols: {\\eta_0: a positive number, k: a positive number, t: a positive number}\n---\n"
COLUMN = "---\nsymbols: {x: a column of n}\n---\n"
RATES = "---\nsymbols:\n  \\eta_{\\min}: a positive number\n  \\eta_{\\max}: a positive number\n---\n"
COSINE = r"$\eta(t) = \eta_{\min} + \frac{1}{2} (\eta_{\max} - \eta_{\min})(1 + \cos \frac{\pi t}{c})$, "
COST = r"$C_0 = (a - y)^2$, $C = C_0 + \frac{\lambda}{2} w^2$, "


@pytest.mark.parametrize(
    "text",
    [
        r"$L = L_1 + L_2$, $\frac{\partial L}{\partial L_1} = 1$",
        r"$v = v_0 + gt$, $\frac{dv}{dt} = g$",
        r"$z = z_1z_2$, $\frac{\partial z}{\partial z_1} = z_2$",
        r"$p = p_0 (1 - p_1) + p_0^2$, $\frac{\partial p}{\partial p_0} = 1 - p_1 + 2p_0$",
        RATE + r"$\eta = \frac{\eta_0}{1 + kt}$, $\frac{d\eta}{dt} = -\frac{k\eta^2}{\eta_0}$",
        RATE + r"$\eta = \eta_0e^{-kt}$, $\frac{d\eta}{dt} = -k\eta$",
        r"$x(t) = x_0 + vt$, $x'(t) = v$",
        r"$z_1 = w_1 x$, $z_2 = w_2 z_1$, $z = z_1 + z_2$, $\frac{\partial z}{\partial x} = w_1 + w_1w_2$",
        r"$y = y_1 y_2$, $y_1 = 2x$, $\frac{\partial y}{\partial x} = 2 y_2$",
        COST + r"$\frac{\partial C}{\partial a} = \frac{\partial C_0}{\partial a}$",
        r"$w_{\text{new}} = w - \eta g$, $w - w_{\text{new}} = \eta g$",
        r"$x_1 = 2x$, $x = x_1 / 2$",
        r"$y = 2x$, $x = y / 2$",
        r"$L = L_{\text{fit}} + \lambda L_{\text{reg}}$, $\frac{dL}{d\lambda} = L_{\mathrm{reg}}$",
        RATES + COSINE + r"$\eta(0) = \eta_{\max}$",
        COSINE + r"$\eta(c) = \eta_{\min}$",
        RATES
        + COSINE
        + r"$(\eta_{\max} - \eta_{\min})(1 + t) + \eta_{\min}(1 + t) = \eta_{\max} + \eta_{\max} t$",
    ],
)
def test_each_is_a_number_of_its_own(text: str, tmp_path: Path) -> None:
    *said, claim = findings_on(text, tmp_path)
    assert [item.kind for item in said] == [DEFINES] * len(said)
    assert claim.kind == CHECKED, claim.message


@pytest.mark.parametrize(
    "text",
    [
        r"$L = L_1 + L_2$, $\frac{\partial L}{\partial L_1} = 2$",
        r"$x = x_1 + x_2$, $x - x_1 = 2x_2$",
        r"$p = p_0 (1 - p_1) + p_0^2$, $\frac{\partial p}{\partial p_0} = 1 - p_1 + p_0$",
        RATE + r"$\eta = \eta_0e^{-kt}$, $\frac{d\eta}{dt} = -2k\eta$",
        r"$x(t) = x_0 + vt$, $x'(t) = 2v$",
        COST + r"$\frac{\partial C}{\partial w} = 2 \lambda w$",
        r"$L = L_{\text{fit}} + \lambda L_{\text{reg}}$, $L - L_{\text{fit}} = 2 \lambda L_{\text{reg}}$",
        COSINE + r"$\eta(0) - \eta(c) = \eta_{\max} + \eta_{\min}$",
        RATES + COSINE + r"$\eta'(t) = -\frac{\pi}{2c} (\eta_{\max} + \eta_{\min}) \sin \frac{\pi t}{c}$",
        COLUMN + r"$s = \sum_i x_i$, $x_1 + x_2 = s$",
    ],
)
def test_what_is_false_of_them_is_refuted(text: str, tmp_path: Path) -> None:
    assert findings_on(text, tmp_path)[-1].kind == FALSE


@pytest.mark.parametrize(
    "text",
    [
        r"$x_1 = 2x$, $x = x_1 / 3$",
        r"$y = 2x$, $x = y / 3$",
        r"$L = \frac{1}{n} \sum_{i=1}^n L_i$",
        r"$L = \frac{1}{n} \sum_{i=1}^n L_i$, $nL = \sum_{i=1}^n L_i$",
        r"$x = x_1 + x_2 = 5$",
        COLUMN + r"$x = x_1 + x_2$",
        COSINE + r"$(\eta - \eta_{\min})(1 + t) = 1$",
    ],
)
def test_what_may_be_a_new_meaning_is_left_open(text: str, tmp_path: Path) -> None:
    assert findings_on(text, tmp_path)[-1].kind == UNREAD
