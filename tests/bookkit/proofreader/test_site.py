"""A small site of somebody else's, built with the proof-reader and nothing of this book around it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown

from bookkit.paths import ROOT

Run = Callable[..., "subprocess.CompletedProcess[str]"]
SETTINGS = """site_name: Mine
docs_dir: pages
markdown_extensions:
  - pymdownx.arithmatex: {{ generic: true }}
  - bookkit.proofreader{options}
"""
TRUE = "---\ntitle: 2024\n---\n# Page\n\n$$\n\\sigma'(z) = \\sigma(z)\\,(1 - \\sigma(z))\n$$\n"
WRONG = TRUE.replace("1 - ", "1 + ")
# What the names of packages are in `import`, where they differ.
IMPORTED = {
    "pyyaml": "yaml",
    "python-flint": "flint",
    "fonttools": "fontTools",
    "pymdown-extensions": "pymdownx",
}
WHAT_IS_LOADED = """
import sys
from bookkit.__main__ import main
code = main(sys.argv[1:])
files = [name for name, module in sys.modules.items() if getattr(module, "__file__", None)]
print(*sorted({name.partition(".")[0] for name in files}))
sys.exit(code)
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The press and the library, and nothing else of the book's folder."""
    folder = tmp_path_factory.mktemp("installed") / "src"
    for package in ("bookkit", "backprop"):
        shutil.copytree(
            ROOT / "src" / package, folder / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    return folder


@pytest.fixture
def run(installed: Path, tmp_path: Path) -> Run:
    """Run Python where the site is, with what is installed."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        own = {
            "PYTHONPATH": str(installed),
            "BOOKKIT_CACHE": str(tmp_path / "cache"),
            "NO_MKDOCS_2_WARNING": "1",
        }
        command = [sys.executable, *words]
        return subprocess.run(
            command, cwd=tmp_path, env=os.environ | own, capture_output=True, text=True, check=False
        )

    return run


def site(folder: Path, page: str, options: str = "") -> None:
    (folder / "pages").mkdir(exist_ok=True)
    (folder / "pages" / "index.md").write_text(page, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS.format(options=options), encoding="utf-8")


def test_a_true_site_is_built_and_a_false_equation_stops_it(run: Run, tmp_path: Path) -> None:
    site(tmp_path, TRUE)
    built = run("-m", "mkdocs", "build", "--strict")
    assert built.returncode == 0, built.stderr
    assert "pages/index.md: 1 equation: 1 checked, 0 unchecked, 0 false" in built.stderr
    assert "arithmatex" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")

    site(tmp_path, WRONG)
    built = run("-m", "mkdocs", "build", "--strict", "--quiet")
    assert built.returncode == 1
    assert "ERROR   -  pages/index.md:7: false: \\sigma'(z) = \\sigma(z)(1 + \\sigma(z))" in built.stderr
    assert "counter-example: z = " in built.stderr
    assert "Aborted with 1 errors in strict mode!" in built.stdout + built.stderr


def test_the_command_needs_no_more_than_is_said(run: Run, tmp_path: Path) -> None:
    site(tmp_path, TRUE)
    result = run("-c", WHAT_IS_LOADED, "check", "pages")
    assert result.returncode == 0, result.stderr
    loaded = set(result.stdout.splitlines()[-1].split())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["proofreader"]]
    packages = {part.split(">")[0].split("[")[0].lower() for part in named}
    allowed = {IMPORTED.get(name, name) for name in packages} | {
        "bookkit",
        "backprop",
        "__main__",
        "__mp_main__",
    }
    of_these = {"cython_runtime", "_yaml", "htmlparser", "brotli", "brotlicffi"}  # what they bring along
    assert loaded - sys.stdlib_module_names - allowed - of_these <= {"_distutils_hack"}  # which Python starts


class _Told:
    """What MkDocs' own step for links knows, by which the extension finds the page's file."""

    def __init__(self, path: Path, settings: Path) -> None:
        self.file = type("File", (), {"abs_src_path": str(path)})
        self.config = type("Settings", (), {"docs_dir": str(path.parent), "config_file_path": str(settings)})


def convert(text: str, told: _Told | None = None, **options: str) -> str:
    md = Markdown(extensions=["bookkit.proofreader"], extension_configs={"bookkit.proofreader": options})
    if told is not None:
        md.treeprocessors.register(told, "relpath", 0)
        told.run = lambda root: None  # type: ignore[attr-defined]
    return md.convert(text)


@pytest.fixture(autouse=True)
def _heard(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BOOKKIT_CACHE", str(tmp_path / "cache"))
    caplog.set_level("INFO", logger="mkdocs.bookkit")


def levels(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.levelname for record in caplog.records if "equation" not in record.getMessage()]


def test_without_mkdocs_the_lines_are_those_of_the_text(caplog: pytest.LogCaptureFixture) -> None:
    assert "<h1>" in convert("# Page\n\n$a + a = 3a$\n")
    assert caplog.records[0].getMessage().startswith("a text without a file:3: false: a + a = 3 a")


def test_what_is_not_read_is_a_warning_or_only_said(caplog: pytest.LogCaptureFixture) -> None:
    convert("$a \\propto b$\n")
    assert levels(caplog) == ["WARNING"]
    caplog.clear()
    convert("$a \\propto b$\n", unread="report")
    assert levels(caplog) == ["INFO"]
    with pytest.raises(ValueError, match="unread is stop or report, not 'never'"):
        convert("", unread="never")


def test_a_table_for_all_pages_is_found_from_the_settings(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    page = tmp_path / "pages" / "page.md"
    page.parent.mkdir()
    body = "$Q + Q = 2Q$\n"
    page.write_text(f"---\ntitle: Page\n---\n{body}")
    (tmp_path / "letters.yml").write_text("symbols:\n  Q: a number\n")
    told = _Told(page, tmp_path / "mkdocs.yml")
    convert(body, told, symbols="letters.yml")
    assert levels(caplog) == []
    assert "1 equation: 1 checked" in caplog.text
    convert(body, told, symbols="gone.yml")
    assert levels(caplog) == ["ERROR"]
    assert "gone.yml:1: the table of symbols cannot be read" in caplog.text


def test_a_page_that_a_plugin_has_changed_keeps_its_front_matter(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    page = tmp_path / "page.md"
    page.write_text("---\nsymbols:\n  Q: a number\n---\n{{ formula }}\n")
    convert("\n$Q + Q = 3Q$\n", _Told(page, tmp_path / "mkdocs.yml"))
    assert f"{page}:2: false: Q + Q = 3 Q" in caplog.text


def test_wrong_front_matter_is_an_error_of_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    page = tmp_path / "page.md"
    page.write_text("---\nnotation: mine\n---\n$a + a = 2a$\n")
    convert("$a + a = 2a$\n", _Told(page, tmp_path / "mkdocs.yml"))
    assert levels(caplog) == ["ERROR"]
    assert "page.md:2: no notation is called 'mine'; there are: " in caplog.text
