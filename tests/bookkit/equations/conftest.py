"""A page in short: equations one after the other, the last one on trial."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from bookkit.equations import Context, Verdict, check
from bookkit.equations.page import own_symbols
from bookkit.pages.source import Page

Judge = Callable[..., Verdict]


def judged(*equations: str, notation: str = "calculus", seed: int = 0) -> Verdict:
    """Judge the last of some equations after the others have been said, which must be true."""
    return _last(equations, notation, seed=seed)


def judged_with(symbols: Mapping[str, str], *equations: str, notation: str = "own") -> Verdict:
    """The same on a page that declares symbols of its own."""
    front = {"notation": notation, "symbols": dict(symbols)}
    own = own_symbols(Page(Path("page.md"), front, (), (), ()))
    return _last(equations, notation, symbols=own)


def _last(equations: Sequence[str], notation: str, **options: Any) -> Verdict:
    context = Context()
    for equation in equations[:-1]:
        verdict = check(equation, notation, context, **options)
        assert verdict.status == "true", verdict.message
        context = verdict.context
    return check(equations[-1], notation, context, **options)


@pytest.fixture
def judge() -> Judge:
    """Hands tests the function above."""
    return judged
