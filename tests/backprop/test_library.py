import ast
import sys
from pathlib import Path

import pytest

import backprop

MODULES = sorted(Path(backprop.__file__).parent.glob("*.py"))


def test_public_names_are_documented_with_an_example():
    for name in backprop.__all__:
        assert ">>> " in getattr(backprop, name).__doc__, name


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_numpy_is_all_that_the_library_needs(module):
    nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    packages = {name.partition(".")[0] for name in imported}
    assert packages - sys.stdlib_module_names <= {"backprop", "numpy"}
