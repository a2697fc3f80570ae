"""What is asked of a true claim and a false one that is nearly the same, and of what is not read."""

from __future__ import annotations

from typing import Any

from bookkit.equations import check


def assert_told_apart(right: str, wrong: str, *how: Any, **options: Any) -> None:
    """Let the one be true and the other false, both judged in the same way."""
    verdict = check(right, *how, **options)
    assert verdict.status == "true", verdict.message
    verdict = check(wrong, *how, **options)
    assert verdict.status == "false", verdict.message


def assert_not_read(latex: str, *how: Any, **options: Any) -> None:
    """Let a claim be refused, with a reason and no breakdown."""
    verdict = check(latex, *how, **options)
    assert verdict.status == "error", verdict.message
    assert not verdict.is_breakdown
