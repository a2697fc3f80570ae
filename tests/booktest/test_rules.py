"""Each house rule objects to a page that breaks it, and to nothing on a page that keeps them all."""

from pathlib import Path

import pytest

from booktest import rules

GOOD = """---
description: One sentence.
---

# A title {#a-title}

``` python title="part/page/idea.py"
--8<-- "part/page/idea.py"
```

``` python title="backprop.sigmoid"
--8<-- "backprop.sigmoid"
```

![A drawing](../figures/part/page/drawing.svg)

## Summary {#summary}

## Exercises {#exercises}

!!! exercise easy pencil "Try"
    What is $2 + 2$?

??? solution "Solution"
    It is $2 + 2 = 4$.

!!! exercise easy "Once more"
    What is $3 + 3$?

??? solution "Solution"
    It is $3 + 3 = 6$.

!!! exercise hard what-if "And now"
    What is $4 + 4$?

??? solution "Solution"
    It is $4 + 4 = 8$.

!!! exercise project "Go on"
    Where does it end?
"""
SOLVED = '!!! exercise easy "Add"\n    Add.\n\n??? solution "Solution"\n    $2 + 2 = 4$\n\n'


@pytest.fixture
def book(tmp_path: Path) -> rules.Book:
    for name in ("idea", "drawing"):
        path = tmp_path / "snippets" / "part" / "page" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("print(1)\n#> 1\n")
    (tmp_path / "docs" / "part").mkdir(parents=True)
    return rules.Book(tmp_path / "docs", tmp_path / "snippets", tmp_path / "bench", {"part"})


def breaches(book: rules.Book, text: str) -> list[str]:
    path = book.docs / "part" / "page.md"
    path.write_text(text)
    return [str(breach) for breach in rules.page_breaches(book, path)]


def snippet(book: rules.Book, text: str, shown: bool = True) -> list[str]:
    path = book.snippets / "part" / "page" / "idea.py"
    path.write_text(text)
    return [str(b) for b in rules.snippet_breaches(book, path, {"part/page/idea.py"} if shown else set())]


def test_a_page_that_keeps_the_rules_passes(book: rules.Book) -> None:
    assert breaches(book, GOOD) == []
    assert rules.shown_files(book) == {"part/page/idea.py", "part/page/drawing.py", "backprop.sigmoid"}


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (
            "# A title {#a-title}",
            "## A title {#a-title}",
            "part/page.md:1: a page has one title (# …), this one 0",
        ),
        (
            "## Summary {#summary}",
            "# Summary {#summary}\n\n## Summary {#summary}",
            "part/page.md:17: a page has one title (# …), this one 2",
        ),
        (
            "## Summary {#summary}",
            "## Summary {#summary}\n\n## More",
            "part/page.md:19: the heading needs an id",
        ),
        ("description: One sentence.", "description:", "part/page.md:1: a chapter's front matter needs"),
        ("## Summary {#summary}", "## Summary {#sum}", "a section ## … {#summary}"),
        ("## Exercises {#exercises}", "## Exercises {#tasks}", "a section ## … {#exercises}"),
        ("??? solution", "??? note", "part/page.md:21: the exercise has no solution"),
        ("!!! exercise easy", "!!! note", "a chapter has 3 to 6 exercises: !!! exercise; this one has 1"),
        (
            "## Exercises",
            4 * SOLVED + "## Exercises",
            "a chapter has 3 to 6 exercises: !!! exercise; this one has 7",
        ),
        ("exercise hard", "exercise", "part/page.md:33: an exercise has one of the marks easy, medium, hard"),
        (
            "exercise hard",
            "exercise easy hard",
            "part/page.md:33: an exercise has one of the marks easy, medium",
        ),
        (
            "exercise hard",
            "exercise heavy",
            "part/page.md:33: an exercise is easy, medium, hard, project, pencil",
        ),
        ("easy pencil", "medium", "part/page.md:27: exercises go from easy to hard; this one is easier"),
        ("exercise project", "exercise hard", "part/page.md:39: the exercise has no solution"),
        ("It is $2 + 2 = 4$.", "It is four.", "part/page.md:24: a solution shows a listing or an equation"),
        ('--8<-- "part/page/idea.py"', "print(1)", "part/page.md:7: Python on a page is an inclusion"),
        (
            '--8<-- "part/page/idea.py"',
            '--8<-- "part/page/idea.py"\nprint(2)',
            "part/page.md:7: Python on a page is an inclusion",
        ),
        (
            'title="part/page/idea.py"',
            'title="idea.py"',
            "part/page.md:7: the title 'idea.py' is not the file",
        ),
        ("part/page/idea.py", "part/page/gone.py", "part/page.md:8: there is no snippet part/page/gone.py"),
        (
            "part/page/idea.py",
            "other/idea.py",
            "the listings of this page stand in part/page/, not other/idea.py",
        ),
        ("backprop.sigmoid", "backprop.sigmoyd", "part/page.md:12: the library has no 'backprop.sigmoyd'"),
    ],
)
def test_each_rule_objects(book: rules.Book, old: str, new: str, complaint: str) -> None:
    assert old in GOOD
    found = breaches(book, GOOD.replace(old, new))
    assert any(complaint in breach for breach in found), found


def test_a_page_that_is_no_chapter_needs_neither_summary_nor_exercises(book: rules.Book) -> None:
    path = book.docs / "about.md"
    path.write_text("# About {#about}\n")
    assert list(rules.page_breaches(book, path)) == []


def test_a_snippet_is_shown_closed_and_narrow(book: rules.Book) -> None:
    assert snippet(book, "# --8<-- [start:a]\nx = 1\n# --8<-- [end:a]\n") == []
    assert snippet(book, "x = 1\n", shown=False) == ["part/page/idea.py:1: no page shows this snippet"]
    assert snippet(book, "# --8<-- [start:a]\nx = 1\n") == [
        "part/page/idea.py:1: the section 'a' is never closed"
    ]
    assert snippet(book, "x = 1\n# --8<-- [end:a]\n") == [
        "part/page/idea.py:2: the section 'a' ends without a start"
    ]
    assert snippet(book, f"x = '{'a' * 90}'\n") == [
        "part/page/idea.py:1: 96 characters; a listing's line has at most 88"
    ]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (
            "## Exercises",
            "``` sh\nmake\n" + 90 * "a" + "\n```\n\n## Exercises",
            "part/page.md:21: 90 characters;",
        ),
        (
            "## Exercises",
            '``` text\n--8<-- "times.txt"\n```\n\n## Exercises',
            "part/page.md:20: times.txt: 91 ",
        ),
        ("backprop.sigmoid", "backprop.Wide", "part/page.md:12: backprop.Wide: 92 characters;"),
    ],
)
def test_whatever_a_page_shows_is_narrow(
    book: rules.Book, monkeypatch: pytest.MonkeyPatch, old: str, new: str, complaint: str
) -> None:
    book.measurements.mkdir()
    (book.measurements / "times.txt").write_text(f"short\n{'a' * 91}\n")
    monkeypatch.setattr(
        rules, "source_of", lambda name: f"x\n{'a' * (92 if name == 'backprop.Wide' else 88)}"
    )
    assert breaches(book, GOOD) == []
    found = breaches(book, GOOD.replace(old, new))
    assert len(found) == 1
    assert found[0].startswith(complaint)


@pytest.mark.parametrize("loop", ["for i in [1, 2]:", "while True:", "for i in [1, 2]:\n  for j in [1, 2]:"])
def test_a_loop_has_one_print(book: rules.Book, loop: str) -> None:
    assert snippet(book, f"{loop}\n    print(1)\nprint(2)\n") == []
    assert snippet(book, f"{loop}\n    print(1)\n    print(2)\n")[0] == (
        "part/page/idea.py:1: a loop has one print: "
        "the outputs of several would stand incomplete and out of order"
    )


@pytest.mark.parametrize(
    "right", ["(a @ b) * c", "a * b @ c", "a @ b + c * d", "a @ (b * c)", "(a @\n b) * c"]
)
@pytest.mark.parametrize(
    "wrong", ["a @ b * c", "f(a @ b * c)", "(a @ b * c)", "a @ b * c @ d", "a @\\\n b * c"]
)
def test_a_matrix_product_that_is_multiplied_is_in_brackets(book: rules.Book, right: str, wrong: str) -> None:
    assert snippet(book, f"x = {right}\n") == []
    assert snippet(book, f"é = {wrong}\n")[0].startswith("part/page/idea.py:1: a beginner does not know")


def test_an_exception_excuses_one_fence_and_is_missed_when_it_does_not(book: rules.Book) -> None:
    text = GOOD.replace('--8<-- "part/page/idea.py"', "print(1)")
    reasons = {("part/page.md", "print(1)"): "a reason", ("part/page.md", "print(2)"): "an old reason"}
    excused = rules.Book(book.docs, book.snippets, book.measurements, book.parts, reasons)
    assert breaches(excused, text) == []
    assert rules.unused_exceptions(excused) == [("part/page.md", "print(2)")]


@pytest.mark.parametrize("name", ["random", "numpy", "backprop"])
def test_no_listing_takes_a_name_that_others_import(book: rules.Book, name: str) -> None:
    path = book.snippets / "part" / "page" / f"{name}.py"
    path.write_text("x = 1\n")
    found = [str(b) for b in rules.snippet_breaches(book, path, {f"part/page/{name}.py"})]
    assert found == [
        f"part/page/{name}.py:1: the listings beside it could no longer import what is called {name!r}"
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("def f():\n    def g():\n        nonlocal x\n    x = 1\n", ":3: beginners have not met nonlocal"),
        ("class A(B):\n    def f(self):\n        return super().f()\n", ":3: beginners have not met super()"),
        ("fs = [lambda z, i=i: z + i for i in range(3)]\n", ":1: a default that keeps a loop's variable"),
        ("for i in [1, 2]:\n    def f(z, *, i=i):\n        pass\n", ":2: a default that keeps a loop's"),
    ],
)
def test_a_beginners_listing_does_without(book: rules.Book, text: str, complaint: str) -> None:
    path = book.snippets / "part" / "page" / "idea.py"
    path.write_text(text)
    assert complaint in "".join(str(breach) for breach in rules.beginners_breaches(book, path))


def test_usual_defaults_and_closures_are_no_breach(book: rules.Book) -> None:
    path = book.snippets / "part" / "page" / "idea.py"
    path.write_text("h = 1\n\n\ndef f(z, h=0.1, y=h):\n    return lambda x: x + z\n")
    assert list(rules.beginners_breaches(book, path)) == []


def test_lines_that_three_listings_share_are_named(tmp_path: Path) -> None:
    same = "".join(f"x{n} = {n}\n#> no\n" for n in range(5))
    for name in "abc":
        (tmp_path / f"{name}.py").write_text(f"from network import {name}\n\n{same}")
    assert "a.py, b.py, c.py all have 'x0 = 0' and what follows" in next(rules.repeated_lines(tmp_path))
    (tmp_path / "c.py").write_text(same.replace("x2", "y2"))
    assert list(rules.repeated_lines(tmp_path)) == []
