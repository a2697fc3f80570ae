"""What stays open of a listing, and what folds."""

import pytest

from bookkit.pages.folding import MOST, Part, parts, region, units, without_marks

SETUP = "import numpy as np\nfrom backprop import Network\n\nnet = Network([2, 2])\n"
NEWS = "print(net.sizes)\n#> [2, 2]\n"


def kinds(code: str, known: set[str] | None = None, kept: tuple[int, int] | None = None) -> list[str]:
    """Return the kind of each line."""
    found = parts(code, known or set(), kept)
    return [part.kind for part in found for _ in range(part.first, part.last + 1)]


def texts(code: str) -> set[str]:
    return {unit.text for unit in units(code)}


def long_function(lines: int, name: str = "f") -> str:
    return f"def {name}(x):\n" + "".join(f"    x = x + {n}\n" for n in range(lines - 2)) + "    return x\n"


def test_a_short_new_listing_stays_as_it_is() -> None:
    assert parts(SETUP + NEWS, set()) == [Part("shown", 0, 5)]


def test_what_the_page_has_shown_before_is_setup() -> None:
    assert kinds(SETUP + NEWS, texts(SETUP)) == ["setup"] * 4 + ["shown"] * 2


def test_imports_alone_are_setup_where_they_are_many() -> None:
    imports = "import ast\nimport html\nimport re\n\n"
    assert kinds(imports + NEWS) == ["setup"] * 4 + ["shown"] * 2
    assert kinds("import ast\nimport re\n\n" + NEWS) == ["shown"] * 5


def test_a_statement_that_differs_in_one_number_is_news() -> None:
    code = SETUP.replace("[2, 2]", "[2, 3]") + NEWS
    assert set(kinds(code, texts(SETUP))) == {"shown"}


def test_what_is_known_folds_further_down_too() -> None:
    known = long_function(6)
    code = f"a = 1\n\n\n{known}\n\n{NEWS}"
    assert kinds(code, texts(known)) == ["shown"] * 3 + ["again"] * 8 + ["shown"] * 2


def test_what_prints_never_folds_as_known() -> None:
    code = "a = 1\n" + "print(a)\n#> 1\nprint(a)\n#> 1\nprint(a)\n#> 1\n" + "b = 2\n"
    assert set(kinds(code, texts(code))) == {"shown"}


def test_something_is_always_shown() -> None:
    assert kinds(SETUP, texts(SETUP))[-1] == "shown"
    assert kinds("x = 1\n" * 3, {"x = 1"})[-1] == "shown"


@pytest.mark.parametrize(
    "code",
    [
        long_function(60),
        long_function(20) + "\n\n" + long_function(20, "g") + "\n\n" + NEWS,
        "table = [\n" + "    1,\n" * 40 + "]\n",
        "class A:\n" + "".join(f"    def f{n}(self):\n        return {n}\n\n" for n in range(20)),
        "x = 1\n" * 100,
        SETUP * 8 + NEWS,
        "not Python, but a listing\n" * 30,
    ],
    ids=["function", "functions", "list", "class", "lines", "repeated", "text"],
)
def test_no_more_than_24_lines_stay_open_and_none_is_lost(code: str) -> None:
    found = parts(code, set())
    assert 0 < sum(part.size for part in found if part.kind == "shown") <= MOST
    assert [n for part in found for n in range(part.first, part.last + 1)] == list(
        range(len(code.splitlines()))
    )


def test_the_results_stay_open_and_begin_with_a_whole_statement() -> None:
    code = (
        "from backprop import Network\n\n"
        + "a = [\n    1,\n    2,\n]\n" * 3
        + long_function(18)
        + "\n"
        + NEWS
    )
    found = parts(code, set())
    assert [part.kind for part in found] == ["setup", "shown"]
    assert code.splitlines()[found[1].first] == "def f(x):"


def test_definitions_before_the_part_that_stays_open_are_not_called_setup() -> None:
    code = long_function(15) + "\n\n" + long_function(15, "g") + "\n\n" + NEWS
    assert [part.kind for part in parts(code, set())] == ["before", "shown"]


def test_comments_go_with_the_statement_below_them() -> None:
    known = "# The slope.\n" + long_function(5)
    assert kinds(known + "\n\n" + NEWS, texts(known))[0] == "setup"
    code = f"import ast\nimport html\nimport re\n\n# What is new.\n{NEWS}"
    assert kinds(code) == ["setup"] * 4 + ["shown"] * 3


def test_the_authors_marks_say_what_stays_open() -> None:
    file = "a = 1\n# --8<-- [start:shown]\nb = 2\nc = 3\n# --8<-- [end:shown]\nd = 4\n"
    assert region(file) == (1, 2)
    code = without_marks(file)
    assert code == "a = 1\nb = 2\nc = 3\nd = 4\n"
    assert kinds(code, kept=region(file)) == ["setup", "shown", "shown", "rest"]


def test_other_sections_say_nothing_about_folds() -> None:
    file = "# --8<-- [start:data]\na = 1\n# --8<-- [end:data]\n"
    assert region(file) is None
    assert without_marks(file) == "a = 1\n"


@pytest.mark.parametrize(
    ("file", "complaint"),
    [
        ("# --8<-- [start:shown]\na = 1\n", "belong together"),
        ("a = 1\n# --8<-- [end:shown]\n", "belong together"),
        ("# --8<-- [end:shown]\na = 1\n# --8<-- [start:shown]\n", "keeps -1 lines open"),
        ("# --8<-- [start:shown]\n# --8<-- [end:shown]\n", "keeps 0 lines open"),
        ("# --8<-- [start:shown]\n" + "a = 1\n" * 25 + "# --8<-- [end:shown]\n", "keeps 25 lines open"),
        ("# --8<-- [start:shown]\n# --8<-- [start:shown]\n# --8<-- [end:shown]\n", "stands twice"),
    ],
)
def test_marks_that_keep_nothing_open_are_an_error(file: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        region(file)
