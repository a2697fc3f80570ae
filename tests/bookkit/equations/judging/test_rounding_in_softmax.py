"""A bound that softmax reaches is not broken by what its own sum has rounded away."""

from __future__ import annotations

from bookkit.equations import Context, check
from bookkit.equations.judging.manner import ELSEWHERE

DATA = {"n": "a size", "z": "a column of n", "v": "a column of n"}


def test_a_divergence_is_not_negative() -> None:
    context = Context()
    for line in (r"p = \operatorname{softmax}(z)", r"q = \operatorname{softmax}(v)"):
        context = check(line, context=context, symbols=DATA, manner=ELSEWHERE).context
    for bound, status in (("0", "true"), (r"\frac{1}{100}", "false")):
        latex = rf"-\sum_i p_i \ln \frac{{q_i}}{{p_i}} \ge {bound}"
        assert check(latex, context=context, symbols=DATA, manner=ELSEWHERE).status == status
