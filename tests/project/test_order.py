"""Processes that test side by side take the tests in an order in which nothing is made twice."""

import subprocess
import sys

from bookkit.paths import ROOT


def test_the_book_comes_before_the_site_and_short_tests_last() -> None:
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    chosen = ["tests/backprop/test_gates.py", "tests/site", "tests/book/test_rules.py"]
    result = subprocess.run(
        [*command, "-m", "not nightly", *chosen], cwd=ROOT, capture_output=True, text=True, check=False
    )
    lines = [line.partition("::")[0] for line in result.stdout.splitlines() if "::" in line]
    files = list(dict.fromkeys(lines))
    assert files[:2] == ["tests/book/test_rules.py", "tests/site/test_build.py"], (
        result.stdout + result.stderr
    )
    assert files[-1] == "tests/backprop/test_gates.py"
