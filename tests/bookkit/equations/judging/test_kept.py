"""Verdicts as JSON: each comes back the same, and nothing else is read."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from bookkit.equations import Claim, Context, Counterexample, EquationError, Verdict, page, parse
from bookkit.equations.judging import kept
from bookkit.equations.reading.context import Definition
from bookkit.equations.reading.tree import Name, Node
from bookkit.keeping.cache import Cache
from bookkit.pages.source import parse_page

CORPUS = Path(__file__).parents[2] / "corpus"


def strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for item in items for text in strings(item)]


def trees() -> list[Node]:
    found: list[Node] = []
    for path in sorted(CORPUS.glob("*/*.yaml")):
        for text in strings(yaml.safe_load(path.read_text(encoding="utf-8"))):
            try:
                found.append(parse(text))
            except EquationError:
                continue  # a sentence of the corpus, or an equation that is wrong on purpose
    return found


def test_every_tree_of_the_corpus_comes_back() -> None:
    found = trees()
    assert len(found) > 500
    kinds = {type(node).__name__ for whole in found for node in whole.walk()}
    assert {"Derivative", "Cases", "Scripted", "Big", "At", "Directive", "Range"} <= kinds
    context = Context(tuple(Definition(f"n{number}", tree) for number, tree in enumerate(found)))
    again = kept.decode(kept.encode(Verdict("true", context=context))).context
    assert again == context
    assert repr(again) == repr(context)


def test_every_bit_of_a_verdict_comes_back(judge) -> None:
    verdicts = [
        judge(r"a \coloneqq 0.1", r"f(x) \coloneqq a x^2", r"f(2) = 0.4"),
        judge("x + x = 3 x"),
        judge("x + = 2"),
        judge("% unchecked: a sketch\n\\text{a} = \\text{b}"),
    ]
    assert [verdict.status for verdict in verdicts] == ["true", "false", "error", "unchecked"]
    assert verdicts[1].counterexample is not None
    for error in (0.1 + 0.2, 5e-324, float("inf"), 1, np.float64(1 / 3)):
        verdicts.append(Verdict("true", (Claim("a", "=", "true", largest_error=error),)))
    key = ("x", None, (0, 1))
    context = Context((Definition("f", Name("σ"), ("x",), ("j", "k"), "l", True),), ((key, 1 / 3),))
    values = (("a", "'\"\\\n"),)
    claim = Claim("a", "=", "false", "", 3, 0.5, Counterexample(values, "1", "2"))
    verdicts.append(Verdict("false", (claim,), "", context))
    for verdict in verdicts:
        again = kept.decode(kept.encode(verdict))
        assert again == verdict
        assert again.context.fingerprint == verdict.context.fingerprint


def test_a_part_that_would_not_come_back_is_refused() -> None:
    with pytest.raises(TypeError, match="a verdict holds no set"):
        kept.encode(Verdict("true", reason={1}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        '{"is":"Claim","latex":"a","kind":"=","status":"true"}',
        '{"is":"Verdict"}',
        '{"is":"Verdict","status":"true","more":1}',
        '{"is":"Path","status":"true"}',
        '{"is":["Verdict"],"status":"true"}',
        '{"status":"true"}',
        "[" * 100_000,
    ],
)
def test_what_is_no_verdict_is_not_read(text: str) -> None:
    with pytest.raises(kept.UnreadableError, match=r"no verdict|no class"):
        kept.decode(text)


class Bomb:
    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.place,)

    place = Path()


def test_nothing_that_is_put_into_the_cache_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Bomb, "place", tmp_path / "went-off")
    cache = Cache("equations", tmp_path)
    sheet = parse_page(tmp_path / "page.md", "$a + a = 2 a$ and $b + b = 2 b$")
    first = page.check_page(sheet, cache)
    for path in (tmp_path / "equations").iterdir():
        cache.put(path.name, pickle.dumps(Bomb(), protocol=0))
    assert page.check_page(sheet, cache) == first
    assert not (tmp_path / "went-off").exists()
