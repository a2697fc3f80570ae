"""Ways in which the checker was, or would have been, fooled by expectations, variances and sequences."""

from __future__ import annotations

import pytest

from .conftest import Judge


def refused(judge: Judge, *equations: str, notation: str = "chance") -> bool:
    return judge(*equations, notation=notation).status in ("false", "error")


def test_any_one_of_a_family_is_not_always_the_first(judge: Judge) -> None:
    """A letter without its index stood for member 1, so whatever names member 1 went with it."""
    assert refused(judge, r"\mathbb{E}[w w_1] = \operatorname{Var}(w)")
    assert refused(judge, r"\mathbb{E}[w w_1] = 0")
    assert refused(judge, r"x = x_1")
    assert refused(
        judge,
        r"\mathbb{E}[z^l w^l] = \operatorname{Var}(w^l) \, \mathbb{E}[a^{l-1}]",
        notation="chance-layers",
    )


def test_a_sum_without_limits_over_a_family_without_an_end(judge: Judge) -> None:
    """It counted the three members that a free index counts, so that the variance was three times one."""
    assert (
        judge(
            r"\operatorname{Var}\left(\sum_i X_i\right) = 3 \operatorname{Var}(X)", notation="chance"
        ).status
        == "error"
    )


def test_independent_inputs_are_not_said(judge: Judge) -> None:
    """Inputs drawn one by one would have been independent, and their variances would have added up."""
    assert refused(
        judge, r"\operatorname{Var}(x_1 + x_2) = \operatorname{Var}(x_1) + \operatorname{Var}(x_2)"
    )
    assert refused(judge, r"\mathbb{E}[x_j x_k] = \mathbb{E}[x_j] \, \mathbb{E}[x_k]")


def test_distributions_with_two_values_or_the_same_on_either_side(judge: Judge) -> None:
    """Two values of mean 0 tie the third and the fourth moment together; symmetric ones have no third."""
    tied = r"\mathbb{E}[w^4] = \mathbb{E}[w^2]^2 + \frac{\mathbb{E}[w^3]^2}{\mathbb{E}[w^2]}"
    assert refused(judge, tied)
    assert refused(judge, r"\mathbb{E}[s^4] = \mathbb{E}[s^2]^2")
    assert refused(judge, r"\mathbb{E}[w^3] = 0")


def test_a_condition_on_one_layer_was_taken_for_all(judge: Judge) -> None:
    """He's variance in layer l keeps the spread through layer l, and not through the one before it."""
    he = r" \quad \text{if } \operatorname{Var}(w^l) = \frac{2}{n_{l-1}}"
    keeps = r"\operatorname{Var}(z^l) = \operatorname{Var}(z^{l-1})"
    assert judge(keeps + he, notation="chance-layers").status == "true"
    assert refused(judge, keeps.replace("l-1", "l-2") + he, notation="chance-layers")


def test_a_statistic_that_a_page_defines_is_a_claim(judge: Judge) -> None:
    """The variance, defined as books do it, was taken for something fixed of u: any formula passed."""
    right = r"\operatorname{Var}[u] \coloneqq \mathbb{E}\bigl[(u - \mathbb{E}[u])^2\bigr]"
    assert judge(right, notation="chance").status == "true"
    assert refused(judge, right.replace("u -", "u +"))
    assert refused(judge, r"\operatorname{Var}[u] \coloneqq \mathbb{E}[u^2]")
    covariance = r"\operatorname{Cov}(u, u) \coloneqq \mathbb{E}[u^2] - \mathbb{E}[u]^2"
    assert judge(covariance, notation="chance").status == "true"
    assert refused(judge, covariance.replace("- ", "+ "))
    assert refused(judge, r"y \coloneqq c \mathbb{E}[w^2]", r"\operatorname{Var}(w) \coloneqq y")


def test_a_condition_in_a_circle(judge: Judge) -> None:
    """A variance said to be what itself decides."""
    assert refused(
        judge, r"\mathbb{E}[w^2] = 0 \quad \text{if } \operatorname{Var}(w) = 2 \operatorname{Var}(w)"
    )


def test_a_threshold_between_two_values_of_a_density(judge: Judge) -> None:
    """The uniform distribution is a quadrature: of its few values, none lies between 0.5 r and 0.51 r."""
    assert refused(judge, r"\mathbb{P}(U > 0.51 r) = \frac{1}{4}")
    assert refused(judge, r"f(y) \coloneqq \mathbf{1}[y > 0.51 r]", r"\mathbb{E}[f(U)] = \frac{1}{4}")


def test_bounds_on_sizes_that_are_enumerated(judge: Judge) -> None:
    """Few inputs and narrow layers, because all outcomes are walked through, made bounds on them true."""
    assert refused(judge, r"n \le 8")
    assert refused(judge, r"n_l \le 6", notation="chance-layers")
    assert refused(judge, r"T < 30", notation="steps")


def test_what_is_always_the_same_is_random_too(judge: Judge) -> None:
    """A variance was never 0, so that it could be called positive."""
    assert refused(judge, r"\operatorname{Var}(X) > 0")
    assert judge(r"\operatorname{Var}(X) \ge 0", notation="chance").status == "true"


@pytest.mark.parametrize(
    "claim",
    [
        r"\lim_{t \to \infty} \theta_t = 0",
        r"\lim_{t \to \infty} (-1)^t = 1",
        r"\sum_{s=0}^{\infty} (-1)^s = \frac{1}{2}",
        r"\sum_{s=1}^{\infty} \frac{1}{s} = 6",
    ],
)
def test_a_limit_that_does_not_exist_everywhere(judge: Judge, claim: str) -> None:
    """Where a sequence ran away the draw was thrown away, and with it the objection."""
    page = r"\theta_t \coloneqq (1 - \eta \lambda) \theta_{t-1}"
    assert refused(judge, page, claim, notation="steps")


def test_a_gradient_at_a_place_was_a_product(judge: Judge) -> None:
    """The gradient of C, times the bracket behind it, instead of the gradient there."""
    bowl = r"C(\theta) \coloneqq \frac{\lambda}{2} \theta^2"
    assert judge(bowl, r"\nabla C(\theta_t) = \lambda \theta_t", notation="steps").status == "true"
    assert refused(judge, bowl, r"\nabla C(\theta_t) = \lambda \theta \theta_t", notation="steps")


def test_a_letter_before_or_after_its_own_change(judge: Judge) -> None:
    """The line of an algorithm that stands alone does not say which of both it means."""
    velocity = r"v_t \coloneqq \beta v_{t-1} + g_t"
    assert refused(judge, velocity, r"\theta \leftarrow \theta - \eta v", notation="steps")
    both = r"v \leftarrow \beta v + g \quad \theta \leftarrow \theta - \eta v"
    assert (
        judge(velocity, r"\theta_t \coloneqq \theta_{t-1} - \eta v_t", both, notation="steps").status
        == "true"
    )
    turned = r"\theta \leftarrow \theta - \eta v \quad v \leftarrow \beta v + g"
    assert refused(judge, velocity, r"\theta_t \coloneqq \theta_{t-1} - \eta v_t", turned, notation="steps")


def test_a_sum_that_takes_the_time_for_its_own_index(judge: Judge) -> None:
    """In a line with an arrow, g means g_t: a sum over t around it caught the index."""
    assert refused(judge, r"\theta \leftarrow \theta - \eta \sum_{t=1}^{T} g", notation="steps")


def test_a_sequence_that_starts_anywhere(judge: Judge) -> None:
    """Without a start of 0 the average is not one of the gradients alone."""
    average = r"m_t \coloneqq \beta m_{t-1} + (1 - \beta) g_t"
    claim = r"m_t = (1 - \beta) \sum_{s=1}^{t} \beta^{t-s} g_s"
    assert refused(judge, average, claim, notation="steps")
    assert judge(r"m_0 \coloneqq 0", average, claim, notation="steps").status == "true"


FALSE = [
    (
        r"\operatorname{Var}(X Y) = \operatorname{Var}(X) \operatorname{Var}(Y)"
        r" \quad \text{if } \mathbb{E}[X] = 0",
    ),
    (r"\operatorname{Var}(X) = \operatorname{Var}(Y) \quad \text{if } \operatorname{Var}(X) = c^2",),
    (r"\operatorname{Var}(u + v) = 2 \quad \text{if } \operatorname{Var}(u) = 1",),
    (
        r"\operatorname{Var}(u v) = \operatorname{Var}(u) \operatorname{Var}(v)"
        r" \quad \text{if } \mathbb{E}[u] = 0",
    ),
    (r"\mathbb{E}[a] = 0 \quad \text{if } \mathbb{E}[x] = 0",),
    (r"\operatorname{Var}(s) = 1 \quad \text{if } \operatorname{Var}(z) = 1",),
    (r"\operatorname{Var}(q) = \operatorname{Var}(z) \quad \text{if } \operatorname{Var}(z) = 1",),
    (r"\mathbb{E}[X] \coloneqq 0", r"\mathbb{E}[Y] = 0"),
    (r"\mathbb{E}[u] \coloneqq 0", r"\mathbb{E}[v] = 0"),
    (r"\operatorname{Var}(u) \coloneqq 2", r"\operatorname{Var}(X) = 2"),
    (r"\mathbb{P}(X > 0) + \mathbb{P}(X < 0) = 1",),
    (r"\mathbb{P}(X = Y) = 0",),
    (r"\mathbb{P}(u = v) < 1",),
    (r"\mathbb{E}[X^2] > 0",),
    (r"\operatorname{Var}(X) > 0",),
    (r"\operatorname{Var}(w) > 0",),
    (r"\mathbb{E}[(X - Y)^2] > 0",),
    (r"\mathbb{E}[X] \ne \mathbb{E}[Y]",),
    (r"\mathbb{P}(X < Y) + \mathbb{P}(X > Y) = 1",),
    (r"\mathbb{E}[w^4] \le 31 \operatorname{Var}(w)^2",),
    (r"\mathbb{E}[z^4] \le 50 \, \mathbb{E}[z^2]^2",),
    (r"\mathbb{E}[X^3]^2 \le 50 \, \mathbb{E}[X^2]^3",),
    (r"\mathbb{E}[\delta_1^4] \le 50 \operatorname{Var}(\delta_1)^2",),
    (r"\mathbb{P}(|X - \mathbb{E}[X]| > 8 \operatorname{Std}(X)) \le 0",),
    (r"\mathbb{P}(|w| > 5 \operatorname{Std}(w)) = 0",),
    (r"\mathbb{P}(|X - \mathbb{E}[X]| \ge 3 \operatorname{Std}(X)) \le \frac{1}{9}",),
]
TRUE = [
    (r"\mathbb{E}[u] + \mathbb{E}[v] = 0 \quad \text{if } \mathbb{E}[u] = 0, \mathbb{E}[v] = 0",),
    (
        r"\operatorname{Var}(u v) = \operatorname{Var}(u) \operatorname{Var}(v)"
        r" \quad \text{if } \mathbb{E}[u] = 0, \mathbb{E}[v] = 0",
    ),
    (
        r"\operatorname{Var}\left(\sum_{i=1}^{n} u_i v_i\right)"
        r" = n \operatorname{Var}(u) \operatorname{Var}(v)"
        r" \quad \text{if } \mathbb{E}[u] = 0, \mathbb{E}[v] = 0",
    ),
    (r"\operatorname{Var}(u) = 1 \quad \text{if } \operatorname{Var}(u) = 1",),
    (r"\mathbb{E}[X^2] = \operatorname{Var}(X) \quad \text{if } \mathbb{E}[X] = 0",),
    (r"\mathbb{E}[u v] = 0 \quad \text{if } \mathbb{E}[u] = 0",),
    (r"\mathbb{E}[x a] = 0 \quad \text{if } \mathbb{E}[x] = 0",),
    (r"\mathbb{E}[u] \coloneqq 0", r"\mathbb{E}[u] = 0"),
    (r"\mathbb{E}[u] \coloneqq 0", r"\mathbb{E}[u^2] = \operatorname{Var}(u)"),
    (r"\operatorname{Var}(v) \coloneqq 2", r"\operatorname{Var}(u + v) = \operatorname{Var}(u) + 2"),
    (r"\operatorname{Var}(X + Y) = \operatorname{Var}(X) + \operatorname{Var}(Y)",),
    (r"\mathbb{P}(X > 0) + \mathbb{P}(X = 0) + \mathbb{P}(X < 0) = 1",),
    (r"\mathbb{P}(|X - \mathbb{E}[X]| > 3 \operatorname{Std}(X)) \le \frac{1}{9}",),
    (r"\mathbb{E}[X Y]^2 \le \mathbb{E}[X^2] \, \mathbb{E}[Y^2]",),
    (r"\mathbb{E}[X^2] \ge 0",),
    (r"\mathbb{E}[X^2] \ge \mathbb{E}[X]^2",),
    (r"\mathbb{E}[z^3] = 0",),
    (r"\mathbb{P}(z = 0) = 0",),
    (r"\mathbb{E}[z^2] > 0",),
    (r"\mathbb{E}[w_1 w_2] = 0",),
    (r"\operatorname{Cov}(X, Y) = 0",),
    (r"\mathbb{P}(D_1 \ge 7) = 0",),
    (r"\mathbb{E}[X^4] \ge \mathbb{E}[X^2]^2",),
]


@pytest.mark.parametrize("equations", FALSE, ids=[" | ".join(e) for e in FALSE])
def test_any_distribution_means_any_and_a_letter_has_its_own(
    judge: Judge, equations: tuple[str, ...]
) -> None:
    assert judge(*equations, notation="chance").status == "false"


@pytest.mark.parametrize("equations", TRUE, ids=[" | ".join(e) for e in TRUE])
def test_what_is_true_of_any_distribution_is_not_called_false(
    judge: Judge, equations: tuple[str, ...]
) -> None:
    verdict = judge(*equations, notation="chance")
    assert verdict.status == "true", verdict.message
