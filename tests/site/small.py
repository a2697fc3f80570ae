"""A small book of a few pages, for what the site's scripts do: built in seconds."""

from pathlib import Path

from bookkit.paths import ROOT

from .served import build_strictly

CONFIG = f"""
INHERIT: {ROOT / "mkdocs.yml"}
docs_dir: docs
nav: [index.md, nudges/one.md, nudges/two.md, notation.md, about/checked.md]
watch: []
theme: {{ custom_dir: {ROOT / "docs" / "theme"} }}
hooks: [{ROOT / "src" / "bookkit" / "mkdocs_hooks.py"}]
plugins:
  - search
  - mkdocs-jupyter: {{ include: ["labs/*.py"], execute: true, allow_errors: false, ignore: ["*.md"] }}
"""
PAGES = {
    "index.md": "# Home {#home}\n\n[One](nudges/one.md)\n",
    "notation.md": '# Notation {#notation}\n\n## Calculus {#calculus}\n\n--8<-- "notation.calculus"\n',
    "about/checked.md": "# How it is checked {#checked}\n\nBy machine.\n",
}


def write(folder: Path, pages: dict[str, str]) -> Path:
    """Write a book's files, and return its configuration."""
    for name, text in (PAGES | pages).items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    configuration = folder / "mkdocs.yml"
    configuration.write_text(CONFIG, encoding="utf-8")
    return configuration


def build(folder: Path, pages: dict[str, str], **environment: str) -> Path:
    """Build a book of these pages strictly, and return its site."""
    return build_strictly(write(folder, pages), folder / "site", **environment)
