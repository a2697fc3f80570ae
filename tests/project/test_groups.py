"""Tests that share something dear are one group, and one process runs a group: it is made once."""

import re
import subprocess
import sys
from pathlib import Path

GROUPED = """
import pytest

@pytest.mark.xdist_group("dear")
@pytest.mark.parametrize("number", range(8))
def test_of_a_group(number, worker_id):
    with open("seen.txt", "a") as file:
        file.write(f"{worker_id}\\n")
"""


def test_one_process_runs_the_tests_of_a_group(tmp_path: Path) -> None:
    (tmp_path / "test_grouped.py").write_text(GROUPED, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    options = "-q -p no:cacheprovider -n 2 --dist loadgroup"
    command = [sys.executable, "-m", "pytest", *options.split()]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=900)
    assert re.search(r"^8 passed", result.stdout, re.MULTILINE), result.stdout + result.stderr
    workers = (tmp_path / "seen.txt").read_text(encoding="utf-8").split()
    assert len(workers) == 8
    assert len(set(workers)) == 1
