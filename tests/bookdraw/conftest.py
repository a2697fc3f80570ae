import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest

import bookdraw


@pytest.fixture(autouse=True)
def _clean_slate():
    with mpl.rc_context():
        mpl.use("Agg")
        bookdraw.use()
        yield
        plt.close("all")
