"""What the book avoids is found, and plain English is left alone."""

import re

import pytest

from bookkit.proof.language import AVOIDED, slips


def found(text: str) -> list[str]:
    return [message for _, message in slips([(1, text)])]


TRANSLATED = [
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
    "It follows from the rule, as is easily seen.",
    "Each gets the own one.",
    "Why the size of weights stops to matter, and inputs stopped to wander about.",
    "It is no use to nudge all of them.",
    "Read the signs behind it, and the one behind the last comma.",
    "Behind a sigmoid the error is simple.",
    "The layers lie one behind the other.",
    "To have a single number to derive, we add them up.",
    "A letter that is derived by which it is not said.",
    "The derivative of a product by one factor is the other factor.",
    "The slope of a softmax by its own input is a product.",
    "The neuron learns the faster, the more wrong it is.",
    "Its slope is the larger, the closer the argument comes to 0.",
    "The further it is off, the larger is its error.",
    "All formulas stay, only that the index now counts units.",
    "The same is why it wants larger batches.",
    "It is 1 at the word and else 0.",
    "There are a million million paths.",
    "Gradients of thousands of millions.",
    "To carry it thirty moments far, a layer needs a cell.",
    "There are two ways to the cost.",
    "Both have a road around.",
    "Three samples go through. (In the listing, `y.T` is a column.)",
]


@pytest.mark.parametrize("text", TRANSLATED)
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
        "Stop to think before you stop training; it stops too early, and the cost stops falling.",
        "It is of no use to the network, and no use to anyone who measures.",
        "The idea behind the complex step, the numbers behind a story, and a start that is far behind.",
        "Close behind the good start; it falls behind; what it leaves behind.",
        "The rule is derived by hand, and derived from the definition. There is nothing to differentiate.",
        "The derivative of the cost is found by one walk back.",
        "Multiply the derivative of the cost by the number of samples.",
        "The more wrong the neuron is, the faster it learns. The closer the argument, the larger the slope.",
        "Take the larger, then the smaller. Of the two, the larger is the error of the output.",
        "It does not matter where it is, only that it is there. It says only that much.",
        "This is the same, and it is why. 1 if the two agree, else 0. Somewhere else nothing happens.",
        "A million parameters, a thousand images, seventy million knobs.",
        "How many layers, so far? Two steps further. Rows and columns, far apart.",
        "There are two ways to do it, and one way to the museum.",
        "Lay a road around the layers, and look around.",
        "In the listing: `y.T` is a column. (The listing prints it; in practice, nobody does.)",
    ],
)
def test_plain_english_is_left_alone(text: str) -> None:
    assert not found(text), found(text)


def test_every_entry_finds_one_of_the_sentences() -> None:
    unused = [pattern for pattern in AVOIDED if not any(re.search(pattern, text) for text in TRANSLATED)]
    assert unused == []


def test_every_entry_says_what_to_write_instead() -> None:
    assert all(instead.strip() for instead in AVOIDED.values())
