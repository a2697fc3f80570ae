"""What few builds need is not imported before something of it is asked for."""

import subprocess
import sys

PLUGIN = """
import sys
import bookkit.markdown
import mkdocs_jupyter.plugin
print("nbconvert" in sys.modules, "jupytext.jupytext" in sys.modules)
mkdocs_jupyter.plugin.convert.nb2html
print("nbconvert" in sys.modules)
import jupytext
print(jupytext.reads("# %%\\n1", fmt="py:percent").cells[0].source)
from bookkit import lazily
before = list(sys.meta_path)
lazily.wait()
print(sys.meta_path == before)
"""


def test_a_build_imports_what_runs_notebooks_only_where_it_is_used() -> None:
    result = subprocess.run([sys.executable, "-c", PLUGIN], capture_output=True, text=True, check=False)
    assert result.stdout.split("\n")[:4] == ["False False", "True", "1", "True"], result.stderr
