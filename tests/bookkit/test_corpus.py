"""The checker against a corpus of true and false equations, and the corpus against a second opinion."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from bookkit.equations import Context, check
from bookkit.equations.judging import kept
from bookkit.equations.page import own_symbols
from bookkit.pages.source import Page

from . import oracle

CORPUS = Path(__file__).parent / "corpus"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where it is there: each process reads it all


class Entry(NamedTuple):
    name: str
    notation: str
    true: bool
    data: dict[str, Any]


def _entries() -> list[Entry]:
    entries = []
    for path in sorted(CORPUS.glob("*/*.yaml")):
        topic = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
        for kind in ("holds", "fails"):
            for number, data in enumerate(topic.get(kind, []), start=1):
                said = {"given": topic.get("given", []), "samples": topic.get("samples")}
                data = said | {"symbols": topic.get("symbols", {})} | data
                name = f"{path.parent.name}/{path.stem}/{kind}-{number}"
                entries.append(Entry(name, topic["notation"], kind == "holds", data))
    return entries


ENTRIES = _entries()
each = pytest.mark.parametrize("entry", ENTRIES, ids=[entry.name for entry in ENTRIES])
SECOND = [entry for entry in ENTRIES if "sympy" in entry.data or "numpy" in entry.data]


@pytest.mark.slow
@each
def test_checker_agrees_with_the_corpus(entry: Entry) -> None:
    context = Context()
    front = {"notation": entry.notation, "symbols": entry.data["symbols"]}
    symbols = own_symbols(Page(CORPUS / "corpus.md", front, (), (), ()))
    for definition in entry.data["given"]:
        verdict = check(definition, entry.notation, context, symbols=symbols)
        assert verdict.status == "true", f"{definition}: {verdict.message}"
        context = verdict.context
    verdict = check(entry.data["latex"], entry.notation, context, symbols=symbols)
    assert kept.decode(kept.encode(verdict)) == verdict
    if entry.true:
        allowed = ["true"]
    else:
        allowed = {None: ["false"], "allowed": ["false", "error"], True: ["error"]}[entry.data.get("error")]
    assert verdict.status in allowed, (
        f"{entry.data['latex']}\n{entry.data.get('why', 'true')}\n{verdict.message}"
    )


@pytest.mark.slow
@pytest.mark.parametrize("entry", SECOND, ids=[entry.name for entry in SECOND])
def test_second_opinion_agrees_with_the_corpus(entry: Entry) -> None:
    data = entry.data
    if "sympy" in data:
        says = oracle.sympy_says(str(data["sympy"]), data.get("integers"), data.get("domain"))
    else:
        says = oracle.numpy_says(str(data["numpy"]), entry.notation, data.get("cost"), data.get("samples"))
    assert says is entry.true, data["latex"]


def test_corpus_is_large_and_says_why() -> None:
    true = [entry for entry in ENTRIES if entry.true]
    false = [entry for entry in ENTRIES if not entry.true]
    assert len(true) >= 170
    assert len(false) >= 170
    assert not [entry.name for entry in false if not entry.data.get("why")]
    assert not [entry.name for entry in true if entry not in SECOND]
    assert len([entry for entry in SECOND if "sympy" in entry.data]) >= 40


def test_corpus_holds_no_entry_twice() -> None:
    seen: dict[tuple[str, str, str], str] = {}
    for entry in ENTRIES:
        key = entry.notation, "".join(entry.data["latex"].split()), str(entry.data["given"])
        assert key not in seen, f"{entry.name} repeats {seen[key]}"
        seen[key] = entry.name
