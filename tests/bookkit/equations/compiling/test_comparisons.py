"""A formula goes piece by piece where what is drawn is compared, and not where indices are."""

import pytest

from bookkit import notations
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.definitions import compile_side
from bookkit.equations.reading.context import Context
from bookkit.equations.reading.parse import parse

CASES = r"\begin{cases} a_j & \text{if } %s \\ 0 & \text{otherwise} \end{cases}"


def goes_by_pieces(latex: str) -> bool:
    notation = notations.get("softmax")
    (statement,) = parse(f"{latex} = z_j").statements
    compiler = Compiler(notation, Context())
    compile_side(compiler, statement.chain.steps[0].right)
    compile_side(compiler, statement.chain.first)
    return compiler.facts.pieces


@pytest.mark.parametrize(
    "latex", ["a_k [j = k]", "a_j a_k [j < k]", "a_k " + CASES % "j = k", r"\sum_k a_k [k = j]"]
)
def test_indices_make_no_pieces(latex: str) -> None:
    assert not goes_by_pieces(latex)


@pytest.mark.parametrize(
    "latex", ["[z_j > 0] a_j", "[0 < a_j < z_k]", CASES % "z_j > 0", CASES % "z_j < z_k"]
)
def test_what_is_drawn_does(latex: str) -> None:
    assert goes_by_pieces(latex)
