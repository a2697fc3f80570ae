"""What the foot of each page offers to take along is what publication puts there; elsewhere, nothing is."""

import re
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from bookkit.handouts import edition
from bookkit.paths import ROOT

WORKFLOW = ROOT / ".github" / "workflows" / "pages.yml"


def offered(downloads: bool) -> list[str]:
    """Return the files that the foot of a page leads to."""
    theme = Environment(loader=FileSystemLoader(ROOT / "docs" / "theme"), autoescape=True)
    theme.filters["url"] = lambda address: address
    foot = {"licences": "", "version": "version", "changed": "", "edit": "", "pdf": "PDF", "offline": "zip"}
    made = {"name": edition.name(), "version": "0", "day": ""}
    config = SimpleNamespace(
        extra={"book": {"foot": foot, "edition": made, "downloads": downloads, "changed": {}}}, copyright=""
    )
    text = theme.get_template("partials/copyright.html").render(config=config, nav=SimpleNamespace(pages=[]))
    return re.findall(r'href="([^"]+)"', text)


def test_without_publication_nothing_is_offered() -> None:
    assert offered(False) == []


@pytest.mark.parametrize("kind", ["pdf", "zip"])
def test_what_is_offered_is_published(kind: str) -> None:
    assert f"{edition.name()}.{kind}" in offered(True)
    steps = re.findall(r"- run: (.*)", WORKFLOW.read_text(encoding="utf-8"))
    made = {"pdf": "make pdf", "zip": "make offline"}[kind]
    (maker,) = [place for place, step in enumerate(steps) if step.startswith(made)]
    (copier,) = [
        place for place, step in enumerate(steps) if f"editions/*.{kind}" in step and "site/" in step
    ]
    assert maker < copier
    # What builds the site comes before what is put into it.
    assert (
        max(place for place, step in enumerate(steps) if step.startswith(("make build", "make pdf"))) < copier
    )
