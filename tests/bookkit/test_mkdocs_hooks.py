"""A mistake stops `mkdocs build --strict` with one clear line; shown on a book of one page."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from bookkit import mkdocs_hooks
from bookkit.katex import MissingPieceError
from bookkit.paths import ROOT

from ..forked import Builder, fresh

CONFIG = f"""
INHERIT: {ROOT / "mkdocs.yml"}
docs_dir: docs
nav: [index.md, nudges/one.md]
watch: []
theme: {{ custom_dir: {ROOT / "docs" / "theme"} }}
hooks: [{ROOT / "src" / "bookkit" / "mkdocs_hooks.py"}]
plugins:
  - search
  - mkdocs-jupyter: {{ include: ["labs/*.py"], execute: true, allow_errors: false, ignore: ["*.md"] }}
"""
GOOD = "# One {#one}\n\n$$\na + b = b + a \\label{eq-a}\n$$\n\nSee [](#eq-a).\n"

Build = Callable[[str], tuple[int, str]]
pytestmark = pytest.mark.slow  # small books of their own, side by side


def lay_out(folder: Path) -> None:
    (folder / "docs" / "nudges").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Home {#home}\n\n[One](nudges/one.md)\n")
    (folder / "mkdocs.yml").write_text(CONFIG)


def built(text: str, folder: Path, run: Callable[..., subprocess.CompletedProcess[str]]) -> tuple[int, str]:
    """Build a book whose only chapter is the text given, not from its own folder."""
    (folder / "docs" / "nudges" / "one.md").write_text(text)
    arguments = ["build", "--strict", "-f", str(folder / "mkdocs.yml"), "-d", str(folder / "site")]
    result = run(arguments, folder)
    assert "Traceback" not in result.stderr, result.stderr
    return result.returncode, result.stdout + result.stderr


@pytest.fixture
def build(tmp_path: Path, builder: Builder) -> Build:
    """Return a function that builds a book whose only chapter is the text given."""
    lay_out(tmp_path)
    return lambda text: built(text, tmp_path, builder.run)


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


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_build_that_fails_leaves_the_site_as_it_was(build: Build, tmp_path: Path) -> None:
    listing = '``` python title="nudges/a-nudge/two_gates.py"\n--8<-- "nudges/a-nudge/two_gates.py"\n```\n'
    assert build(GOOD + listing)[0] == 0
    before = contents(tmp_path / "site")
    assert "two_gates" in before["nudges/one/index.html"].decode()
    for damage in ("$\\nonsense$", "[a link that only warns](nowhere.md)"):
        assert build(GOOD + damage)[0] == 1
        assert contents(tmp_path / "site") == before
    (tmp_path / "site" / "stale.html").touch()
    assert build(GOOD + listing)[0] == 0
    assert contents(tmp_path / "site").keys() == before.keys()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "mkdocs.yml", "site"]


def test_the_same_commit_gives_the_same_bytes_on_every_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(tmp_path)
    build = partial(built, folder=tmp_path, run=fresh)  # each process has its own seed of hashes
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2001-02-03T04:05:06+00:00")
    names = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], [*names, "commit", "-q", "--allow-empty", "-m", "a"]):
        subprocess.run(["git", "-C", str(tmp_path), *words], check=True)
    assert build(GOOD)[0] == 0
    first = contents(tmp_path / "site")
    assert b"<lastmod>2001-02-03</lastmod>" in first["sitemap.xml"]
    time.sleep(1.1)
    assert build(GOOD)[0] == 0
    assert contents(tmp_path / "site") == first


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('``` python\n--8<-- "../pyproject.toml"\n```\n', "one.md:10: there is no "),
        ('``` python\n--8<-- "/etc/passwd"\n```\n\nIt is 0.5.\n', "one.md:10: there is no "),
        ("``` text\n--8<--\n../pyproject.toml\n--8<--\n```\n", "one.md:10: an inclusion is one line"),
        ("## Two {#one}\n", "one.md:9: the id 'one' stands twice on this page"),
    ],
)
def test_what_is_refused_is_named_by_its_line(build: Build, text: str, message: str) -> None:
    code, output = build(f"{GOOD}\n{text}")
    assert code == 1
    assert message in output


def test_a_lab_that_fails_is_named_by_its_line(build: Build, tmp_path: Path) -> None:
    (tmp_path / "docs" / "labs").mkdir()
    lab = tmp_path / "docs" / "labs" / "lab.py"
    lab.write_text(f"# %% [markdown]\n# # Lab\n\n# %%\na = '{tmp_path}'\n\n# %%\n# see\n1 / 0\n")
    (tmp_path / "mkdocs.yml").write_text(CONFIG.replace("nudges/one.md]", "nudges/one.md, labs/lab.py]"))
    code, output = build(GOOD)
    assert code == 1
    assert f"Error: {lab}:9: the lab does not run: ZeroDivisionError: division by zero\n" in output


def test_a_figure_that_ends_the_program_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "import sys\n\nimport matplotlib.pyplot as plt\n\nsys.exit(0)\nplt.show()\n"
    program = tmp_path / "leaving.py"
    program.write_text(text)
    monkeypatch.setattr(mkdocs_hooks, "SNIPPETS", tmp_path)
    monkeypatch.setattr(mkdocs_hooks.figures, "all_figures", lambda: [program])
    monkeypatch.setattr(mkdocs_hooks.site_files, "files", lambda: [])
    with pytest.raises(PluginError, match=r"leaving\.py:5: SystemExit: 0"):
        mkdocs_hooks.on_files(Files([]), MkDocsConfig())


def test_a_site_that_cannot_be_written_is_named(build: Build, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("no folder")
    code, output = build(GOOD)
    assert code == 1
    assert f"Error: {tmp_path / 'site'} cannot be written" in output
    assert (tmp_path / "site").read_text() == "no folder"


def test_a_port_in_use_is_said_before_anything_is_built(tmp_path: Path, build: Build) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(tmp_path / "mkdocs.yml"), "-a", address]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 1
    assert "is in use" in done.stderr
    assert "make serve ARGS='--dev-addr 127.0.0.1:" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Cleaning site directory" not in done.stderr


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
