"""Ways in which the checker was, or would have been, fooled because "any" was less than any.

Every false statement fails for values that the words of its table allow, at the edge of them: fractions next
to 0 and 1, sizes that are equal or large, steep functions, thresholds that differ by little, equal values.
"""

from __future__ import annotations

import pytest

from .conftest import Judge

FALSE = [
    ("calculus", r"|x| < 1000"),
    ("calculus", r"n \le 10^6"),
    ("calculus", r"x < 10^{12}"),
    ("calculus", r"\eta > 10^{-7}"),
    ("calculus", r"f'(x) < 100"),
    ("calculus", r"f''(x) \ge -100"),
    ("steps", r"g_t < 10^5"),
    ("steps", r"\frac{1}{1 - \beta} \le 10^{12}"),
    ("logistic", r"x_j < 10^4"),
    ("calculus", r"(x - y)^2 > 0"),
    ("calculus", r"\sum_{i=1}^{n} x_i^2 > 0"),
    ("calculus", r"\left(\sum_{i=1}^{n} x_i\right)^2 \le 30 \sum_{i=1}^{n} x_i^2"),
    ("calculus", r"x^2 - 7.3 x + 13.32 \ge 0"),
    ("calculus", r"[x > 2] = [x > 1.99]"),
    ("calculus", r"[x > \pi] = [x > 3.1]"),
    ("calculus", r"[\sigma(x) > 0.9] = [x > 2.19]"),
    ("calculus", r"[x^2 > 2] = [x^2 > 1.99]"),
    ("calculus", r"[e^x > 5] = [x > 1.6]"),
    ("calculus", r"[x + y > 1] = [x + y > 1.002]"),
    ("calculus", r"\lfloor x \rfloor = \lfloor x + 0.001 \rfloor"),
    ("calculus", r"\frac{d}{dx} \max(x, 3.1) = [x > \pi]"),
    ("calculus", r"[x > 3.1] \le [x > \pi]"),
    ("chain", r"|a^L| \le |z^L| + 2"),
    ("chain", r"\sigma'(z^l) \ge 0"),
    ("chain", r"|\delta^l| \le \frac{3}{2} |w^{l+1}| |\delta^{l+1}|"),
    ("chain", r"\left|\frac{\partial a^L}{\partial x}\right| \le 2^{L-1} \prod_{l=2}^{L} |w^l|"),
    ("chain", r"L \le 20"),
    ("network", r"\sigma(0) \le 1"),
    ("network", r"|\sigma'(z^L_j)| \le 50"),
    ("network", r"\sigma'(z^L_j) \ge -2"),
    ("network", r"\sigma(0) \ge -\frac{1}{2}"),
    ("network", r"n_l \le 30"),
    ("network", r"L \le 10"),
    ("network", r"n_L \ge 2"),
    ("network", r"(n_l - n_{l-1})^2 \ge 1"),
    ("network", r"\lVert x \rVert \le 10"),
    ("network", r"\lVert W^l \rVert_F \le 3 \lVert W^l \rVert_2"),
    ("network-batch", r"(m - n_1)^2 > 0"),
    ("network-batch", r"m \le 1000"),
    ("network-cross-entropy", r"C \ge 0.05"),
    ("network-cross-entropy", r"y_j > 0"),
    ("network-dropout", r"\frac{1}{1 - p} \le 50"),
    ("network-dropout", r"|a^l_j| \le |z^l_j| + 1"),
    ("deep", r"C \ge \frac{1}{10}"),
    ("deep", r"|g'(Z^2_{ji})| \le 10"),
    ("deep", r"A^L_{ji} \le 0.999"),
    ("deep", r"(n_1 - n_2)^2 > 0"),
    ("logistic", r"J \ge 0.01"),
    ("logistic", r"J \le 15"),
    ("logistic", r"y > 0"),
    ("logistic", r"y \in (0, 1)"),
    ("logistic", r"y \in (0.04, 0.96)"),
    ("logistic", r"n \ne m"),
    ("logistic", r"n \le 100"),
    ("softmax", r"C \ge 0.01"),
    ("softmax", r"C < 10^4"),
    ("softmax", r"C \le 10^6"),
    ("logistic", r"J \le 10^4"),
    ("network-cross-entropy", r"C \le 10^4"),
    ("deep", r"C \le 10^4"),
    ("deep-softmax", r"C < 10^4"),
    ("chance", r"\operatorname{Var}(X) < 10^{12}"),
    ("chance", r"\operatorname{Var}(w) > 10^{-15}"),
    ("chance", r"\operatorname{Var}(U) \le 10^9"),
    ("chance", r"\mathbb{E}[X] < 10^9"),
    ("chance", r"\mathbb{E}[X] > -10^9"),
    ("chance", r"|\mathbb{E}[X]| \le 10^7"),
    ("chance", r"\mathbb{E}[X^2] \le 10^{20}"),
    ("chance", r"\operatorname{Std}(z) \le 10^8"),
    ("chance", r"\operatorname{Cov}(x_1, x_2) \le 10^{11}"),
    ("chance-layers", r"\operatorname{Var}(z^l) < 10^{13}"),
    ("chance-dropout", r"\mathbb{E}[a_j d_j] \le 10^9"),
    ("softmax", r"K \le 100"),
    ("softmax", r"K \ge 3"),
    ("softmax", r"a_j \ge \frac{1}{1000}"),
    ("softmax", r"\max_j a_j \ge \frac{1}{20}"),
    ("softmax", r"a_j \le \frac{99}{100}"),
    ("rows", r"Y_{ij} \le 0.96"),
    ("rows", r"Y_{ij} > 0"),
    ("steps", r"\frac{1}{1 - \beta} \le 1000"),
    ("steps", r"\beta \ge \frac{1}{1000}"),
    ("steps", r"\beta^{1000} \le \frac{1}{2}"),
    ("steps", r"T \ge 2"),
    ("steps", r"T \le 1000"),
    ("steps", r"\eta \le 100"),
    ("steps", r"\sum_{t=1}^{T} \frac{1}{t} \ge \frac{3}{2}"),
    ("steps", r"\sum_{t=1}^{T} \frac{1}{t} \le 4"),
    ("steps", r"\sum_{t=1}^{T} \beta^t \le 10"),
    ("vectors", r"\lVert A \rVert_F \le 5 \lVert A \rVert_2"),
    ("vectors", r"\lVert u \rVert_1 \le 5 \lVert u \rVert"),
    ("vectors", r"(u^\top v)^2 < \lVert u \rVert^2 \lVert v \rVert^2"),
    ("vectors", r"\lVert u \rVert > 0"),
    ("vectors", r"(n - m)^2 \ge 1"),
    ("vectors", r"n \le 50"),
    ("chance", r"B \ge 2"),
    ("chance", r"(n_{\text{in}} - n_{\text{out}})^2 \ge 1"),
    ("chance-dropout", r"n \ge 2"),
    ("chance-dropout", r"p \ge \frac{1}{100}"),
    ("chance-dropout", r"\mathbb{E}[d_j^2] \le 50"),
    ("chance-batch", r"m \le 100"),
    ("chance-batch", r"B \ne m"),
    ("chance-layers", r"(n_l - n_{l-1})^2 > 0"),
    ("chance-layers", r"L \ge 3"),
]
TRUE = [
    ("calculus", r"[e^x > 5] = [x > \log 5]"),
    ("calculus", r"[x^2 > 2] = [|x| > \sqrt{2}]"),
    ("calculus", r"[x + 1 > 4.1] = [x > 3.1]"),
    ("calculus", r"[x + y > 1] = [y > 1 - x]"),
    ("calculus", r"[\sigma(x) > 0.9] = [x > \log 9]"),
    ("calculus", r"\lfloor x + 1 \rfloor = \lfloor x \rfloor + 1"),
    ("calculus", r"\left(\sum_{i=1}^{n} x_i\right)^2 \le n \sum_{i=1}^{n} x_i^2"),
    ("calculus", r"\max(x, y) = \frac{x + y + |x - y|}{2}"),
    ("calculus", r"[x > 0] + [x \le 0] = 1"),
    ("calculus", r"\operatorname{ReLU}(x) - \operatorname{ReLU}(-x) = x"),
    ("calculus", r"x^2 - 7.3 x + 13.3225 \ge 0"),
    ("calculus", r"n \ge 1"),
    ("calculus", r"\eta > -10^{-7}"),
    ("calculus", r"f'(x)^2 \ge 0"),
    ("chain", r"\delta^l = w^{l+1} \delta^{l+1} \sigma'(z^l)"),
    ("chain", r"L \ge 2"),
    ("chain-sigmoid", r"\left|\frac{\partial a^L}{\partial x}\right| \le \prod_{l=2}^{L} \frac{|w^l|}{4}"),
    ("network", r"\delta^L_j = \frac{\partial C}{\partial a^L_j} \sigma'(z^L_j)"),
    ("network", r"n_l \ge 1"),
    ("network", r"\lVert W^l \rVert_2 \le \lVert W^l \rVert_F"),
    ("network-cross-entropy", r"C \ge 0"),
    ("network-cross-entropy", r"\delta^L = a^L - y"),
    ("network-quadratic", r"C \ge 0"),
    ("deep", r"0 < A^L_{ji} < 1"),
    ("deep", r"C \ge 0"),
    ("deep-softmax", r"C \ge 0"),
    ("logistic", r"0 \le y \le 1"),
    ("logistic", r"J \ge 0"),
    ("logistic", r"\delta = a - y"),
    ("logistic", r"0 < a < 1"),
    ("logistic", r"n + m \ge 2"),
    ("softmax", r"\sum_j a_j = 1"),
    ("softmax", r"C \ge 0"),
    ("softmax", r"\max_j a_j \ge \frac{1}{K}"),
    ("softmax", r"K \ge 2"),
    ("softmax", r"\delta = a - y"),
    ("rows", r"0 \le Y_{ij} \le 1"),
    ("steps", r"0 < \beta < 1"),
    ("steps", r"\frac{1}{1 - \beta} > 1"),
    ("steps", r"\sum_{t=1}^{T} \frac{1}{t} \le 1 + \log T"),
    ("steps", r"\sum_{t=1}^{T} \beta^t = \frac{\beta (1 - \beta^T)}{1 - \beta}"),
    ("steps", r"T \ge 1"),
    ("vectors", r"(u^\top v)^2 \le \lVert u \rVert^2 \lVert v \rVert^2"),
    ("vectors", r"\lVert u \rVert_1 \le \sqrt{n} \lVert u \rVert"),
    ("vectors", r"\lVert A \rVert_F \le \sqrt{n} \lVert A \rVert_2"),
    ("vectors", r"\lVert u + v \rVert \le \lVert u \rVert + \lVert v \rVert"),
    ("chance", r"(n_{\text{in}} - n_{\text{out}})^2 \ge 0"),
    ("chance-dropout", r"\mathbb{E}[d_j] = 1"),
    ("chance-dropout", r"\operatorname{Var}(d_j) = \frac{p}{1 - p}"),
    ("chance-batch", r"m B \ge 1"),
    ("chance-layers", r"n_l \ge 1"),
]


@pytest.mark.parametrize(("notation", "latex"), FALSE, ids=[f"{n}: {x}" for n, x in FALSE])
def test_what_fails_at_the_edge_of_the_table_is_refuted(judge: Judge, notation: str, latex: str) -> None:
    assert judge(latex, notation=notation).status == "false"


@pytest.mark.parametrize(("notation", "latex"), TRUE, ids=[f"{n}: {x}" for n, x in TRUE])
def test_what_holds_up_to_the_edge_is_true(judge: Judge, notation: str, latex: str) -> None:
    verdict = judge(latex, notation=notation)
    assert verdict.status == "true", verdict.message


DESCENT = r"\theta_t \coloneqq (1 - \eta \lambda) \theta_{t-1}"


@pytest.mark.parametrize(
    ("said", "claim", "status"),
    [
        (DESCENT, r"\lim_{t \to \infty} \theta_t = 0 \quad \text{if } \eta \le \frac{2}{\lambda}", "error"),
        (DESCENT, r"\lim_{t \to \infty} \theta_t = 0 \quad \text{if } \eta < \frac{2}{\lambda}", "true"),
        (DESCENT, r"|\theta_t| \le |\theta_0| \quad \text{if } \eta \lambda \le 2", "true"),
        (DESCENT, r"|\theta_t| \le |\theta_0| \quad \text{if } \eta \lambda \le 2.01", "false"),
        (DESCENT, r"1 - \eta \lambda > -1 \quad \text{if } \eta \le \frac{2}{\lambda}", "false"),
        (DESCENT, r"1 - \eta \lambda \ge -1 \quad \text{if } \eta \le \frac{2}{\lambda}", "true"),
    ],
)
def test_the_last_value_that_a_condition_allows_is_tried(
    judge: Judge, said: str, claim: str, status: str
) -> None:
    assert judge(said, claim, notation="steps").status == status


def test_a_condition_is_tried_on_its_boundary_in_calculus(judge: Judge) -> None:
    assert judge(r"x^2 < 4 \quad \text{if } |x| \le 2").status == "false"
    assert judge(r"x^2 < 4 \quad \text{if } |x| < 2").status == "true"
    assert judge(r"x^2 \le 4 \quad \text{if } |x| \le 2").status == "true"
    assert judge(r"\frac{1}{1 - x} \le 500 \quad \text{if } 0 \le x < 1").status == "false"
