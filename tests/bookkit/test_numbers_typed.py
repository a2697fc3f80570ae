"""A number that a print shows without computing it is found, however it is dressed."""

import pytest

from bookkit.numbers.typed import typed_prints


@pytest.mark.parametrize(
    "code",
    [
        'print("answer 3")',
        'print("answer", 3)',
        'print("answer", -3.0)',
        'print(f"answer {3:.2f}")',
        'print(f"answer {-3:.2f}")',
        'wrong = 3\nprint("answer", wrong)',
        'wrong = 3\nprint(f"answer {wrong:.1f}")',
        'if True:\n    print("answer", 3)',
    ],
)
def test_a_typed_number_is_found(code: str) -> None:
    assert [call.lineno for call in typed_prints(code)] == [code.count("\n") + 1]


@pytest.mark.parametrize(
    "code",
    [
        'print("answer", 2 * 3)',
        'print("answer", f(3))',
        'print(f"answer {x[0]}")',
        'm = 8\nprint("sum", m)\nprint("answer", 1 / m)',
        'print("answer", abs(-3))',
    ],
)
def test_what_is_computed_is_not(code: str) -> None:
    assert list(typed_prints(code)) == []
