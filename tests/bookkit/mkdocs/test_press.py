"""A mistake stops `mkdocs build --strict` with one clear line; shown on a book of one page."""

import logging
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import Files

from bookkit.mkdocs import drawings
from bookkit.mkdocs import pages as mkdocs_pages
from bookkit.mkdocs import press as mkdocs_press
from bookkit.mkdocs.press import Press
from bookkit.paths import ROOT
from bookkit.programs import apart as programs
from bookkit.proof import page as proof
from bookkit.typesetting.katex import MissingPieceError

from ...forked import Builder, configuration, fresh

CONFIG = configuration("index.md", "nudges/one.md")
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
    assert page.count('<link rel="preload"') == 2  # for the formula; the text's font is in the stylesheet


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


def test_labs_run_while_pages_are_converted(tmp_path: Path) -> None:
    """Who needs one waits for it; one that does not run, or was never begun, is no error until then."""
    config = load_config("mkdocs.yml")
    ran = Path(tmp_path / "ran")
    labs = {
        "good": f"# %%\nimport pathlib\npathlib.Path({str(ran)!r}).touch()\nprint('{tmp_path}')\n",
        "bad": f"# %%\nraise ValueError('{tmp_path}')\n",
    }
    paths = [tmp_path / f"{name}.py" for name in labs]
    for path, text in zip(paths, labs.values(), strict=True):
        path.write_text(text)
    begun = mkdocs_pages.Labs()
    begun.begin(paths, config)
    begun.await_lab(paths[0])
    assert ran.exists()
    begun.await_lab(paths[1])
    begun.await_lab(tmp_path / "never.py")
    begun.end()
    with pytest.raises(RuntimeError, match="cannot schedule"):
        begun.begin(paths, config)


def test_a_figure_that_ends_the_program_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "import sys\n\nimport matplotlib.pyplot as plt\n\nsys.exit(0)\nplt.show()\n"
    program = tmp_path / "leaving.py"
    program.write_text(text)
    monkeypatch.setattr(drawings, "SNIPPETS", tmp_path)
    monkeypatch.setattr(drawings.figures, "all_figures", lambda: [program])
    files, config = Files([]), MkDocsConfig()
    config.plugins, config.use_directory_urls = PluginCollection(), True
    config.plugins._current_plugin = "press"
    config.site_dir = str(tmp_path / "site")
    drawn = drawings.listed(config, files)
    assert [file.src_uri for file in files] == ["figures/leaving.svg"]
    with pytest.raises(PluginError, match=r"leaving\.py:5: SystemExit: 0"):
        drawings.draw(drawn, files, [], tmp_path)
    monkeypatch.setattr(drawings, "SNIPPETS", tmp_path.parent)  # so it is of a page, which may follow
    drawings.draw(drawn, files, [tmp_path.with_suffix(".md")], tmp_path.parent)
    assert list(files) == []


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
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
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


def test_a_dangling_link_fails_the_strict_build_each_time(build: Build) -> None:
    for _ in range(2):
        code, output = build(
            GOOD + "\n[Text](#nowhere), [text](../index.md#nowhere) and [more](nowhere.md)\n"
        )
        assert code == 1
        assert "'#nowhere', but there is no such anchor on this page" in output
        assert "'../index.md#nowhere', but the doc 'index.md' does not contain an anchor '#nowhere'" in output
        assert "'nowhere.md', but the target 'nudges/nowhere.md' is not found" in output


def test_a_page_that_has_not_changed_follows_the_numbers_of_another(build: Build, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(CONFIG.replace("nudges/one.md]", "nudges/one.md, nudges/two.md]"))
    two, equation = tmp_path / "docs" / "nudges" / "two.md", "$$\n2 = 1 + 1 \\label{{eq-{}}}\n$$\n\n"
    two.write_text(f"# Two {{#two}}\n\n{equation.format('b')}")
    text = GOOD + "\nAnd [](two.md#eq-b).\n"
    page = tmp_path / "site" / "nudges" / "one" / "index.html"
    assert build(text)[0] == 0
    assert "(2.1)</a>" in page.read_text()
    two.write_text(f"# Two {{#two}}\n\n{equation.format('a')}{equation.format('b')}")
    assert build(text)[0] == 0
    assert "(2.2)</a>" in page.read_text()
    before = contents(tmp_path / "site")
    assert build(text)[0] == 0
    assert contents(tmp_path / "site") == before


TABLES = ("total", "counts", "grades", "symbols", "marks", "exemptions")
LINKED = {
    "nudges/one.md": "# One {#one}\n\nSee [](two.md#eq-b), and [a book](https://example.org/).\n",
    "nudges/two.md": "# Two {#two}\n\n$$\n2 = 1 + 1 \\label{eq-b}\n$$\n",
    "nudges/three.md": "---\nnotation: vectors\nsymbols: { E: a number }\n---\n"
    "# Three {#three}\n\n$E + 0 = E$\n",
    "bibliography.md": "# Books {#books}\n\n- [A](https://example.org/)\n  {: #a }\n",
    "about/checked.md": "# Checked {#checked}\n\n"
    + "\n\n".join(
        f'--8<-- "checked.{name}"' for name in ("counts", "grades", "symbols", "marks", "exemptions")
    ),
    "notation.md": '# Notation {#notation}\n\n--8<-- "notation.letters"\n',
    "symbols-by-part.md": "# Symbols {#symbols}\n\n## Calculus {#calculus}\n\n## Vectors {#vectors}\n",
}
CHANGED = {
    "nudges/two.md": "# Two {#two}\n\n$$\n1 = 2 - 1 \\label{eq-a}\n$$\n\n$$\n2 = 1 + 1 \\label{eq-b}\n$$\n",
    "nudges/three.md": LINKED["nudges/three.md"].replace("a number", "a positive number")
    + "\n[0.5]{.given}\n",
    "bibliography.md": LINKED["bibliography.md"].replace("#a ", "#b "),
}


def test_whatever_changes_a_build_with_what_was_kept_is_the_one_from_nothing(
    tmp_path: Path, builder: Builder
) -> None:
    """In another folder, nothing of the book is kept."""

    def build(folder: Path, pages: dict[str, str]) -> dict[str, bytes]:
        for name, text in pages.items():
            (folder / "docs" / name).parent.mkdir(exist_ok=True)
            (folder / "docs" / name).write_text(text)
        names = ", ".join(LINKED)
        (folder / "mkdocs.yml").write_text(
            CONFIG.replace("[index.md, nudges/one.md]", f"[index.md, {names}]")
        )
        code, output = built(pages["nudges/one.md"], folder, builder.run)
        assert (code, errors(output)) == (0, []), output
        return contents(folder / "site")

    kept, fresh_one, fresh_two = (tmp_path / name for name in ("kept", "one", "two"))
    for folder in (kept, fresh_one, fresh_two):
        lay_out(folder)
    before = build(kept, LINKED)
    assert before == build(kept, LINKED) == build(fresh_one, LINKED)
    after = build(kept, LINKED | CHANGED)
    assert after == build(fresh_two, LINKED | CHANGED)
    pages = {name for name in after if name.endswith("index.html") and after[name] != before.get(name)}
    depend = {"nudges/one", "nudges/two", "nudges/three", "bibliography", "about/checked"}
    assert pages == {f"{name}/index.html" for name in depend}


REFERENCE = {
    "index.md": "# Home {#home}\n\n[`Value`][backprop.value.Value], [](api/one.md).\n",
    "api/one.md": "# Gates {#gates}\n\n::: backprop.gates\n",
    "api/two.md": "# Value {#value}\n\n::: backprop.value\n    options: { members: [Value] }\n",
}


def test_while_a_book_is_served_an_edit_writes_its_page_and_no_other(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is false appears on the page at once; other pages' tables, and the search, stay as they were."""
    site, docs = tmp_path / "site", tmp_path / "docs"
    for name, text in LINKED.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text)
    (docs / "index.md").write_text("# Home {#home}\n")
    names = ", ".join(LINKED)
    (tmp_path / "mkdocs.yml").write_text(CONFIG.replace("[index.md, nudges/one.md]", f"[index.md, {names}]"))

    def serve(**pages: str) -> dict[str, str]:
        """Build the book again with these pages changed; return what of the site is new."""
        before = contents(site) if site.exists() else {}
        for name, text in pages.items():
            (docs / "nudges" / f"{name}.md").write_text(text)
        config = load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(site))
        config.dev_addr = type(config.dev_addr)("127.0.0.1", 0)
        if not before:
            config.plugins.on_startup(command="serve", dirty=True)
        mkdocs_build(config, serve_url="http://127.0.0.1/", dirty=True)
        return {
            name: data.decode(errors="replace")
            for name, data in contents(site).items()
            if before.get(name) != data
        }

    # So small pages are judged one by one, as they are converted.
    monkeypatch.setattr(mkdocs_press, "proofread_all", lambda paths, progress: proof.proofread_all([]))
    caplog.set_level(logging.INFO, "mkdocs")  # as `mkdocs serve` sets it
    assert {"nudges/one/index.html", "about/checked/index.html", "search/index.json"} <= serve().keys()
    assert serve().keys() <= {"sitemap.xml.gz"}
    caplog.clear()
    new = serve(two=LINKED["nudges/two.md"].replace("1 + 1", "1 + 2"))
    assert new.keys() - {"sitemap.xml.gz"} == {"nudges/two/index.html", "cards/nudges-two.json"}
    assert 'class="refutation"' in new["nudges/two/index.html"]
    assert "as it was before" in caplog.text
    assert "about/checked.md" in caplog.text
    assert "'dirty'" not in caplog.text
    renumbered = serve(two=CHANGED["nudges/two.md"])  # another page names the number of an equation
    assert "(2.2)" in renumbered["nudges/one/index.html"]
    assert "refutation" not in renumbered["nudges/two/index.html"]
    renamed = serve(one=LINKED["nudges/one.md"].replace("# One", "# The first"))
    assert all(
        "The first" in renamed[f"{name}index.html"] for name in ("", "nudges/three/", "about/checked/")
    )
    programs.stop()


def test_a_page_of_the_reference_is_kept_with_the_names_that_it_brings(
    tmp_path: Path, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second build takes all pages as they were kept; the third makes what has changed, and no more."""

    def build(name: str, pages: dict[str, str]) -> dict[str, bytes]:
        for page, text in pages.items():
            (tmp_path / name / "docs" / page).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / "docs" / page).write_text(text)
        listed = CONFIG.replace("[index.md, nudges/one.md]", f"[{', '.join(pages)}]")
        options = "{ handlers: { python: { paths: [" + str(ROOT / "src") + "] } } }"
        (tmp_path / name / "mkdocs.yml").write_text(f"{listed}  - mkdocstrings: {options}\n")
        done = builder.run(["build", "--strict", "-d", "site"], tmp_path / name)
        assert (done.returncode, errors(done.stderr)) == (0, []), done.stderr
        return contents(tmp_path / name / "site")

    first = build("kept", REFERENCE)
    assert b"api/two/#backprop.value.Value" in first["index.html"]
    assert {"objects.inv", "assets/_mkdocstrings.css"} <= first.keys()
    assert build("kept", REFERENCE) == first
    changed = REFERENCE | {"api/two.md": f"{REFERENCE['api/two.md']}\n::: backprop.history\n"}
    assert build("kept", changed) == build("fresh", changed) != first


def test_a_false_equation_is_shown_to_its_author_each_time(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    lay_out(tmp_path)
    (tmp_path / "docs" / "nudges" / "one.md").write_text(GOOD.replace("b + a", "b - a"))
    caplog.set_level(logging.INFO, "mkdocs")  # as `mkdocs serve` sets it
    for _ in range(2):
        config = load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
        config.dev_addr = type(config.dev_addr)("127.0.0.1", 0)
        config.plugins.on_startup(command="serve", dirty=False)
        mkdocs_build(config, serve_url="http://127.0.0.1/")
        config.plugins.on_shutdown()
        page = (tmp_path / "site" / "nudges" / "one" / "index.html").read_text()
        assert 'class="refutation"' in page


def test_missing_katex_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Path:
        raise MissingPieceError("KaTeX is missing: run `make setup`.")

    monkeypatch.setattr(mkdocs_press, "find_katex", missing)
    with pytest.raises(PluginError, match="KaTeX is missing: run `make setup`"):
        Press().on_config(MkDocsConfig())


def test_a_build_knows_nothing_of_the_one_before_in_the_same_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one before had other pages and another date, and was a failure, since it is strict and warned."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.chdir(tmp_path)
    books = {"one": GOOD + "\n[a link that only warns](nowhere.md)\n", "two": GOOD, "alone": GOOD}
    for name, text in books.items():
        lay_out(tmp_path / name)
        (tmp_path / name / "docs" / "nudges" / "one.md").write_text(text)
    (tmp_path / "one" / "mkdocs.yml").write_text(CONFIG.replace("nudges/one.md]", "nudges/one.md, more.md]"))
    (tmp_path / "one" / "docs" / "more.md").write_text("# More {#more}\n\n$2 = 1 + 1$\n")
    dates = {"one": "978307200", "two": "1009843200", "alone": "1009843200"}
    monkeypatch.setattr(mkdocs_press.machine, "last_commit", lambda folder: dates[folder.name])

    def build(name: str) -> dict[str, bytes]:
        config = load_config(str(tmp_path / name / "mkdocs.yml"), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        if name == "one":
            with pytest.raises(Abort, match="warnings in strict mode"):
                mkdocs_build(config)
            return {}
        mkdocs_build(config)
        config.plugins.on_shutdown()
        return contents(tmp_path / name / "site")

    build("one")
    two = build("two")
    assert b"<lastmod>2002-01-01</lastmod>" in two["sitemap.xml"]
    assert two == build("alone")
    assert Path.cwd() == tmp_path
    assert "SOURCE_DATE_EPOCH" not in os.environ
    assert sorted(path.name for path in (tmp_path / "one").iterdir()) == ["docs", "mkdocs.yml"]
