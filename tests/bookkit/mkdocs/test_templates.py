"""A template is compiled once, and anew where it has changed."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from bookkit.keeping.cache import Cache
from bookkit.mkdocs import templates


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The names of the templates that are compiled from now on."""
    names: list[str | None] = []
    usual = Environment.compile

    def compile(self, source, name=None, *rest, **options):
        names.append(name)
        return usual(self, source, name, *rest, **options)

    monkeypatch.setattr(Environment, "compile", compile)
    return names


def rendered(folder: Path) -> str:
    env = templates.remembered(Environment(loader=FileSystemLoader(folder), autoescape=True))
    return env.get_template("page.html").render(x=1)


def test_a_template_is_compiled_once_and_anew_when_it_changes(
    tmp_path: Path, compiled: list[str | None]
) -> None:
    page, part = tmp_path / "page.html", tmp_path / "part.html"
    page.write_text("{{ x }} {% include 'part.html' %}")
    part.write_text("one")
    assert [rendered(tmp_path), rendered(tmp_path)] == ["1 one"] * 2
    assert compiled == ["page.html", "part.html"]
    part.write_text("two")
    assert [rendered(tmp_path), rendered(tmp_path)] == ["1 two"] * 2
    assert compiled == ["page.html", "part.html", "part.html"]


def test_templates_of_one_name_in_two_folders_are_two(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text(name)
    assert [rendered(tmp_path / name) for name in ("a", "b", "a")] == ["a", "b", "a"]


def test_no_file_of_the_cache_is_run(
    tmp_path: Path, compiled: list[str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def kept(*_: object) -> None:
        raise AssertionError("compiled templates are code, and whoever can write a file could have it run")

    monkeypatch.setattr(Cache, "put", kept)
    (tmp_path / "page.html").write_text("{{ x }}")
    assert rendered(tmp_path) == "1"
    monkeypatch.setattr(templates, "_codes", {})  # as in another process
    assert rendered(tmp_path) == "1"
    assert compiled == ["page.html"] * 2
