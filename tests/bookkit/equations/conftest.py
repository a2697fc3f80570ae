"""A page in short: equations one after the other, the last one on trial."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bookkit.equations import Context, Verdict, check

Judge = Callable[..., Verdict]


@pytest.fixture
def judge() -> Judge:
    """Judges the last of some equations after the others have been said."""

    def run(*equations: str, notation: str = "calculus", seed: int = 0) -> Verdict:
        context = Context()
        for equation in equations[:-1]:
            verdict = check(equation, notation, context, seed=seed)
            assert verdict.status == "true", verdict.message
            context = verdict.context
        return check(equations[-1], notation, context, seed=seed)

    return run
