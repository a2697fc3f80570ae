"""Ways in which the checker was once fooled. Each test keeps one of them mended."""

from __future__ import annotations

import pytest

from .conftest import Judge


def refused(judge: Judge, *equations: str, notation: str = "calculus") -> bool:
    return judge(*equations, notation=notation).status in ("false", "error")


def test_a_bound_that_only_holds_for_the_numbers_usually_drawn(judge: Judge) -> None:
    """x < 100 passed, because no draw was ever that large.
    Inequalities now draw far out and close to zero.
    """
    bounds = r"x < 100", r"x^2 < 10^4", r"x \le 50", r"|x| < 60", r"\frac{1}{x} < 1000", r"e^x > 10^{-30}"
    for claim in bounds:
        assert refused(judge, claim), claim
    assert refused(judge, r"x \in (-10, 10)")
    assert refused(judge, r"\sigma(x) \in (0, 0.999)")
    assert judge(r"\sigma(x) \in (0, 1)").status == "true"


def test_a_bound_on_sizes_that_are_never_drawn_larger(judge: Judge) -> None:
    """n < 10 and L <= 5 passed, because sizes were drawn small."""
    assert refused(judge, r"n < 10")
    assert refused(judge, r"n \ge 2")
    assert refused(judge, r"L \le 5", notation="network")
    assert refused(judge, r"n_l \le 7", notation="network")
    assert judge(r"L \ge 2", notation="network").status == "true"


def test_a_polynomial_that_vanishes_on_all_small_numbers(judge: Judge) -> None:
    """n was at most 6, and x was never exactly the number that an indicator asks for."""
    assert refused(judge, r"(n - 1)(n - 2)(n - 3)(n - 4)(n - 5)(n - 6) = 0")
    assert refused(judge, r"\mathbf{1}[x = 7] = 0")


def test_unequal_was_true_of_anything_continuous(judge: Judge) -> None:
    """x != 3 passed, since a random x is never 3. A difference of both signs is somewhere zero."""
    assert refused(judge, r"x \neq 3")
    assert refused(judge, r"x \neq y")
    assert judge(r"e^x \neq 0").status == "true"


def test_a_threshold_between_the_draws(judge: Judge) -> None:
    """Two step functions that differ between 0 and 0.01 only: draws now fall between the numbers written."""
    assert refused(judge, r"\max(0, z) = \begin{cases} z & z > 0.01 \\ 0 & z \le 0.01 \end{cases}")
    assert refused(judge, r"\mathbf{1}[x > 0] = \mathbf{1}[x > 0.05]")
    assert refused(judge, r"\max(x, 10) = 10")
    assert refused(judge, r"\max(x, y) = x \quad \text{if } x > y - 0.01")


def test_a_missing_case_was_a_draw_without_value(judge: Judge) -> None:
    """Where no case applied the draw was thrown away, and with it half of the claim."""
    assert refused(judge, r"|x| = \begin{cases} x & x > 0 \end{cases}")


def test_the_kink_itself_was_never_drawn(judge: Judge) -> None:
    """ReLU'(0) is 0 by convention; draws now contain zeros and ties."""
    assert refused(judge, r"\operatorname{ReLU}'(z) = \mathbf{1}[z \ge 0]")
    assert judge(r"\operatorname{ReLU}'(z) = \mathbf{1}[z > 0]").status == "true"
    assert refused(judge, r"\sigma'(z) < \frac{1}{4}")


def test_a_large_constant_on_both_sides_hid_the_difference(judge: Judge) -> None:
    """10^12 + x = 10^12 + 2x agreed to 8 digits. How the sides vary from draw to draw must agree as well."""
    assert refused(judge, r"10^{12} + x = 10^{12} + 2x")
    assert refused(judge, r"10^{30} + x = 10^{30} + y")
    assert refused(judge, r"(x + 10^{20}) - 10^{20} = y")


def test_a_difference_quotient_that_rounding_eats(judge: Judge) -> None:
    """With h = 1e-9 the quotient of x^2 at 2 is 4 up to rounding, and 4.000000001 in truth: not decided."""
    quotient = r"f(x) \coloneqq x^2", r"h \coloneqq 10^{-9}", r"\frac{f(2 + h) - f(2)}{h} = 4"
    assert refused(judge, *quotient)


def test_a_derivative_or_a_limit_that_ends_nowhere(judge: Judge) -> None:
    """d/dx x · x was (dx/dx) · x = x to the checker and 2x to the reader; limits likewise."""
    assert judge(r"\frac{d}{dx} x \cdot x = x").status == "false"
    assert judge(r"\frac{d}{dx} x \cdot x = 2x").status == "true"
    assert judge(r"\lim_{h \to 0} x + h = x + h").status == "error"
    assert judge(r"\frac{d}{dx}(x \cdot x) = 2x").status == "true"


def test_a_difference_where_the_function_is_saturated(judge: Judge) -> None:
    """Draws beyond the precision of the sigmoid were thrown away even where both sides clearly differ."""
    assert refused(judge, r"\sigma(z) = \begin{cases} \sigma(z) + 0 & z > -100 \\ 7 & z \le -100 \end{cases}")


def test_a_step_without_a_size(judge: Judge) -> None:
    """The learning rate lost: the direction is right, but the whole step overshoots."""
    assert refused(judge, "% decreases: C\n" + r"b^l \leftarrow b^l - \delta^l", notation="network")
    product = r"p \coloneqq a b", r"\eta \coloneqq 0.01"
    assert refused(judge, *product, "% increases: p\n" + r"a \leftarrow a + \frac{\partial p}{\partial a}")
    given = r"f \coloneqq x^2", r"h \coloneqq -0.1"
    assert refused(judge, *given, "% decreases: f\n" + r"x \leftarrow x - h \frac{\partial f}{\partial x}")


def test_a_saturated_function_is_equal_to_its_limit_by_rounding(judge: Judge) -> None:
    """The sigmoid of 40 is 1 in float64, and so of everything beyond. Such draws decide nothing."""
    assert refused(judge, r"\sigma(x^2 + 40) = 1")
    assert refused(judge, r"\sigma(10^5 + x) = \sigma(10^5 + y)")
    assert refused(judge, r"\tanh(100 x^2 + 50) = 1")
    assert refused(judge, r"\sigma'(x^2 + 50) = 0")


def test_small_is_not_zero(judge: Judge) -> None:
    """An absolute tolerance, or the rounding of a term inside an exponent, let tiny numbers be zero."""
    assert refused(judge, r"e^{-x^2 - 30} = 0")
    assert refused(judge, r"e^{-x^2 - 800} = 0")
    assert refused(judge, r"10^{-14} = 0")
    assert refused(judge, r"x^{300} \cdot 10^{-600} = 0")
    assert refused(judge, r"10^{-12} x = 2 \cdot 10^{-12} x")


def test_many_digits_are_not_the_number(judge: Judge) -> None:
    """log 2 = 0.6931471805599453 agrees in float64; plain arithmetic is now compared as fractions."""
    assert refused(judge, r"\log 2 = 0.6931471805599453")
    assert refused(judge, r"\frac{1}{3} = 0.3333333333333333")
    assert refused(judge, r"10^{-20} + 1 = 1")
    assert judge(r"0.1 + 0.2 = 0.3").status == "true"


def test_digits_of_a_sum_gave_slack(judge: Judge) -> None:
    """3.1 + 0.05 was allowed the error of all its digits. Only a number that stands alone shows digits."""
    assert refused(judge, r"\pi \approx 3.1 + 0.05")
    assert refused(judge, r"\sigma(-2) \approx 0.1192 + 0.0001")


def test_the_page_s_values_made_an_identity_true(judge: Judge) -> None:
    """With d = -1 given, df/dc = -sigma'(e):
    the side was taken for a plain number the second time d was named.
    """
    values = r"a \coloneqq 1", r"b \coloneqq -2"
    given = (*values, r"d \coloneqq a + b", r"e \coloneqq d c", r"f \coloneqq \sigma(e)")
    assert refused(judge, *given, r"\frac{\partial f}{\partial c} = -\sigma'(e)")
    assert refused(judge, r"a \coloneqq 2", r"a^2 = 2a")


def test_two_zeros_are_equal(judge: Judge) -> None:
    """Both sides vanish on every draw, or a term does: nothing is said."""
    assert refused(judge, r"0 \cdot x = 0 \cdot y")
    assert refused(judge, r"x + (y - y) = x")
    assert refused(judge, r"d \coloneqq a + b", r"\frac{\partial d}{\partial c} = 0 \cdot c")


def test_a_derivative_between_strangers_is_zero(judge: Judge) -> None:
    """db/da = 0 for two inputs: true, and true of a forgotten definition. Something must be defined."""
    assert refused(judge, r"\frac{\partial f}{\partial x} = 0")
    assert refused(judge, r"\frac{dx}{dy} = \frac{da}{db}")


def test_a_cost_of_the_page_did_not_reach_the_error(judge: Judge) -> None:
    """delta was still the derivative of the table's cost when the equation did not name C."""
    twice = r"C \coloneqq \|y - a^L\|^2"
    assert refused(judge, twice, r"\delta^L = (a^L - y) \odot \sigma'(z^L)", notation="network")
    assert judge(twice, r"\delta^L = 2 (a^L - y) \odot \sigma'(z^L)", notation="network").status == "true"


@pytest.mark.parametrize(
    "claim",
    [
        r"\sigma'(z^l) = a^l \odot (1 - a^l)",
        r"\delta^L = a^L - y",
        r"\delta^L = (a^L - y) \odot \sigma'(z^L)",
        r"C = \frac{1}{2} \|y - a^L\|^2",
    ],
)
def test_what_is_true_of_one_activation_or_one_cost_only(judge: Judge, claim: str) -> None:
    """With the sigmoid and the quadratic cost in every draw,
    their special equations passed for general ones.
    """
    assert refused(judge, claim, notation="network")


@pytest.mark.parametrize(
    "claim",
    [
        r"W^l \in \mathbb{R}^{n_{l-1} \times n_l}",
        r"W^l \in \mathbb{R}^{n_l \times n_l}",
        r"\frac{\partial C}{\partial W^l} = \delta^l \odot (a^{l-1})^\top",
        r"z^l = W^l \odot a^{l-1} + b^l",
        r"z^l_j = w^l_{jk} a^{l-1}_k + b^l_j",
        r"\delta^2 = ((W^3)^\top \delta^L) \odot \sigma'(z^2)",
        r"a^L = \sigma(W^L x + b^L)",
        r"\sum_j \delta^l_j = \delta^l_1",
        r"\frac{\partial C}{\partial W^l} = \frac{1}{m} \delta^l (a^{l-1})^\top",
    ],
)
def test_special_sizes_and_broadcasting(judge: Judge, claim: str) -> None:
    """Equal widths, one unit, one sample, two layers or numpy's broadcasting made these true."""
    assert refused(judge, claim, notation="network")


def test_a_bias_gradient_forgets_the_sum_over_the_batch(judge: Judge) -> None:
    """True for one sample; with a batch the gradient is the sum over its columns."""
    assert judge(r"\frac{\partial C}{\partial b^l} = \delta^l", notation="network").status == "true"
    assert refused(judge, r"\frac{\partial C}{\partial b^l} = \delta^l", notation="network-batch")
    summed = r"\frac{\partial C}{\partial b^l} = \delta^l \mathbf{1}"
    assert judge(summed, notation="network-batch").status == "true"


def test_an_index_that_runs_too_far_was_left_out(judge: Judge) -> None:
    """Terms that do not exist were skipped, so a limit one too high changed nothing."""
    claim = r"z^l_j = \sum_{k=1}^{n_{l-1} + 1} w^l_{jk} a^{l-1}_k + b^l_j"
    assert judge(claim, notation="network").status == "error"


def test_a_range_that_claims_too_much(judge: Judge) -> None:
    """a^l = sigma(z^l) for l = 1: there is no z^1, and a claimed range must not be skipped."""
    assert refused(judge, r"a^l = \sigma(z^l) \quad \text{for } l = 1, \dots, L", notation="network")


def test_an_index_with_two_ranges(judge: Judge) -> None:
    """j counted the rows here and the columns there; the common part was taken."""
    assert refused(judge, r"w^l_{jk} = w^l_{kj} + w^l_{jk} - w^l_{kj}", notation="network")


def test_an_index_shadowed_by_its_own_sum(judge: Judge) -> None:
    """A sum over i inside of a sum over i."""
    assert judge(r"\sum_{i=1}^{n} \sum_{i=1}^{n} i = n^2").status == "error"


def test_one_letter_in_two_meanings(judge: Judge) -> None:
    """f as a function and as a number; e as a node and as Euler's number;
    d as a node and as a differential.
    """
    assert judge(r"f(x) = f x").status == "error"
    assert judge(r"e \coloneqq a b", r"e^2 = e \cdot e").status == "error"
    assert judge(r"d \coloneqq a + b", r"\frac{d d}{d a} = 1").status == "error"
    assert judge(r"\pi \coloneqq 4").status == "error"


def test_a_definition_in_a_circle(judge: Judge) -> None:
    """a is b and b is a: an endless loop once."""
    assert judge(r"a \coloneqq b", r"b \coloneqq a").status == "error"
    assert judge(r"a \coloneqq a + 1").status == "error"


def test_a_broken_definition_must_not_be_remembered(judge: Judge) -> None:
    """It made every later equation of the page an error, each with the wrong reason."""
    from bookkit.equations import check

    broken = check(r"d \coloneqq a + \zeta")
    assert broken.status == "error"
    assert check(r"x + x = 2x", context=broken.context).status == "true"


def test_what_only_tex_sees(judge: Judge) -> None:
    """Braces that only colour a part bracketed it; a number after a thin space was a factor;
    text hid a claim.
    """
    assert refused(judge, r"\color{red}{x + y} z = x z + y z")
    assert judge(r"\color{red}{x + y} z = x + y z + 0").status == "true"
    assert refused(judge, r"1\,000 = 0")
    assert refused(judge, r"x + 0 = x \text{ so $1 = 2$}")
    assert refused(judge, r"\text{x} = \text{y}")


def test_an_update_that_climbs_by_chance(judge: Judge) -> None:
    """sigma(a) has the sign of sigma'(a), so a step along it climbs too.
    The step must follow the gradient.
    """
    f = r"f \coloneqq \sigma(a)"
    assert refused(judge, f, "% increases: f\n" + r"a \leftarrow a + h\,\sigma(a)")
    assert judge(f, "% increases: f\n" + r"a \leftarrow a + h\,\sigma'(a)").status == "true"


def test_the_domain_of_a_derivative(judge: Judge) -> None:
    """The complex step gave the logarithm a derivative at -1, where it has no value."""
    assert judge(r"\frac{d}{dx} \log x = \frac{1}{x}").status == "true"
    assert refused(judge, r"\frac{d}{dx} \log(-x^2 - 1) = 0")


def test_an_update_that_lost_its_step_size_beside_one_that_has_it(judge: Judge) -> None:
    """A step of size 1 along b goes down as well; but weights and bias move in one step."""
    updates = "% decreases: J\n" r"w \leftarrow w - \eta (a - y) x^\top \quad b \leftarrow b - STEP (a - y)"
    assert judge(updates.replace("STEP", r"\eta"), notation="logistic").status == "true"
    assert refused(judge, updates.replace("STEP", ""), notation="logistic")


def test_a_number_of_the_table_made_an_array(judge: Judge) -> None:
    """With the F of y := F(a, b) lost, y was a column of two; what was claimed of it held by entries."""
    assert judge(r"y \coloneqq F(a, b)").status == "true"
    assert refused(judge, r"y \coloneqq (a, b)")
    assert refused(judge, r"y \coloneqq a(a, b)")


def test_a_limit_from_one_side_only(judge: Judge) -> None:
    """|x|/x has a limit from the right; the two-sided one does not exist."""
    assert refused(judge, r"\lim_{x \to 0} \frac{|x|}{x} = 1")


def test_sizes_that_the_page_gives_made_identities_true(judge: Judge) -> None:
    """With one sample given, every factor 1/m may be lost. Only what names a size by number is about it."""
    lost = r"\mathrm{d}Z^L = A^L - Y"
    assert refused(judge, r"m \coloneqq 1", lost, notation="deep")
    assert refused(judge, r"L \coloneqq 4", r"\mathrm{d}Z^l = \frac{1}{m}(A^l - Y)", notation="deep")
    assert judge(r"m \coloneqq 1", r"m = 1", notation="deep").status == "true"


def test_a_layer_beyond_the_last_one(judge: Judge) -> None:
    """Z^5 = W^5 A^4 + b^5 is true of deeper networks, but the page has said that its own has four layers."""
    assert judge(r"L \coloneqq 4", r"Z^5 = W^5 A^4 + b^5", notation="deep").status == "error"
    assert judge(r"L \coloneqq 4", r"Z^4 = W^4 A^3 + b^4", notation="deep").status == "true"
    up_to_five = r"Z^l = W^l A^{l-1} + b^l \quad \text{for } l = 2, \dots, 5"
    assert refused(judge, r"L \coloneqq 4", up_to_five, notation="deep")


def test_all_norms_of_a_matrix_were_one(judge: Judge) -> None:
    """The subscript 2 meant the root of the sum of squares, as for a column; so the two norms were equal."""
    assert refused(judge, r"\lVert A \rVert_2 = \lVert A \rVert_F", notation="vectors")
    assert judge(r"\lVert A \rVert \le \lVert A \rVert_F", notation="vectors").status == "error"


def test_a_product_of_matrices_had_an_order_of_its_own(judge: Judge) -> None:
    """From the lowest index to the highest, left to right, whatever the reader took it for."""
    given = r"L \coloneqq 4", r"n_2 \coloneqq 3 ,\quad n_3 \coloneqq 3 ,\quad n_4 \coloneqq 3"
    product = r"\prod_{k=3}^{4} W^k = W^3 W^4"
    assert judge(*given, product, notation="network").status == "error"


def test_a_derivative_at_a_kink(judge: Judge) -> None:
    """max(z, 0) had the slope of the branch that the code took at 0; only ReLU has a convention."""
    assert judge(r"F(z) \coloneqq \max(z, 0)", r"F'(0) = 0").status == "error"
    assert judge(r"F(z) \coloneqq |z|", r"F'(0) = 1").status == "error"
    assert judge(r"\operatorname{ReLU}'(0) = 0").status == "true"


def test_two_cases_that_both_apply(judge: Judge) -> None:
    """The first one won, so the condition of the second could say almost anything."""
    cases = (
        r"\operatorname{ReLU}(z) = \begin{cases} z & \text{if } z > 0 \\ 0 & \text{if } z < LIMIT \end{cases}"
    )
    assert refused(judge, cases.replace("LIMIT", "1"))
    assert refused(judge, cases.replace("LIMIT", "0.001"))
    assert judge(cases.replace("z < LIMIT", r"z \le 0")).status == "true"


def test_one_expression_on_both_sides_of_a_bound(judge: Judge) -> None:
    """‖A‖ ≤ ‖A‖ is true and says nothing, as A = A does."""
    assert judge(r"\lVert A \rVert_F \le \lVert A \rVert_F", notation="vectors").status == "error"
    assert judge(r"x \ge x").status == "error"


def test_a_row_before_the_first(judge: Judge) -> None:
    """Y_0 was an empty row, and the reader's own code broke down on it."""
    verdict = judge(r"C = \frac{1}{m} \sum_{i=0}^{m} \lVert Y_i - A^L_i \rVert^2", notation="rows")
    assert verdict.status == "error"
    assert not verdict.is_breakdown


def test_a_bound_that_holds_for_ordinary_weights(judge: Judge) -> None:
    """The slope of a sigmoid came close to a quarter too rarely for a bound of a fifth to be refuted."""
    fifth = r"\lVert \delta^l \rVert \le \frac{1}{5} \lVert W^{l+1} \rVert_2 \lVert \delta^{l+1} \rVert"
    assert refused(judge, fifth, notation="network-sigmoid")
    assert judge(fifth.replace("5", "4"), notation="network-sigmoid").status == "true"


def test_a_bound_that_is_false_on_a_small_region_only(judge: Judge) -> None:
    """The product of slopes exceeds the sum only where large weights meet the biases that undo them."""
    sum_for_product = r"\left|\frac{\partial a^L}{\partial x}\right| \le \sum_{l=2}^{L} \frac{|w^l|}{4}"
    assert refused(judge, sum_for_product, notation="chain-sigmoid")
    assert judge(sum_for_product.replace("sum", "prod"), notation="chain-sigmoid").status == "true"


def test_a_power_of_h_drowned_in_rounding_on_smaller_circles(judge: Judge) -> None:
    second = r"\frac{f(x+h) - 2 f(x) + f(x-h)}{h^2} = f''(x) + O(h^%s)"
    sums = r"f(x+h) + f(x-h) = 2 f(x) + h^2 f''(x) + O(h^%s)"
    for formula, order in ((second, 2), (sums, 4)):
        assert judge(formula % order).status == "true"
        assert judge(formula % (order + 1)).status == "false"


SEQUENCE = (r"v_0 \coloneqq 0", r"v_t \coloneqq \beta v_{t-1} + g_t")


@pytest.mark.parametrize("said", [r"t \ge 0", r"\text{all } t > -1", r"0 \le t"])
def test_a_condition_that_includes_the_time_before_the_first_step(judge: Judge, said: str) -> None:
    for claim, status in ((r"v_t = \beta v_{t-1} + g_t", "error"), (r"v_t = v_t + 0 \cdot \beta^t", "true")):
        found = judge(*SEQUENCE, rf"{claim} \quad \text{{for }} {said}", notation="steps")
        assert found.status == status, found.message
    assert judge(
        *SEQUENCE, SEQUENCE[1].replace(r"\coloneqq", "=") + r"\text{ for } t \ge 1", notation="steps"
    )


def test_a_sequence_starts_where_the_page_lets_it_start(judge: Judge) -> None:
    page = (r"\theta_0 \coloneqq 1", r"\theta_t \coloneqq \beta \theta_{t-1}")
    for said in ("", r" \quad \text{for } t \ge 0", r" \quad \text{for } t \ge 1"):
        assert judge(*page, r"\theta_t = \beta^t" + said, notation="steps").status == "true"
        assert judge(*page, r"\theta_t = \beta^{t-1}" + said, notation="steps").status != "true"
    assert judge(*page, r"\beta \coloneqq 0.5", r"\theta_3 = 0.125", notation="steps").status == "true"


def test_the_transpose_of_what_nothing_has_defined_is_not_false(judge: Judge) -> None:
    found = judge(r"\bar{x}^\top = \bar{y}^\top J", notation="vectors")
    assert found.status == "error"
    assert r"\coloneqq" in found.message
    assert judge(r"u^\top v = v^\top u", notation="vectors").status == "true"
