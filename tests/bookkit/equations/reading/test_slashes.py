"""A slash before a sum: the whole sum is divided by, where nothing else can be meant."""

from __future__ import annotations

import pytest

from ..told_apart import assert_not_read, assert_told_apart

DATA = {
    **{"K": "a size", "a": "a positive number", "b": "a positive number"},
    **{"p": "a column of K of positive numbers", "q": "a column of K of positive numbers"},
}
PAIRS = [  # what is true, what is false
    (
        r"\sum_{k=1}^{K} \ln\left\{ p_k / \sum_{j=1}^{K} p_j \right\} = \sum_k \ln p_k - K \ln \sum_j p_j",
        r"\sum_{k=1}^{K} \ln\left\{ p_k / \sum_{j=1}^{K} p_j \right\} = \sum_k \ln p_k - \ln \sum_j p_j",
    ),
    (
        r"\frac{p_k / \sum_j p_j}{q_k} = \frac{p_k}{q_k \sum_j p_j}",
        r"\frac{p_k / \sum_j p_j}{q_k} = \frac{p_k \sum_j p_j}{q_k}",
    ),
    (
        r"p_k / \sum_{j=1}^K p_j - 1 = -\frac{\sum_{j \neq k} p_j}{\sum_j p_j}",
        r"p_k / \sum_{j=1}^K p_j - 1 = \frac{\sum_{j \neq k} p_j}{\sum_j p_j}",
    ),
    (r"a / \sum_j b p_j = \frac{a}{b \sum_j p_j}", r"a / \sum_j b p_j = \frac{a b}{\sum_j p_j}"),
    (r"a / \prod_j p_j = a \exp(-\sum_j \ln p_j)", r"a / \prod_j p_j = a \exp(\sum_j \ln p_j)"),
    (
        r"(\ln a) / \sum_j \exp p_j = \frac{\ln a}{\sum_j \exp p_j}",
        r"(\ln a) / \sum_j \exp p_j = \ln \frac{a}{\sum_j \exp p_j}",
    ),
]
UNREAD = [
    r"a / \sum_j p_j b = \frac{a}{\sum_j p_j b}",
    r"a / \sum_j p_j \cdot b = \frac{a}{\sum_j p_j b}",
    r"a / \sum_j p_j / b = \frac{a b}{\sum_j p_j}",
    r"a / \sum_j p_j \sum_k q_k = \frac{a}{\sum_j p_j \sum_k q_k}",
    r"1/2 \sum_j p_j = \frac{1}{2 \sum_j p_j}",
    r"\ln a / \sum_j p_j = \ln \frac{a}{\sum_j p_j}",
    r"b \ln a / \sum_j p_j = b \ln \frac{a}{\sum_j p_j}",
]


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_pairs(right: str, wrong: str) -> None:
    assert_told_apart(right, wrong, "own", symbols=DATA)


@pytest.mark.parametrize("latex", UNREAD)
def test_what_might_end_earlier_is_refused(latex: str) -> None:
    assert_not_read(latex, "own", symbols=DATA)
