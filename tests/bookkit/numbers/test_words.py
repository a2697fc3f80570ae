"""Numbers in words are read as they are meant, and what is no number is left alone."""

import pytest

from bookkit.numbers import words as number_words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("thirteen", 13),
        ("Thirty-two", 32),
        ("thirty two", 32),
        ("ninety-nine", 99),
        ("two hundred", 200),
        ("two hundred and fifty", 250),
        ("three hundred sixty-one", 361),
        ("twenty thousand", 20_000),
        ("two hundred thousand", 200_000),
        ("seventy million", 70_000_000),
        ("two thousand four hundred and ten", 2410),
        ("one thousand and twenty-four", 1024),
        ("twelve", 12),
    ],
)
def test_words_are_read_whole(text: str, value: int) -> None:
    assert list(number_words.read(f"See {text} of them.")) == [(4, text, value)]


NONE = [
    *("a hundred steps", "one hundred steps", "a thousand times", "several hundred", "hundreds of them"),
    *("someone", "two three", "twenty thirty", "forty-twelve", "a stone", "tenfold", "eighteenth"),
    *("fifty-fold", "thirties"),
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_count_is_not_read(text: str) -> None:
    assert list(number_words.read(text)) == []


def test_several_in_one_sentence() -> None:
    assert [value for _, _, value in number_words.read("Forty of forty, then nine of two hundred.")] == [
        40,
        40,
        9,
        200,
    ]
