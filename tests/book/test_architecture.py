"""What the page about the architecture names is there."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.util import find_spec

import numpy as np
import pytest
import yaml

from bookkit.equations import check
from bookkit.notations import notations
from bookkit.notations.table import Function
from bookkit.paths import ENGLISH, ROOT

PAGE = (ENGLISH / "about" / "architecture.md").read_text(encoding="utf-8")
SPANS = sorted(set(re.findall(r"(?<!`)`([^`\n]+)`(?!`)", PAGE)))
PACKAGES = ("backprop", "bookdraw", "bookkit", "booktest")
MADE = {".cache/bookkit/", "site/"}  # by a build
OF_A_FOLDER = {"cards/", "live/", "shell/", "texts/en/"}  # named beside the folder that they are in


def modules() -> list[str]:
    return [span for span in SPANS if re.fullmatch(r"\w+(\.\w+)+", span) and span.split(".")[0] in PACKAGES]


def paths() -> list[str]:
    return [span for span in SPANS if "/" in span and " " not in span and span not in MADE | OF_A_FOLDER]


def is_there(path: str) -> bool:
    return any((folder / path).exists() for folder in (ROOT, ROOT / "src"))


def test_places_and_modules_are_found() -> None:
    assert len(modules()) > 20
    assert len(paths()) > 30


@pytest.mark.parametrize("module", modules())
def test_a_module_that_is_named_is_there(module: str) -> None:
    assert find_spec(module) is not None


@pytest.mark.parametrize("path", paths())
def test_a_place_that_is_named_is_there(path: str) -> None:
    assert is_there(path)


def test_a_place_that_is_not_there_is_missed() -> None:
    assert not is_there("bookkit/loft/")
    assert find_spec("bookkit.loft") is None


def test_no_folder_of_the_press_is_passed_over() -> None:
    folders = [path for path in (ROOT / "src" / "bookkit").iterdir() if path.is_dir()]
    names = {f"bookkit/{path.name}/" for path in folders if path.name != "__pycache__"}
    assert names - set(paths()) == set()


def test_a_make_command_that_is_named_is_one() -> None:
    commands = set(re.findall(r"`make (\w+)`", PAGE))
    targets = set(re.findall(r"^(\w+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"offline", "pdf"} <= commands <= targets


def test_the_lines_for_the_corpus_are_judged_as_they_say() -> None:
    (typed,) = re.findall(r"^``` yaml\n(holds:.+?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    lines = yaml.safe_load(typed)
    row = Function("haversin", "half of one minus the cosine", (lambda z: (1.0 - np.cos(z)) / 2.0,))
    calculus = notations()["calculus"]
    longer = replace(calculus, functions=(*calculus.functions, row))
    for kind, status in (("holds", "true"), ("fails", "false")):
        (entry,) = lines[kind]
        assert check(entry["latex"], longer).status == status
        refused = check(entry["latex"], calculus)
        assert refused.status == "error"
        assert r"a prime on \operatorname{haversin}, which is no function" in refused.message
        assert entry["sympy"]
