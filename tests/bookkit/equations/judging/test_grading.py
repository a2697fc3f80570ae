"""Exact draws refute what floats cannot, and say how strongly a true claim is known."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bookkit import exact
from bookkit.equations.judging import grading
from bookkit.equations.judging.judge import check
from bookkit.equations.judging.kept import decode, encode
from bookkit.equations.judging.verdict import (
    COMPUTED,
    DIGITS,
    IDENTITY,
    ON_PIECES,
    SAMPLED,
    SHAPE,
    WHOLE,
    Evidence,
)
from bookkit.exact.errors import NoCounterpartError
from bookkit.exact.number import ONE, precisely

needs_package = pytest.mark.skipif(not exact.available(), reason=f"{exact.PACKAGE} is not installed")

_spec = importlib.util.spec_from_file_location("near_misses", Path(__file__).with_name("near_misses.py"))
assert _spec is not None
assert _spec.loader is not None
_module = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_module)
NEAR_MISSES = [
    pytest.param(table, latex, id=f"{kind}: {latex}")
    for kind, pairs in _module.NEAR_MISSES.items()
    for table, latex in pairs
]


def evidence(latex: str, table: str = "calculus") -> Evidence:
    verdict = check(latex, table)
    assert verdict.status == "true", verdict.message
    found = verdict.claims[-1].evidence
    assert found is not None
    return found


@pytest.fixture
def no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact, "package", lambda: "")


@needs_package
@pytest.mark.parametrize(("table", "latex"), NEAR_MISSES)
def test_a_near_miss_is_refuted_with_digits_that_differ(table: str, latex: str) -> None:
    verdict = check(latex, table)
    assert verdict.status == "false", verdict.message
    found = verdict.counterexample
    assert found is not None
    assert found.left != found.right


@pytest.mark.parametrize(("table", "latex"), NEAR_MISSES)
def test_floats_let_it_pass(table: str, latex: str, no_package: None) -> None:
    assert check(latex, table).status == "true"


def test_there_are_enough_near_misses_of_several_kinds() -> None:
    assert len(NEAR_MISSES) >= 30
    assert len(_module.NEAR_MISSES) >= 5


@needs_package
@pytest.mark.parametrize(
    ("table", "latex", "grade"),
    [
        ("calculus", r"\frac{1}{2} + \frac{1}{3} = \frac{5}{6}", COMPUTED),
        ("calculus", r"\sqrt{2} \cdot \sqrt{8} = 4", COMPUTED),
        ("calculus", r"\sigma(0.5) \approx 0.6225", COMPUTED),
        ("calculus", r"\sqrt{2} < 1.5", COMPUTED),
        ("calculus", r"\sigma'(z) = \sigma(z) (1 - \sigma(z))", IDENTITY),
        ("calculus", r"\frac{d}{dx} x^n = n x^{n - 1}", IDENTITY),
        ("calculus", r"\log(x y) = \log x + \log y \quad \text{for } x > 0, y > 0", IDENTITY),
        ("calculus", r"\log(x^2) = 2 \log |x|", ON_PIECES),
        ("calculus", r"\sqrt{x^2} = |x|", ON_PIECES),
        ("calculus", r"\max(x, y) = \frac{x + y + |x - y|}{2}", ON_PIECES),
        ("calculus", r"\Phi(-z) = 1 - \Phi(z)", IDENTITY),
        ("calculus", r"\Phi'(z) = \varphi(z)", IDENTITY),
        (
            "calculus",
            r"\frac{d^3}{dz^3} \operatorname{erf}(z) = \frac{4 (2 z^2 - 1)}{\sqrt{\pi}} e^{-z^2}",
            IDENTITY,
        ),
        ("calculus", r"\arcsin x + \arccos x = \frac{\pi}{2} \quad \text{for } 0 < x < 1", DIGITS),
        ("calculus", r"x^2 \ge 0", WHOLE),
        ("calculus", r"x^2 + y^2 \ge 0", SAMPLED),
        ("calculus", r"\lim_{h \to 0} \frac{\sin h}{h} = 1", COMPUTED),
        ("calculus", r"f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}", IDENTITY),
        ("calculus", r"\int_0^1 x^2 \, dx = \frac{1}{3}", SAMPLED),
        ("calculus", r"\sum_{k=1}^n k^2 \ge n", SAMPLED),  # a few sizes are not all of them
        ("calculus", r"n + n + 1 = 2 n + 1", IDENTITY),
        ("network", r"W^l \in \mathbb{R}^{n_l \times n_{l-1}}", SHAPE),
        ("network", r"\delta^l = ((W^{l+1})^\top \delta^{l+1}) \odot \sigma'(z^l)", IDENTITY),
        ("network", r"\frac{\partial C}{\partial w^l_{jk}} = a^{l-1}_k \delta^l_j", IDENTITY),
        ("softmax", r"\frac{\partial C}{\partial z_j} = a_j - y_j", IDENTITY),
        ("vectors", r"(A B)^\top = B^\top A^\top", IDENTITY),
        ("chance", r"\operatorname{Var}[u + v] = \operatorname{Var}[u] + \operatorname{Var}[v]", IDENTITY),
        ("chance", r"\mathbb{E}[D] = \frac{7}{2}", COMPUTED),
        ("chance", r"\mathbb{E}[\operatorname{ReLU}(s)^2] = \frac{1}{2} \mathbb{E}[s^2]", ON_PIECES),
        ("chance", r"\mathbb{E}[\operatorname{ReLU}'(s)^2] = \frac{1}{2}", ON_PIECES),
        ("chance", r"\operatorname{Var}[U] = \frac{r^2}{3}", SAMPLED),  # its law is a quadrature
    ],
)
def test_how_strongly_it_is_known(table: str, latex: str, grade: str) -> None:
    verdict = check(latex, table)
    assert (verdict.status, verdict.grade) == ("true", grade), verdict.message


@needs_package
def test_what_an_identity_rests_on() -> None:
    found = evidence(r"\delta^l = ((W^{l+1})^\top \delta^{l+1}) \odot \sigma'(z^l)", "network")
    assert found.draws == grading.DRAWS
    assert found.rarity >= 40
    assert dict(found.sizes)["L"] == 3
    assert set(found.any_functions) == {"\\sigma", "cost"}


@needs_package
def test_an_example_is_no_identity_of_any_activation() -> None:
    """What holds for the odd functions among the examples alone is refuted; nothing rests on an example."""
    assert check(r"\sigma(-z^l) = -\sigma(z^l)", "network").status == "false"


@needs_package
def test_different_pieces_are_met_and_counted() -> None:
    assert evidence(r"\sqrt{x^2} = |x|").pieces == 2


@needs_package
@pytest.mark.parametrize(
    "latex",
    [
        r"\sum_{j} y_j = 1",  # labels sum to 1 exactly, though floats are a bit off
        r"\sum_{j} a_j = 1",
        r"\sum_{j} (a_j - y_j) = 0",
    ],
)
def test_what_a_table_binds_is_bound_exactly(latex: str) -> None:
    assert check(latex, "softmax").status == "true"


@needs_package
@pytest.mark.parametrize("written", ["0.1", r"\frac{1}{3}", "0.3"])
def test_given_values_are_the_written_ones(written: str) -> None:
    context = check(rf"x \coloneqq {written}").context
    verdict = check(rf"3 x = {written} \cdot 3", context=context)
    assert (verdict.status, verdict.grade) == ("true", COMPUTED)


def test_without_the_package_floats_judge_and_the_grade_says_so(no_package: None) -> None:
    verdict = check(r"\sigma'(z) = \sigma(z) (1 - \sigma(z))")
    assert (verdict.status, verdict.grade) == ("true", SAMPLED)
    assert check(r"\sigma'(z) = \sigma(z) (1 + \sigma(z))").status == "false"


@needs_package
def test_evidence_is_kept_with_the_verdict() -> None:
    verdict = check(r"\delta^L = \nabla_a C \odot \sigma'(z^L)", "network")
    assert decode(encode(verdict)) == verdict
    assert verdict.claims[0].evidence is not None


@needs_package
def test_the_weakest_claim_of_a_chain_is_its_grade() -> None:
    verdict = check(r"(x + y)^2 = x^2 + 2 x y + y^2 \ge 2 x y")
    assert [claim.grade for claim in verdict.claims] == [IDENTITY, SAMPLED]
    assert verdict.grade == SAMPLED


@needs_package
def test_much_work_lowers_the_grade_and_not_the_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grading, "WORK", 2)
    verdict = check(r"\frac{\partial C}{\partial w^l_{jk}} = a^{l-1}_k \delta^l_j", "network")
    assert (verdict.status, verdict.grade) == ("true", SAMPLED)


@needs_package
def test_residues_alone_never_refute(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were residues no model at all, true claims would be known to some digits, and none would be false."""
    monkeypatch.setattr(grading.fields.Field, "is_equal", lambda self, a, b: False)
    verdict = check(r"\sigma'(z) = \sigma(z) (1 - \sigma(z))")
    assert (verdict.status, verdict.grade) == ("true", DIGITS)


@needs_package
@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (np.linalg.svd, TypeError),
        (np.spacing, TypeError),
        (lambda value: value[0, 0].no_such_method(), AttributeError),
        (lambda value: 1 if value > 0 else 0, ValueError),
    ],
)
def test_what_numpy_cannot_do_with_objects_has_no_counterpart(code: Any, kind: type[Exception]) -> None:
    with precisely(), grading.fields.calculating(grading.fresh(0, 3)):
        value = np.array([[ONE(), ONE()], [ONE(), ONE()]], dtype=object)
        with pytest.raises(kind):
            code(value)
        with pytest.raises(NoCounterpartError) as caught:
            grading.with_objects(code, value)
    assert isinstance(caught.value.__cause__, kind)


@needs_package
def test_such_a_claim_is_sampled_and_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    whole = grading.instance
    monkeypatch.setattr(grading, "instance", lambda *given: made.append(1) or whole(*given))

    def fails(code: Any, inst: Any) -> Any:
        raise NoCounterpartError

    monkeypatch.setattr(grading, "with_objects", fails)
    assert check("(x + y)^2 = x^2 + 2 x y + y^2").grade == SAMPLED
    assert len(made) == 1


@needs_package
@pytest.mark.parametrize("mistake", [TypeError, AttributeError, ValueError])
def test_a_mistake_of_the_grading_itself_is_not_hidden(
    mistake: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(*given: Any) -> Any:
        raise mistake("a mistake")

    monkeypatch.setattr(grading, "compare", wrong)
    assert check("x + x = 2 x").is_breakdown


@needs_package
def test_a_formula_that_is_too_deep_is_sampled(monkeypatch: pytest.MonkeyPatch) -> None:
    def deep(*given: Any) -> Any:
        raise RecursionError

    monkeypatch.setattr(grading, "sides", deep)
    verdict = check("x + x = 2 x")
    assert (verdict.status, verdict.grade) == ("true", SAMPLED)
