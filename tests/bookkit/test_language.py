"""What the book avoids is found, and plain English is left alone."""

import pytest

from bookkit.language import AVOIDED, slips


def found(text: str) -> list[str]:
    return [message for _, message in slips([(1, text)])]


@pytest.mark.parametrize(
    "text",
    [
        "Here is the derivative by the bias.",
        "It hands back the gradients by all weights.",
        "Whoever cuts digits off sees a gain that is too large.",
        "Who divides twice gets a wrong number.",
        "The lamp shall burn.",
        "Below the wire stands its derivative, and above stands the value.",
        "The weight stands in one of them only in the row; it stands at the beginning.",
        "It is backpropagation in small: one number for each wire.",
        "The bias has got a sum.",
        "The part of right answers did not fall.",
        "How many weights and biases has a network?",
        "It is easy to see that the sum is 1.",
    ],
)
def test_what_reads_translated_is_found(text: str) -> None:
    assert found(text), text


@pytest.mark.parametrize(
    "text",
    [
        "Find the derivative by hand, and the gradient by nudging.",
        "Who is responsible for that number?",
        "Who divides twice?",
        "What does BP1 stand for? Standard deviations stand out; we cannot stand still.",
        "It has gotten no further, and the lesson has forgotten nothing.",
        "In small networks the accuracy is 0.97.",
        "How many weights does a network have?",
        "Divide by the sum. It divides each gradient by its usual size.",
        "A shallow network, marshalled.",
    ],
)
def test_plain_english_is_left_alone(text: str) -> None:
    assert not found(text), found(text)


def test_every_entry_says_what_to_write_instead() -> None:
    assert all(instead.strip() for instead in AVOIDED.values())
