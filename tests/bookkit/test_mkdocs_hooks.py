"""A mistake stops `mkdocs build --strict` with one clear line; shown on a book of one page."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from bookkit import mkdocs_hooks
from bookkit.katex import MissingPieceError
from bookkit.paths import ROOT

CONFIG = f"""
INHERIT: {ROOT / "mkdocs.yml"}
docs_dir: docs
nav: [index.md, nudges/one.md]
watch: []
theme: {{ custom_dir: {ROOT / "docs" / "theme"} }}
hooks: [{ROOT / "src" / "bookkit" / "mkdocs_hooks.py"}]
plugins: [search, mkdocs-jupyter: {{ include: ["labs/*.py"], execute: true, ignore: ["*.md"] }}]
"""
GOOD = "# One {#one}\n\n$$\na + b = b + a \\label{eq-a}\n$$\n\nSee [](#eq-a).\n"

Build = Callable[[str], tuple[int, str]]
pytestmark = [pytest.mark.site, pytest.mark.xdist_group("site")]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Return a function that builds a book whose only chapter is the text given."""
    (tmp_path / "docs" / "nudges").mkdir(parents=True)
    (tmp_path / "docs" / "index.md").write_text("# Home {#home}\n\n[One](nudges/one.md)\n")
    (tmp_path / "mkdocs.yml").write_text(CONFIG)

    def run(text: str) -> tuple[int, str]:
        (tmp_path / "docs" / "nudges" / "one.md").write_text(text)
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(tmp_path / "mkdocs.yml")]
        result = subprocess.run(
            [*command, "-d", str(tmp_path / "site")],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        )
        return result.returncode, result.stdout + result.stderr

    return run


def errors(output: str) -> list[str]:
    return [line for line in output.splitlines() if line.strip() and not line.startswith("INFO")]


def test_a_good_book_is_built(build: Build, tmp_path: Path) -> None:
    code, output = build(GOOD)
    assert (code, errors(output)) == (0, []), output
    page = (tmp_path / "site" / "nudges" / "one" / "index.html").read_text()
    assert "(1.1)</a>" in page
    assert page.count('rel="preload"') == 2  # for the formula; the text's font is in the stylesheet


def test_a_lab_is_run_in_silence_and_led_to_the_other_pages(build: Build, tmp_path: Path) -> None:
    words = "# %% [markdown]\n# # Lab\n#\n# [One](../nudges/one.md#one), $2 = 1 + 1$\n"
    (tmp_path / "docs" / "labs").mkdir()
    lab = tmp_path / "docs" / "labs" / "lab.py"
    lab.write_text(f"{words}\n# %%\nprint('{tmp_path}')\n")  # what no earlier run has printed
    (tmp_path / "mkdocs.yml").write_text(CONFIG.replace("nudges/one.md]", "nudges/one.md, labs/lab.py]"))
    code, output = build(GOOD)
    assert (code, errors(output)) == (0, []), output
    page = (tmp_path / "site" / "labs" / "lab" / "index.html").read_text()
    assert f"<pre>{tmp_path}\n</pre>" in page
    assert '<a href="../../nudges/one/#one">One</a>, <span class="formula checked"' in page


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GOOD.replace("a + b = b + a", "a = \\nonsense"), "one.md:4: KaTeX cannot typeset"),
        (
            GOOD.replace("a + b = b + a", "\\href{x}{y}"),
            r"one.md:4: KaTeX cannot typeset `\href{x}{y}\tag{1.1}`: \href is refused",
        ),
        (GOOD.replace("#eq-a)", "#eq-b)"), "one.md:7: [](#eq-b) has no text, and nudges/one.md has no"),
    ],
    ids=["LaTeX", "refused", "reference"],
)
def test_an_authors_mistake_is_one_line(build: Build, text: str, message: str) -> None:
    code, output = build(text)
    assert code == 1, output
    logged, said = errors(output)
    assert logged.startswith("ERROR   -  Error reading page 'nudges/one.md'")
    assert said.startswith("Error: ")
    assert message in said


def test_a_dangling_link_fails_the_strict_build(build: Build) -> None:
    code, output = build(GOOD + "\n[Text](#nowhere) and [text](../index.md#nowhere)\n")
    assert code == 1
    assert "'#nowhere', but there is no such anchor on this page" in output
    assert "'../index.md#nowhere', but the doc 'index.md' does not contain an anchor '#nowhere'" in output


def test_missing_katex_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Path:
        raise MissingPieceError("KaTeX is missing: run `make setup`.")

    monkeypatch.setattr(mkdocs_hooks, "find_katex", missing)
    with pytest.raises(PluginError, match="KaTeX is missing: run `make setup`"):
        mkdocs_hooks.on_config(MkDocsConfig())
