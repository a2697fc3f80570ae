"""The tables of symbols: complete, drawable, and of the shapes that they state."""

from __future__ import annotations

import numpy as np
import pytest

from bookkit import notations
from bookkit.equations import check, parse
from bookkit.equations.drawing.instance import Instance
from bookkit.notations.draws import NEAR, PLAIN, REAL, SPECIAL, USUAL, WIDE
from bookkit.notations.table import Function, Notation, Symbol
from bookkit.paths import ENGLISH

NAMES = notations.names()


def test_part_one_and_the_networks_have_their_tables() -> None:
    assert {"calculus", "logistic", "network", "softmax"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_row_reads_well(name: str) -> None:
    notation = notations.get(name)
    assert notation.title
    assert notation.about.endswith(".")
    for row in notation.symbols:
        assert row.meaning
        assert not row.meaning.endswith(".")
        assert row.size or row.drawn, row.latex
        ways = (
            row.draw is not None,
            row.rule is not None,
            row.gradient is not None,
            row.law is not None,
            row.size,
        )
        assert sum(ways) == 1
        parse(row.latex)
    assert all(function.meaning and function.choices for function in notation.functions)


@pytest.mark.slow
@pytest.mark.parametrize("mode", [USUAL, PLAIN, SPECIAL, WIDE, NEAR])
@pytest.mark.parametrize("name", NAMES)
def test_values_have_the_shapes_that_the_table_states(name: str, mode: str) -> None:
    notation = notations.get(name)
    for seed in range(3):
        inst = Instance(notation, (seed,), frozenset({"m"}), mode=mode)
        for row in notation.symbols:
            layers = range(row.first, inst.sizes["L"] + 1 - row.short) if row.layered else [None]
            for layer in layers:
                if row.size and row.latex != row.base:
                    continue
                value = inst(row.base, layer)
                assert np.shape(value) == inst.dimensions(row, layer), row.latex
                assert mode == WIDE or np.all(np.isfinite(np.real(value)))


@pytest.mark.parametrize("seed", range(20))
def test_the_sizes_of_a_network_are_all_different(seed: int) -> None:
    inst = Instance(notations.get("network"), (seed,), frozenset({"m"}))
    sizes = [*inst.sizes["n"][1:], inst.sizes["m"]]
    assert len(set(sizes)) == len(sizes)
    assert 2 <= inst.sizes["L"] <= 5


@pytest.mark.parametrize(
    ("notation", "claims"),
    [
        (
            "network",
            [
                r"z^l = W^l a^{l-1} + b^l",
                r"a^1 = x",
                r"a^l = \sigma(z^l) \quad \text{for } l = 2, \dots, L",
                r"\delta^l = \frac{\partial C}{\partial z^l}",
            ],
        ),
        ("network-quadratic", [r"C = \frac{1}{2} \lVert y - a^L \rVert^2"]),
        ("network-cross-entropy", [r"C = -\sum_j (y_j \log a^L_j + (1 - y_j) \log(1 - a^L_j))"]),
        (
            "logistic",
            [
                r"z = w x + b",
                r"a = \sigma(z)",
                r"\hat{y} = a + 0",
                r"Z = w X + b",
                r"A = \sigma(Z)",
                r"J = -(y \log a + (1 - y) \log(1 - a))",
                r"\delta = \frac{\partial J}{\partial z}",
            ],
        ),
        (
            "deep",
            [
                r"Z^l = W^l A^{l-1} + b^l",
                r"A^1 = X",
                r"A^l = g(Z^l) \quad \text{for } l = 2, \dots, L - 1",
                r"A^L = \sigma(Z^L)",
                r"C = -\frac{1}{m} \sum_i \sum_j (Y_{ji} \log A^L_{ji} + (1 - Y_{ji}) \log(1 - A^L_{ji}))",
                *(
                    rf"\mathrm{{d}}{x} = \frac{{\partial C}}{{\partial {x}}}"
                    for x in ("W^l", "b^l", "Z^l", "A^l")
                ),
            ],
        ),
        (
            "deep-softmax",
            [
                r"A^L = \operatorname{softmax}(Z^L)",
                r"C = -\frac{1}{m} \sum_i \sum_j Y_{ji} \log A^L_{ji}",
            ],
        ),
        (
            "rows",
            [
                r"Z^l = A^{l-1} W^l + b^l",
                r"A^1 = X",
                r"A^l = \sigma(Z^l) \quad \text{for } l = 2, \dots, L",
                r"C = \frac{1}{m} \sum_i \lVert Y_i - A^L_i \rVert^2",
                r"\delta^l = \frac{\partial C}{\partial Z^l}",
            ],
        ),
        *(
            (
                name,
                [
                    r"z^l = w^l a^{l-1} + b^l",
                    r"a^1 = x",
                    r"a^l = \sigma(z^l) \quad \text{for } l = 2, \dots, L",
                    r"\delta^l = \frac{\partial C}{\partial z^l}",
                ],
            )
            for name in ("chain", "chain-sigmoid")
        ),
        ("network-sigmoid", [r"a^l = \sigma(z^l) \quad \text{for } l = 2, \dots, L"]),
        (
            "network-dropout",
            [
                r"z^l = W^l \tilde{a}^{l-1} + b^l",
                r"a^l = \sigma(z^l) \quad \text{for } l = 2, \dots, L",
                r"\tilde{a}^l = \frac{1}{1 - p} r^l \odot a^l",
                r"\tilde{a}^1 = x",
                r"\delta^l = \frac{\partial C}{\partial z^l}",
            ],
        ),
        ("softmax", [r"a = \operatorname{softmax}(z)", r"C = -\sum_j y_j \log a_j"]),
    ],
)
def test_the_words_about_a_rule_are_what_it_computes(notation: str, claims: list[str]) -> None:
    for claim in claims:
        assert check(claim, notation).status == "true", claim


@pytest.mark.parametrize("name", NAMES)
def test_readers_find_every_table(name: str) -> None:
    """The mark beside an equation leads to its table's heading."""
    assert f"{{#{name}}}" in (ENGLISH / "symbols-by-part.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_rows_can_be_translated(name: str) -> None:
    english = notations.get(name).rows()
    texts = {row.meaning: f"[{row.meaning}]" for row in english}
    for row, other in zip(english, notations.get(name).rows(texts), strict=True):
        assert (other.symbol, other.shape, other.meaning) == (row.symbol, row.shape, f"[{row.meaning}]")
        parse(row.symbol)
        if row.shape:
            parse(row.shape)


def test_an_unknown_notation_is_named_with_those_that_exist() -> None:
    with pytest.raises(notations.UnknownNotationError, match=r"'tensors'.*calculus"):
        notations.get("tensors")


def test_an_author_s_own_table_is_enough_to_judge_with() -> None:
    spring = Notation(
        name="spring",
        title="A spring",
        about="A complete small table.",
        symbols=(
            Symbol("k", "the stiffness", draw=REAL),
            Symbol("x", "the way", draw=REAL),
            Symbol(
                "E", "the energy", rule=lambda at, _: 0.5 * at("k") * at("x") ** 2, rule_words="$k x^2 / 2$"
            ),
        ),
        functions=(Function("f", "the force", (lambda x: -x,)),),
    )
    assert check(r"\frac{\partial E}{\partial x} = k x", spring).status == "true"
    assert check(r"\frac{\partial E}{\partial x} = x", spring).status == "false"
    assert check(r"f'(x) = -1", spring).status == "true"
