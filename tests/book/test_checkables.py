"""The exercises of the command and those of the pages are the same, in the same places."""

import re

import pytest

from backprop.exercises import texts
from backprop.exercises.catalogue import ALL
from backprop.exercises.exercise import Exercise
from bookkit.markdown import checkable
from bookkit.pages.source import read_page
from bookkit.paths import ENGLISH

WORDS = texts.read("en")
BOX = re.compile(r"^!!! exercise (?P<classes>[\w -]+?) \"(?P<title>.*)\"$", re.MULTILINE)


def box_of(exercise: Exercise) -> re.Match[str]:
    """Return the head of the box that an exercise is in."""
    page = read_page(ENGLISH / f"{exercise.page}.md")
    (line,) = [number for names, number in checkable.blocks(page) if exercise.name in names]
    above = "\n".join(page.text.split("\n")[:line])
    return list(BOX.finditer(above))[-1]


def test_every_exercise_is_on_a_page() -> None:
    pages = [(path.relative_to(ENGLISH).as_posix(), path) for path in sorted(ENGLISH.rglob("*.md"))]
    checkable.refuse_missing(pages)
    assert {f"{exercise.page}.md" for exercise in ALL} <= {name for name, _ in pages}


@pytest.mark.parametrize("exercise", ALL, ids=lambda exercise: exercise.name)
def test_page_and_command_agree(exercise: Exercise) -> None:
    assert exercise.level in box_of(exercise)["classes"].split()
    page = read_page(ENGLISH / f"{exercise.page}.md")
    if not exercise.project:
        name = exercise.name.replace("-", "_")
        shown = [listing.target for listing in page.listings]
        assert f"{exercise.page}/solution_{name}.py" in shown
        for signature in exercise.signatures:
            assert f"`{signature}`" in page.text, "the page says how it is called"


def test_pages_have_the_titles_of_the_book() -> None:
    for name, title in WORDS.messages["pages"].items():
        text = (ENGLISH / f"{name}.md").read_text(encoding="utf-8")
        assert re.search(r"^# (.*?) \{#", text, re.MULTILINE)[1] == title
    for name, title in WORDS.messages["parts"].items():
        text = (ENGLISH / name / "index.md").read_text(encoding="utf-8")
        assert re.search(r"^# (.*?) \{#", text, re.MULTILINE)[1] == title


def test_exercises_are_in_the_order_of_the_book() -> None:
    pages = [exercise.page for exercise in ALL]
    order = list(WORDS.messages["pages"])
    assert sorted(pages, key=order.index) == pages
    assert order == sorted(order, key=lambda name: nav().index(f"{name}.md"))


def nav() -> list[str]:
    text = (ENGLISH.parents[1] / "mkdocs.yml").read_text(encoding="utf-8")
    return re.findall(r"- ([\w/-]+\.md)", text)
