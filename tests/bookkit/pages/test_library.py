"""Definitions are taken from the library by name."""

import inspect
from pathlib import Path

import pytest

import backprop
from bookkit.pages.library import UnknownNameError, definitions, source_of

MODULE = '''"""A module."""


def twice(x):
    """Return 2x.

    Parameters
    ----------
    x : float
    """
    return 2 * x


class Box:
    """A box."""

    @property
    def size(self):
        return 1
'''


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "module.py").write_text(MODULE)
    return tmp_path


def test_a_function_comes_without_the_sections_of_its_docstring(package: Path) -> None:
    assert (
        source_of("backprop.twice", package) == 'def twice(x):\n    """Return 2x.\n    """\n    return 2 * x'
    )


def test_a_method_comes_with_its_decorator_and_unindented(package: Path) -> None:
    assert source_of("backprop.Box.size", package) == "@property\ndef size(self):\n    return 1"


def test_a_room_of_the_package_is_looked_through_too(package: Path) -> None:
    (package / "layers").mkdir()
    (package / "layers" / "room.py").write_text("def thrice(x):\n    return 3 * x\n")
    assert source_of("backprop.thrice", package) == "def thrice(x):\n    return 3 * x"
    assert source_of("backprop.BatchNorm.forward").startswith("def forward(self, x")


def test_an_unknown_name_is_said_with_those_that_there_are(package: Path) -> None:
    with pytest.raises(UnknownNameError, match=r"no 'backprop.thrice'; it defines twice, Box, Box.size"):
        source_of("backprop.thrice", package)


def test_every_public_function_of_the_library_can_be_shown() -> None:
    for name in backprop.__all__:
        if inspect.isfunction(getattr(backprop, name)):
            assert source_of(f"backprop.{name}").startswith(f"def {name}("), name
    assert {"sigmoid", "sigmoid_prime"} <= set(definitions())
