"""Every lab runs as a script, without a warning; as a notebook it is run by the build."""

import runpy
import sys
import time
import warnings
from pathlib import Path

import matplotlib as mpl
import pytest
from matplotlib import pyplot as plt

from bookkit.paths import ROOT

LABS = sorted((ROOT / "docs" / "en" / "labs").glob("*.py"))
SECONDS = 20  # of a processor, so that a busy machine does not count


@pytest.mark.slow
@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.stem)
def test_a_lab_runs_and_prints_in_time(
    lab: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("bookdraw", "bookkit"):  # readers do not have them
        monkeypatch.setitem(sys.modules, name, None)
    mpl.use("Agg")
    with mpl.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", "FigureCanvasAgg is non-interactive")  # from plt.show()
        start = time.process_time()
        runpy.run_path(str(lab))
        seconds = time.process_time() - start
    plt.close("all")
    out, err = capsys.readouterr()
    assert out
    assert err == ""
    assert seconds < SECONDS
