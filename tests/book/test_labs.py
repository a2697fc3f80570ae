"""Every lab runs as a script, as its readers run it; as a notebook it is run by the build."""

from pathlib import Path

import pytest

from bookkit.paths import ROOT
from bookkit.programs import labs

LABS = sorted((ROOT / "docs" / "en" / "labs").glob("*.py"))


@pytest.mark.slow
@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.stem)
def test_a_lab_runs_and_prints(lab: Path) -> None:
    assert labs.printed(lab)
