"""Part VI: the way back through attention, and to the words that it looks at."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, case, forms
from backprop.exercises.tasks.oracles import draws, slopes


def _looks() -> list[Case]:
    rng = draws(65)
    found = []
    for d, d_v, queries, keys in ((4, 2, 3, 3), (2, 2, 1, 4), (3, 1, 4, 2), (5, 5, 5, 5)):
        shapes = ((d, queries), (d, keys), (d_v, keys), (d_v, queries))
        found.append(case(*(rng.normal(size=shape) for shape in shapes)))
    return found


def _shares(q: Any, k: Any) -> Any:
    e = np.exp(k.T @ q / math.sqrt(len(q)))
    return e / e.sum(axis=0)


def _attention_measured(q: Any, k: Any, v: Any, delta: Any) -> list[Any]:
    return slopes(lambda q, k, v: (delta * (v @ _shares(q, k))).sum(), q, k, v)


def _attention(q: Any, k: Any, v: Any, delta: Any, kind: str) -> list[Any]:
    p, root = _shares(q, k), math.sqrt(len(q))
    of_p = v.T @ delta
    along = 1 if kind == "other_axis" else 0
    of_s = p * (of_p - (p * of_p).sum(axis=along, keepdims=True))
    of_s = {"diagonal": p * (1 - p) * of_p, "no_softmax": of_p, "weighted_only": p * of_p}.get(kind, of_s)
    if kind == "plain_mean":
        of_s = p * (of_p - of_p.mean(axis=0, keepdims=True))
    root = {"no_root": 1, "divided_by_d": len(q)}.get(kind, root)
    of_q, of_k = k @ of_s / root, q @ of_s.T / root
    if kind == "fixed":
        of_q, of_k = 0 * of_q, 0 * of_k
    if kind == "queries_only":
        of_k = 0 * of_k
    return [of_q, of_k, delta @ p.T]


ATTENTION_BACKWARD = Exercise(
    name="attention-backward",
    page="beyond/attention",
    level="hard",
    signatures=("attention_backward(Q, K, V, delta)",),
    cases=_looks,
    expected=_attention_measured,
    returns=("the gradient of Q", "the gradient of K", "the gradient of V"),
    mistakes=forms(
        _attention,
        (
            *("diagonal", "no_softmax", "weighted_only", "plain_mean", "other_axis"),
            *("no_root", "divided_by_d", "fixed", "queries_only"),
        ),
    ),
)


def _words() -> list[Case]:
    rng = draws(66)
    found = [case(np.array([2, 0, 2]), np.array([[1.0, 10, 100], [0, 2, 5]]), 4)]
    for n, places, count in ((3, 6, 3), (4, 4, 4), (2, 9, 3)):
        words = rng.integers(count, size=places)
        words[-1] = words[0]
        found.append(case(words, rng.normal(size=(n, places)), count))
    return found


def _table_measured(words: Any, delta: Any, count: int) -> Any:
    def cost(table: Any) -> Any:
        return sum((delta[:, i] * table[:, word]).sum() for i, word in enumerate(words))

    return slopes(cost, np.zeros((len(delta), count)))[0]


def _table(words: Any, delta: Any, count: int, kind: str) -> Any:
    found = np.zeros((len(delta), count))
    for i, word in enumerate(words):
        old = 0 if kind == "last_place" else found[:, word]
        if kind == "first_place" and word in words[:i]:
            continue
        found[:, word] = old + (1 if kind == "counted" else delta[:, i])
    times = np.maximum(np.bincount(words, minlength=count), 1)
    return {"mean": found / times, "turned": found.T, "times": found * times}.get(kind, found)


TABLE_BACKWARD = Exercise(
    name="table-backward",
    page="beyond/attention",
    level="easy",
    signatures=("table_backward(words, delta, count)",),
    cases=_words,
    expected=_table_measured,
    mistakes=forms(
        _table,
        ("last_place", "first_place", "mean", "turned", "counted", "times"),
    ),
)

EXERCISES = (TABLE_BACKWARD, ATTENTION_BACKWARD)
