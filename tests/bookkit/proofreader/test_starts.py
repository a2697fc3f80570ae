"""Sequences of which a page says how they go on, and not where they start."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, FALSE, UNREAD, Finding

from .other_page import findings_on

RNN = "n: a size; t: a time; W: a matrix of n by n; h_t: a column of n at each time"
GATES = "n: a size; t: a time; F_t: a column of n at each time; I_t: a column of n at each time"
ONE = "t: a time; w: a number; x_t: a number at each time; h_t: a number at each time"
MOMENTUM = r"t: a time; \mu: a number between 0 and 1; g_t: a number at each time"
STATE = r"$h_t = W^\top h_{t-1}$, "
CELL = r"$C_t = F_t \odot C_{t-1} + I_t$, "  # nothing says what C is
TANH = r"$h_t = \tanh(w h_{t-1} + x_t)$, "
VELOCITY = r"$v_t = \mu v_{t-1} - g_t$, $\theta_t = \theta_{t-1} + v_t$, "
MEAN = r"$v_0 = 0$, $v_t = \mu v_{t-1} + (1 - \mu) g_t$, "

GRU = "Z_t: a column of n at each time; Q_t: a column of n at each time"
STATES = r"$H_t = Z_t \odot H_{t-1} + (1 - Z_t) \odot Q_t$, "
STEPS = r"\alpha: a positive number; \eta_k: a positive number at each time"
RATES = r"$x_{k+1} = x_k - \eta_k x_k$, "
SHRINKS = r"$x_k = x_{k-1} - \alpha x_{k-1}$, "

TRUE = [
    (r"\beta: a number", r"$\theta_{t+1} = \theta_t - \eta g_t$, $\theta_{t+1} - \theta_t = -\eta g_t$"),
    (r"\beta: a number", r"$w_{k+1} = w_k - \eta_k f'(w_k)$, $w_{k+1} - w_k = -\eta_k f'(w_k)$"),
    (GRU, STATES + r"$H_t - H_{t-1} = (1 - Z_t) \odot (Q_t - H_{t-1})$"),
    (r"g_t: a number at each time", r"$v_0 = 0$, $v_t = \beta v_{t-1} + g_t$,"
     r" $\sum_{\tau=0}^{t-1} \beta^\tau g_{t-\tau} = v_t$"),
    (STEPS, SHRINKS + r"$x_k = (1 - \alpha)^k x_0$"),
    (STEPS, RATES + r"$x_k = x_0 \prod_{i=0}^{k-1} (1 - \eta_i)$"),
    ("W: a matrix of n by n; x: a column of n",
     r"$z_k = \sum_j W_{kj} x_j$, $s = \sum_k z_k$, $c_k = c_{k-1} + 1$,"
     r" $\frac{\partial s}{\partial x_j} = \sum_k W_{kj}$"),
    (RNN, STATE + r"$h_t = (W^t)^\top h_0$"),
    (RNN, STATE + r"$\frac{\partial h_t}{\partial h_{t-1}} = W^\top$"),
    (GATES, CELL + r"$\frac{\partial C_t}{\partial C_{t-1}} = \operatorname{diag}(F_t)$"),
    (ONE, TANH + r"$\frac{\partial h_t}{\partial h_0} = \prod_{i=1}^t w \cdot (1 - h_i^2)$"),
    (MOMENTUM, VELOCITY + r"$\theta_t - \theta_{t-1} = \mu v_{t-1} - g_t$"),
    (MOMENTUM, MEAN + r"$(1 - \mu) \sum_{i=1}^t \mu^{t-i} g_i = v_t$"),
    ("n: a size; t: a time; W: a matrix of n by n; h_0: a column of n",
     r"$h_t \coloneqq W^\top h_{t-1}$, $h_t = (W^t)^\top h_0$"),
]  # fmt: skip
WRONG = [
    (r"\beta: a number", r"$\theta_{t+1} = \theta_t - \eta g_t$, $\theta_t - \theta_{t-1} = -\eta g_t$"),
    (GRU, STATES + r"$H_t - H_{t-1} = Z_t \odot (Q_t - H_{t-1})$"),
    (
        r"g_t: a number at each time",
        r"$v_0 = 0$, $v_t = \beta v_{t-1} + g_t$,"
        r" $\sum_{\tau=0}^{t-1} \beta^\tau g_{\tau} = v_t$",
    ),
    (STEPS, SHRINKS + r"$(1 - \alpha)^{k+1} x_0 = x_k$"),
    (STEPS, RATES + r"$x_{k+1} - x_k = -\eta_{k+1} x_k$"),
    (RNN, STATE + r"$(W^{2t})^\top h_0 = h_t$"),
    (RNN, STATE + r"$\frac{\partial h_t}{\partial h_{t-1}} = 2 W^\top$"),
    (GATES, CELL + r"$\frac{\partial C_t}{\partial C_{t-1}} = \operatorname{diag}(I_t)$"),
    (ONE, TANH + r"$\frac{\partial h_t}{\partial h_0} = \prod_{i=1}^t w \cdot (1 - h_i)$"),
    (MOMENTUM, VELOCITY + r"$\theta_t - \theta_{t-1} = \mu v_t - g_t$"),
    (MOMENTUM, MEAN + r"$\sum_{i=1}^t \mu^{t-i} g_i = v_t$"),
]
OPEN = [(RNN, STATE + r"$h_t = W^t h_0$"), (MOMENTUM, MEAN + r"$v_t = \mu v_{t-1} + g_t$")]


def last(symbols: str, text: str, folder: Path) -> Finding:
    lines = "".join(f"  {line.strip()}\n" for line in symbols.split(";"))
    page = f"---\nsymbols:\n{lines}---\n{text}\n"
    return findings_on(page, folder)[-1]


@pytest.mark.parametrize(("symbols", "text"), TRUE)
def test_what_is_true_from_any_start_is_read(symbols: str, text: str, tmp_path: Path) -> None:
    finding = last(symbols, text, tmp_path)
    assert finding.kind == CHECKED, finding.message


@pytest.mark.parametrize(("symbols", "text"), WRONG)
def test_what_is_false_is_refuted(symbols: str, text: str, tmp_path: Path) -> None:
    assert last(symbols, text, tmp_path).kind == FALSE


@pytest.mark.parametrize(("symbols", "text"), OPEN)
def test_what_may_be_a_new_rule_is_not_read(symbols: str, text: str, tmp_path: Path) -> None:
    assert last(symbols, text, tmp_path).kind == UNREAD
