import ast
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import backprop

OPTIONAL = {
    "sklearn",
    "matplotlib",
    "tqdm",
}  # data sets, plots and the progress bar, in functions of their own
PACKAGE = Path(backprop.__file__).parent
MODULES = sorted([*PACKAGE.glob("*.py"), *PACKAGE.glob("layers/*.py")])


def test_public_names_are_documented_with_an_example():
    for name in backprop.__all__:
        found = getattr(backprop, name)
        if not isinstance(found, ModuleType):
            assert ">>> " in found.__doc__, name


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_numpy_is_all_that_the_library_needs(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert packages(tree.body) <= {"backprop", "numpy"}
    assert packages(ast.walk(tree)) <= {"backprop", "numpy", *OPTIONAL}


def test_a_layer_fits_on_a_few_pages():
    lengths = {path.name: len(path.read_text("utf-8").splitlines()) for path in PACKAGE.glob("layers/*.py")}
    assert {name for name, length in lengths.items() if length > 400} == set()


def packages(nodes):
    nodes = list(nodes)
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in imported} - sys.stdlib_module_names


def test_what_is_optional_is_not_imported_before_it_is_needed():
    program = f"import sys, backprop; print(*sys.modules.keys() & {OPTIONAL})"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
