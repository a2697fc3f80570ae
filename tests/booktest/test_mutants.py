"""Damage to equations, numbers and outputs: what is made, what is noticed, what is shown to be no damage."""

from __future__ import annotations

import random
import sys
import zlib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookkit.__main__ import main as command
from bookkit.equations import Context, check, parse
from bookkit.equations.judging.verdict import BREAKDOWN, Verdict
from bookkit.notations import get
from bookkit.numbers import evidence
from bookkit.numbers.evidence import Evidence
from bookkit.numbers.reading import read_numbers
from bookkit.pages.source import PageError
from booktest.mutants import normal, numbers, outputs, scalars, uses
from booktest.mutants.run import _proofs, main, run, summary
from booktest.mutants.trees import mutants
from booktest.mutants.understood import written

from ..bookkit.test_corpus import ENTRIES, Entry


def _before(entry: Entry) -> Context:
    context = Context()
    for definition in entry.data["given"]:
        context = check(definition, entry.notation, context).context
    return context


# --- trees --------------------------------------------------------------------------------------------------


def damages(latex: str, notation: str) -> dict[str, set[str]]:
    """The mutants of an equation by kind, as LaTeX without blanks and braces."""
    found: dict[str, set[str]] = {}
    for mutant in mutants(parse(latex), get(notation)):
        found.setdefault(mutant.kind, set()).add(_bare(mutant.latex))
    return found


def _bare(latex: str) -> str:
    return "".join(letter for letter in latex if letter not in " {}")


BP2 = r"\delta^l = ((W^{l+1})^\top \delta^{l+1}) \odot \sigma'(z^l)"


@pytest.mark.parametrize(
    ("latex", "notation", "kind", "damaged"),
    [
        (BP2, "network", "transpose lost", r"\delta^l = ((W^{l+1}) \delta^{l+1}) \odot \sigma'(z^l)"),
        (BP2, "network", "prime lost", r"\delta^l = ((W^{l+1})^\top \delta^{l+1}) \odot \sigma(z^l)"),
        (BP2, "network", "+ for ⊙", r"\delta^l = ((W^{l+1})^\top \delta^{l+1}) + \sigma'(z^l)"),
        (BP2, "network", "product for ⊙", r"\delta^l = ((W^{l+1})^\top \delta^{l+1}) \sigma'(z^l)"),
        (
            BP2,
            "network",
            "⊙ for product",
            r"\delta^l = ((W^{l+1})^\top \odot \delta^{l+1}) \odot \sigma'(z^l)",
        ),
        (
            BP2,
            "network",
            "order of the product",
            r"\delta^l = (\delta^{l+1} (W^{l+1})^\top) \odot \sigma'(z^l)",
        ),
        (BP2, "network", "a for z", r"\delta^l = ((W^{l+1})^\top \delta^{l+1}) \odot \sigma'(a^l)"),
        (BP2, "network", "index ±1", r"\delta^l = ((W^{l+1})^\top \delta^{l+1}) \odot \sigma'(z^{l+1})"),
        (BP2, "network", "index ±1", r"\delta^l = ((W^{l+2})^\top \delta^{l+1}) \odot \sigma'(z^l)"),
        (BP2, "network", "term lost", r"\delta^l = ((W^{l+1})^\top \delta^l) \odot \sigma'(z^l)"),
        (BP2, "network", "sign", r"\delta^l = ((W^{l+1})^\top \delta^{l-1}) \odot \sigma'(z^l)"),
        (BP2, "network", "factor lost", r"\delta^l = ((W^{l+1})^\top \delta^{l+1})"),
        (
            r"\mathrm{d}A^{l-1} = (W^l)^\top \mathrm{d}Z^l",
            "deep",
            "d lost",
            r"\mathrm{d}A^{l-1} = (W^l)^\top Z^l",
        ),
        (
            r"\mathrm{d}A^{l-1} = (W^l)^\top \mathrm{d}Z^l",
            "deep",
            "a for z",
            r"\mathrm{d}A^{l-1} = (W^l)^\top \mathrm{d}A^l",
        ),
        (
            r"\lim_{h \to 0^+} \frac{|h|}{h} = 1",
            "calculus",
            "side turned",
            r"\lim_{h \to 0^-} \frac{\lvert h \rvert}{h} = 1",
        ),
        (
            r"\lVert A \rVert_2 \le \lVert A \rVert_F",
            "vectors",
            "other norm",
            r"\lVert A \rVert_F \le \lVert A \rVert_F",
        ),
        (r"\max_j |u_j| \le c", "vectors", "other function", r"\min_j \lvert u_j \rvert \le c"),
        (r"z_j^l = \sum_k w^l_{jk} a^{l-1}_k", "network", "sum lost", r"z_j^l = w^l_{jk} a^{l-1}_k"),
        (
            r"z_j^l = \sum_k w^l_{jk} a^{l-1}_k",
            "network",
            "indices swapped",
            r"z_j^l = \sum_k w^l_{kj} a^{l-1}_k",
        ),
        (
            r"z_j^l = \sum_k w^l_{jk} a^{l-1}_k",
            "network",
            "other index",
            r"z_j^l = \sum_k w^l_{jk} a^{l-1}_j",
        ),
        (
            r"C = \frac{1}{2} \|y - a^L\|^2",
            "network",
            "factor lost",
            r"C = \lVert y - a^L \rVert^2",
        ),
        (
            r"W^l \in \mathbb{R}^{n_l \times n_{l-1}}",
            "network",
            "shape turned round",
            r"W^l \in \mathbb{R}^{n_{l-1} \times n_l}",
        ),
        (r"\sum_{i=1}^{n} i = x", "calculus", "limit ±1", r"\sum_{i=2}^{n} i = x"),
        (r"\sum_{i=1}^{n} i = x", "calculus", "limit ±1", r"\sum_{i=1}^{n+1} i = x"),
        (r"\sum_{i=1}^{n} i = x", "calculus", "∏ for ∑", r"\prod_{i=1}^{n} i = x"),
        (r"x y = z", "calculus", "+ for ·", r"x + y = z"),
        (r"x + y = z", "calculus", "· for +", r"x \cdot y = z"),
        (r"x^2 = y", "calculus", "power lost", r"x = y"),
        (r"\frac{x}{y} = z", "calculus", "fraction turned", r"\frac{y}{x} = z"),
        (r"f \approx 0.9526", "calculus", "last digit ±1", r"f \approx 0.9527"),
        (r"f \approx 0.9526", "calculus", "digits swapped", r"f \approx 0.9562"),
        (r"x < y", "calculus", "relation turned", r"x > y"),
        (r"\max(x, y) = z", "calculus", "other function", r"\min(x, y) = z"),
    ],
)
def test_each_kind_of_damage_is_made(latex: str, notation: str, kind: str, damaged: str) -> None:
    assert _bare(parse(damaged).latex()) in damages(latex, notation)[kind]


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.true][::6], ids=lambda entry: entry.name)
def test_mutants_differ_and_read_back(entry: Entry) -> None:
    tree = parse(entry.data["latex"])
    found = [mutant.latex for mutant in mutants(tree, get(entry.notation))]
    assert found
    assert len(set(found)) == len(found)
    assert tree.latex() not in found
    assert all(parse(latex).latex() == latex for latex in found)


# --- what is no damage --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("notation", "left", "right", "equal"),
    [
        ("calculus", "x + y - z = 1", "y - (z - x) = 1", True),
        ("calculus", "x y = z", r"y \cdot x = z", True),
        ("calculus", "x - y = z", "y - x = z", False),
        ("calculus", "(x - y)^2 = z", "(y - x)^2 = z", True),
        ("calculus", "(x - y)^3 = z", "(y - x)^3 = z", False),
        ("calculus", "x - y = 0", "y - x = 0", True),
        ("calculus", "x - y = 1", "y - x = 1", False),
        ("calculus", "-(-x) = y", "x = y", True),
        ("calculus", r"\sum_{i=1}^{n} i = x", r"\sum_{k=1}^{n} k = x", True),
        ("calculus", r"\sum_{i=1}^{n} i = x", r"\sum_{k=1}^{n} i = x", False),
        ("network", r"w^l_{jk} = 1", r"w^l_{kj} = 1", False),
        ("network", r"\delta^l_j a^{l-1}_k = 1", r"a^{l-1}_k \odot \delta^l_j = 1", True),
        ("network", r"W^l a^{l-1} = 1", r"a^{l-1} W^l = 1", False),
        ("network", r"a^l \odot z^l = 1", r"z^l \odot a^l = 1", True),
        ("network", r"a^l \odot z^l = 1", r"a^l z^l = 1", False),
        ("logistic", r"\sum_j w_j x_j = z", r"\sum_k x_k \odot w_k = z", True),
        ("logistic", r"A^\top X = 1", r"X A^\top = 1", False),
        ("calculus", r"\sigma'(-z) = y", r"\sigma'(z) = y", True),
        ("calculus", r"\sigma'(z - x) = y", r"\sigma'(x - z) = y", True),
        ("calculus", r"\sigma'(z + x) = y", r"\sigma'(z - x) = y", False),
        ("calculus", r"\sigma''(-z) = y", r"\sigma''(z) = y", False),
        ("calculus", r"\sigma(-z) = y", r"\sigma(z) = y", False),
        ("network", r"\sigma'(-z^l) = 1", r"\sigma'(z^l) = 1", False),
        ("calculus", r"1 \cdot x + y = z", r"x + y = z", True),
        ("calculus", r"1 + x = z", r"x = z", False),
        ("network", r"C = \frac{1}{2} \|y - a^L\|^2", r"C = \frac{1}{2} \odot \|y - a^L\|^2", True),
        ("network", r"W^l \odot \delta^l = 1", r"W^l \delta^l = 1", False),
        ("network", r"x_j^1 = 1", r"x_j = 1", True),
        ("softmax", r"[j = k] a_j = 1", r"a_j \odot [j = k] = 1", True),
        ("logistic", r"Y^{(i)} \log A^{(i)} = 1", r"Y^{(i)} \odot \log A^{(i)} = 1", True),
        ("logistic", r"\tanh(z)(1 - \tanh(z)) = 1", r"(1 - \tanh(z)) \odot \tanh(z) = 1", True),
        ("network", r"W^l \delta^{l,(i)} = 1", r"\delta^{l,(i)} W^l = 1", False),
        ("network", r"a_j^1 = 1", r"a_j = 1", False),
    ],
)
def test_normal_form(notation: str, left: str, right: str, equal: bool) -> None:
    assert normal.same(parse(left), parse(right), get(notation)) is equal


def test_names_given_a_number_may_change_places() -> None:
    left, right, numbers = parse("g_1 d_1 = 5"), parse(r"d_1 \odot g_1 = 5"), frozenset({"g_{1}", "d_{1}"})
    assert normal.same(left, right, get("network"), numbers=numbers)
    assert not normal.same(left, right, get("network"))


def test_letters_that_nothing_is_known_of_can_be_renamed() -> None:
    left, right = parse(r"\sigma(z) > 0"), parse(r"\sigma(a) > 0")
    assert normal.same(left, right, get("calculus"), free=frozenset("az"))
    assert not normal.same(left, right, get("calculus"), free=frozenset("z"))
    two, one = parse(r"x y = y x + 1"), parse(r"x x = x x + 1")
    assert not normal.same(two, one, get("calculus"), free=frozenset("xy"))


@pytest.mark.parametrize(
    ("latex", "proven"),
    [
        (r"x^1 = x", True),
        (r"x^2 = x", False),
        (r"\sigma'(-z) = \sigma(z)\,(1 - \sigma(z))", True),
        (r"\exp(z)^2 = \exp(2z)", True),
        (r"\exp(z)^2 = \exp(z^2)", False),
        (r"\frac{d}{dz} \frac{1}{\exp(z)} = 0 - \exp(-z)", True),
        (r"\lim_{h \to 0} \frac{(x + h)^2 - x^2}{h} = 2x", True),
        (r"\sum_{i=1}^{n} i = \frac{n (n + 1)}{2}", True),
        (r"0 < \sigma(-z)", True),
        (r"0 > \sigma(-z)", False),
        (r"\sigma(-2) \approx 0.1192", True),
        (r"\sigma(-2) \approx 0.1193", False),
        (r"\max(x, y) = x", False),
        (r"x = y", False),
    ],
)
def test_sympy_proves(latex: str, proven: bool) -> None:
    tree = parse(latex)
    assert scalars.proves(tree, tree, Context(), get("calculus")) is proven


def test_sympy_knows_what_the_page_has_said() -> None:
    context = Context()
    for latex in [r"f(x) \coloneqq x^2", r"a \coloneqq 3", r"d \coloneqq a b", r"e \coloneqq d c"]:
        context = check(latex, "calculus", context).context
    for latex, proven in [
        (r"f'(x) = 2x", True),
        (r"f(3) = 9", True),
        (r"a = 3", True),
        (r"a = 4", False),
        (r"a b = 3 b", False),
        (r"\frac{\partial e}{\partial d} = c", True),
        (r"\frac{\partial e}{\partial a} = b c", True),
        (r"\frac{\partial e}{\partial a} = c", False),
    ]:
        tree = parse(latex)
        assert scalars.proves(tree, tree, context, get("calculus")) is proven, latex


FALSE = [e for e in ENTRIES if e.notation == "calculus" and not e.true and not e.data.get("error")]


@pytest.mark.slow
@pytest.mark.parametrize("entry", FALSE[::5], ids=lambda entry: entry.name)
def test_sympy_never_proves_what_is_false(entry: Entry) -> None:
    tree = parse(entry.data["latex"])
    assert not scalars.proves(tree, tree, _before(entry), get("calculus"))


@pytest.mark.parametrize(
    ("given", "original", "damaged", "same"),
    [
        ([r"d \coloneqq a + b"], r"d^2 = e", r"(a + b)^2 = e", True),
        ([r"d \coloneqq a + b"], r"d^2 = e", r"(a - b)^2 = e", False),
        (
            [r"f \coloneqq (a + b) c"],
            r"x = \frac{\partial f}{\partial a}",
            r"x = \frac{\partial f}{\partial b}",
            True,
        ),
        (
            [r"f \coloneqq (a + b) c"],
            r"x = \frac{\partial f}{\partial a}",
            r"x = \frac{\partial f}{\partial c}",
            False,
        ),
        ([], r"x < y", r"x \le y", False),
        ([], r"x \coloneqq a", r"y \coloneqq a", False),
        ([], r"\sigma'(x) \le \frac{1}{4}", r"\sigma'(-x) \le \frac{1}{4}", True),
        ([], r"\sigma'(x) \le \frac{1}{4}", r"\sigma''(x) \le \frac{1}{4}", False),
    ],
)
def test_sympy_shows_that_each_side_is_what_it_was(
    given: list[str], original: str, damaged: str, same: bool
) -> None:
    context = Context()
    for latex in given:
        context = check(latex, "calculus", context).context
    assert scalars.equal(parse(damaged), parse(original), context, get("calculus")) is same


def test_sympy_takes_no_derivative_for_a_table() -> None:
    left, right = parse(r"\frac{\partial a}{\partial z} = 1"), parse(r"\frac{\partial z}{\partial b} = 1")
    assert not scalars.equal(left, right, Context(), get("logistic"))
    even = parse(r"\tanh(z)^2 = x"), parse(r"\tanh(-z)^2 = x")
    assert not scalars.equal(*even, Context(), get("logistic"))  # x is a column there
    even = parse(r"\tanh(z)^2 = y"), parse(r"\tanh(-z)^2 = y")
    assert scalars.equal(*even, Context(), get("logistic"))


def test_sympy_takes_no_layer_for_a_power() -> None:
    power = parse(r"w^2 x = w \cdot w x")
    assert not scalars.proves(power, power, Context(), get("chain"))
    assert scalars.proves(power, power, Context(), get("calculus"))


@pytest.mark.parametrize(
    ("original", "damaged", "later", "unused"),
    [
        (r"x \coloneqq 2", r"x \coloneqq 3", [r"y + 1 > y"], True),
        (r"x \coloneqq 2", r"x \coloneqq 3", [r"x + 1 > x"], False),
        (r"x \coloneqq 2", r"x \coloneqq 3", ["% increases: x\ny \\leftarrow y + h"], False),
        (r"x \coloneqq 2", r"x \coloneqq 3", [r"x_1 = 2"], False),
        (r"x \coloneqq 2", r"y \coloneqq 2", [], False),
        (r"x + 1 = y", r"x - 1 = y", [], False),
        (r"x \coloneqq 2 \quad y \coloneqq x", r"x \coloneqq 3 \quad y \coloneqq x", [], False),
    ],
)
def test_a_definition_that_nothing_is_made_of(
    original: str, damaged: str, later: list[str], unused: bool
) -> None:
    said = [parse(latex) for latex in later]
    assert uses.is_unused(parse(original), parse(damaged), said) is unused


@pytest.mark.parametrize(
    ("damaged", "later", "any_function"),
    [
        (r"y \coloneqq -F(u, v)", [], True),
        (r"y \coloneqq F(-u, v)", [r"\frac{\partial y}{\partial u} = x"], True),
        (r"y \coloneqq F(v, v)", [], True),
        (r"y \coloneqq F(w, v)", [], False),
        (r"y \coloneqq g(u, v)", [], False),
        (r"y \coloneqq F(u, v)^2", [], False),
        (r"y \coloneqq -F(u, v)", [r"y = F(u, v)"], False),
        (r"y \coloneqq -F(u, v)", [r"x \coloneqq 2 y", r"x = 2 F(u, v)"], False),
        (r"y \coloneqq -F(u, v)", [r"F(u + h, v) - F(u, v) = x"], True),
    ],
)
def test_a_value_of_any_function(damaged: str, later: list[str], any_function: bool) -> None:
    original, said = parse(r"y \coloneqq F(u, v)"), [parse(latex) for latex in later]
    assert uses.is_any_function(original, parse(damaged), said, get("calculus")) is any_function


def test_only_what_is_trivially_true_is_trivial() -> None:
    original = parse(r"a_j^1 = x_j")
    assert normal.is_trivial(parse(r"x_j^1 = x_j"), original, get("network"))
    assert not normal.is_trivial(parse(r"z_j^1 = x_j"), original, get("network"))


# --- numbers and outputs ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0.1192", {"0.1193", "0.1191", "0.1129", "−0.1192"}),
        ("−0.5", {"−0.6", "−0.4", "−5.0", "0.5"}),
        ("92.5 %", {"92.6 %", "92.4 %", "95.2 %", "−92.5 %"}),
        ("1,234.5", {"1,234.6", "1,234.4", "1,235.4", "−1,234.5"}),
        ("1.2e-8", {"1.3e-8", "1.1e-8", "2.1e-8", "−1.2e-8"}),
        ("0.00", {"0.01"}),
        ("9.9", {"9.8", "−9.9"}),
    ],
)
def test_damages_of_a_number(text: str, expected: set[str]) -> None:
    assert {damaged for _, damaged in numbers.damaged(text)} == expected


@given(st.decimals(-1000, 1000, places=4, allow_nan=False))
def test_every_damage_of_a_number_is_another_number(value: object) -> None:
    (number,) = read_numbers(str(value))
    for _, text in numbers.damaged(str(value)):
        (other,) = read_numbers(text)
        assert other.value != number.value


def test_what_a_damaged_number_was_taken_for_is_told() -> None:
    evidence = [Evidence(Decimal(text), text, "x.py:1", exact=False) for text in ("0.125", "0.1192", "0.3")]
    (number,) = read_numbers("0.13")
    assert numbers.number_status(number, "0.12", evidence)[0] != "equivalent"  # a half goes away from 0
    assert numbers.number_status(number, "0.125", evidence) == (
        "equivalent",
        "the other rounding of 0.125 (printed by x.py:1)",
    )
    assert numbers.number_status(number, "0.11", evidence)[0] == "killed"
    (number,) = read_numbers("0.4")
    assert numbers.number_status(number, "0.3", evidence) == ("survived", "taken for 0.3 (printed by x.py:1)")


SNIPPET = (
    "for k in range(2):\n    print(k, 0.5 * k)\n    #> 0 0.0\n    #> 1 0.5\nprint('−', -1.25)\n#> − -1.25\n"
)


def test_every_damaged_output_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "idea.py"
    path.write_text(SNIPPET, encoding="utf-8")
    listing = outputs.Listing(path)
    copies = list(outputs.damaged_outputs(SNIPPET))
    assert not listing.objects_to(SNIPPET)
    assert {copy.line for copy in copies} == {3, 4, 6}
    assert [copy for copy in copies if not listing.objects_to(copy.source)] == []


def test_an_output_under_no_print_survives(tmp_path: Path) -> None:
    path = tmp_path / "idea.py"
    path.write_text("x = 1\n#> 7.5\nprint(x)\n#> 1\n", encoding="utf-8")
    listing = outputs.Listing(path)
    overlooked = {
        copy.line for copy in outputs.damaged_outputs(listing.source) if not listing.objects_to(copy.source)
    }
    assert overlooked == {2}


# --- whole pages --------------------------------------------------------------------------------------------

PAGE = r"""---
notation: calculus
---

# Circuit {#circuit}

Let $a \coloneqq 3$ and $d \coloneqq a b$. Then $d = 3 b$ and

$$
\frac{\partial d}{\partial b} = a \label{eq-slope}
$$

The listing prints 0.9526.

``` python title="part/page/idea.py"
--8<-- "part/page/idea.py"
```
"""


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page with equations, a number and a listing, in a folder of its own."""
    folder = tmp_path / "snippets" / "part" / "page"
    folder.mkdir(parents=True)
    (folder / "idea.py").write_text("print(0.952574)\n#> 0.952574\n", encoding="utf-8")
    monkeypatch.setattr(evidence, "SNIPPETS", tmp_path / "snippets")
    monkeypatch.setattr("booktest.mutants.run.SNIPPETS", tmp_path / "snippets")
    monkeypatch.setattr("booktest.mutants.run.WORKERS", 1)
    path = tmp_path / "page.md"
    path.write_text(PAGE.replace("$d = 3 b$", "$d = a b$"), encoding="utf-8")
    return path


def test_a_page_is_damaged_in_all_its_parts(page: Path) -> None:
    outcomes = run([page], workers=1)
    assert {outcome.part for outcome in outcomes} == {"equation", "number", "output"}
    assert {outcome.line for outcome in outcomes if outcome.part == "equation"} == {7, 10}
    assert {outcome.line for outcome in outcomes if outcome.part == "number"} == {13}
    survivors = [outcome for outcome in outcomes if outcome.status == "survived"]
    assert {(outcome.original, outcome.note.partition(":")[0]) for outcome in survivors} <= {
        (r"a \coloneqq 3", "a datum")
    }


def test_the_command_counts_and_lists(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main([page])
    lines = capsys.readouterr().out.splitlines()
    outcomes = run([page], workers=1)
    assert lines[-1] == summary(outcomes)
    count = {s: sum(o.status == s for o in outcomes) for s in ("killed", "equivalent", "survived")}
    assert lines[-1] == (
        f"{len(outcomes)} mutants: {count['killed']} killed, {count['equivalent']} equivalent, "
        f"{count['survived']} survived"
    )
    assert code == int(count["survived"] > 0)


@pytest.mark.slow
def test_the_command_fails_on_what_is_not_understood_and_on_what_survives_no_more(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("booktest.mutants.understood.LIST", tmp_path / "survivors.yaml")
    monkeypatch.setattr("booktest.mutants.run.check", lambda *_: Verdict("true"))
    survivors = [outcome for outcome in run([page], workers=1) if outcome.status == "survived"]
    assert survivors
    entries = [
        {
            "page": item.path,
            "original": item.original,
            "mutant": item.damaged,
            "reason": "The checker is blind.",
        }
        for item in {(o.path, o.original, o.damaged): o for o in survivors}.values()
    ]
    for listed, code, words in [
        (entries, 0, "understood: The checker is blind."),
        (entries[1:], 1, f"not understood: {entries[0]['page']}"),
        (entries[1:], 1, "its entry in survivors.yaml is"),
        ([*entries, {**entries[0], "mutant": "x"}], 1, "survives no more, so it is to be taken off the list"),
    ]:
        reasons = {(item["page"], item["original"], item["mutant"]): item["reason"] for item in listed}
        (tmp_path / "survivors.yaml").write_text(written(reasons), encoding="utf-8")
        assert main([page]) == code
        assert words in capsys.readouterr().out


def test_a_breakdown_of_the_checker_is_no_objection(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = Verdict("error", reason=f"{BREAKDOWN}: KeyError: 'i'")
    monkeypatch.setattr("booktest.mutants.run.check", lambda *_: broken)
    assert main([page]) == 1
    assert "KeyError: 'i'" in capsys.readouterr().out


def test_survivors_of_a_blind_checker_are_listed(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("booktest.mutants.run.check", lambda *_: Verdict("true"))
    assert main([page]) == 1
    text = capsys.readouterr().out
    assert f"{page}:10: survived" in text
    assert r"\frac{\partial d}{\partial b} = -a" in text


def test_a_sample_is_drawn_by_its_seed(page: Path) -> None:
    first, again, other = (run([page], sample=10, seed=seed, workers=1) for seed in (1, 1, 2))
    assert len(first) == 10
    assert first == again
    assert first != other
    assert set(map(str, first)) <= set(map(str, run([page], workers=1)))


def test_an_edit_elsewhere_does_not_shuffle_a_sample(page: Path, tmp_path: Path) -> None:
    """Neither more text above nor another page with something to damage changes what is drawn of a page."""

    def drawn(pages: list[Path]) -> set[tuple[str, str]]:
        return {
            (o.original, o.damaged) for o in run(pages, sample=6, seed=1, workers=1) if o.path == str(page)
        }

    before = drawn([page])
    page.write_text(
        page.read_text(encoding="utf-8").replace("\n\n", "\n\nA sentence.\n\n", 1), encoding="utf-8"
    )
    _proofs.cache_clear()
    assert drawn([page]) == before
    other = tmp_path / "other.md"
    other.write_text("$$\n\\sigma'(z) = \\sigma(z)\\,(1 - \\sigma(z))\n$$\n", encoding="utf-8")
    assert drawn([page, other]) <= before


def test_two_processes_find_the_same(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    slope = "$$\n\\sigma'(z) = \\sigma(z)\\,(1 - \\sigma(z))\n$$\n"
    path.write_text(PAGE.partition("The listing")[0] + slope, encoding="utf-8")
    alone = run([path], workers=1)
    assert len(alone) > 25
    assert run([path], workers=2) == alone


def test_a_page_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([tmp_path / "missing.md"]) == 2
    assert "missing.md" in capsys.readouterr().err
    with pytest.raises(PageError):
        run([tmp_path / "missing.md"])


@pytest.mark.slow
def test_nearly_all_damage_to_the_corpus_is_noticed() -> None:
    """A sample that new entries do not reshuffle: what passes is equal, but for a few true in another way."""
    passed = []
    for entry in ENTRIES:
        if not entry.true or zlib.crc32(entry.name.encode()) % 20 != 3:
            continue
        choice = random.Random(entry.name)
        tree, notation, context = parse(entry.data["latex"]), get(entry.notation), _before(entry)
        damage = choice.choice(list(mutants(tree, notation))).tree
        verdict = check(damage.latex(), notation, context)
        if verdict.status != "true" or normal.same(tree, damage, notation):
            continue
        if not scalars.proves(damage, tree, verdict.context, notation):
            passed.append(damage.latex())
    assert len(passed) <= 2, passed


def test_without_its_packages_the_command_names_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "booktest.mutants.run", None)  # importing it fails
    assert command(["mutants", "page.md"]) == 2
    said = capsys.readouterr().err
    assert "booktest.mutants.run is not installed" in said
    assert "make setup" in said
