"""A lab's script, read as a page."""

from pathlib import Path

import jupytext
import pytest

from bookkit.pages.source import PageError, read_page
from bookkit.paths import ENGLISH
from bookkit.programs import labs
from bookkit.proof.prose import check_numbers

SCRIPT = """# ---
# jupyter:
#   jupytext: {}
# ---

# %% [markdown]
# # Lab: a title
#
# The circuit costs $x^2$.

# %%
# A comment.
x = 1.25
print(x * 2)

# %% [markdown]
# It is 2.5 in the end.
"""


@pytest.fixture
def lab(tmp_path: Path) -> Path:
    path = tmp_path / "lab.py"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


def test_words_and_code_stand_on_their_own_lines() -> None:
    words, code = labs.as_markdown(SCRIPT).splitlines(), labs.as_code(SCRIPT).splitlines()
    assert words[6:9] == ["# Lab: a title", "", "The circuit costs $x^2$."]
    assert words[16] == "It is 2.5 in the end."
    assert code[11:14] == ["# A comment.", "x = 1.25", "print(x * 2)"]
    assert not any(one and other for one, other in zip(words, code, strict=False))


@pytest.mark.parametrize("path", sorted((ENGLISH / "labs").glob("*.py")), ids=lambda path: path.stem)
def test_jupytext_reads_the_same(path: Path) -> None:
    cells = jupytext.read(path).cells
    script = path.read_text(encoding="utf-8")

    def lines(text: str) -> list[str]:
        return [line for line in text.splitlines() if line.strip()]

    words = [line for cell in cells if cell.cell_type == "markdown" for line in lines(cell.source)]
    assert lines(labs.as_markdown(script)) == words
    code = [line for cell in cells if cell.cell_type == "code" for line in lines(cell.source)]
    ours = lines(labs.as_code(script.partition("\n\n")[2]))
    assert [line.removeprefix("# ") for line in ours] == [line.removeprefix("# ") for line in code]


@pytest.mark.parametrize("path", sorted((ENGLISH / "labs").glob("*.py")), ids=lambda path: path.stem)
def test_cells_begin_where_jupytext_sees_them_begin(path: Path) -> None:
    script = path.read_text(encoding="utf-8")
    lines = script.splitlines()
    first = [cell.source.splitlines()[0] for cell in jupytext.read(path).cells if cell.cell_type == "code"]
    assert [lines[number - 1].removeprefix("# ") for number in labs.code_cells(script)] == [
        line.removeprefix("# ") for line in first
    ]


def test_cells_without_code_are_not_counted() -> None:
    assert labs.code_cells(SCRIPT) == [12]
    assert labs.code_cells("a = 1\n\n# %%\n\n# %% more\n\nb = 2\nc = 3\n") == [1, 7]


def test_a_lab_is_read_as_a_page(lab: Path) -> None:
    page = read_page(lab)
    assert [(equation.latex, equation.line) for equation in page.equations] == [("x^2", 9)]
    assert [line.text for line in page.prose if line.line == 17] == ["It is 2.5 in the end."]
    assert page.front_matter == {}


def test_a_number_is_one_that_a_cell_prints_or_holds(lab: Path) -> None:
    assert [(number.text, number.status) for number in check_numbers(read_page(lab))] == [("2.5", "true")]
    lab.write_text(SCRIPT.replace("It is 2.5", "It is 1.25, or 2.4, or −2.5"), encoding="utf-8")
    found = check_numbers(read_page(lab))
    assert [number.status for number in found] == ["true", "false", "false"]
    assert "lab.py:17: 2.4 is no number of this page's listings; nearest: 2.5" in found[1].message
    assert "has the opposite sign of 2.5" in found[2].message


def test_comments_in_its_cells_are_judged_too(lab: Path) -> None:
    lab.write_text(SCRIPT.replace("A comment", "It costs 7.5"), encoding="utf-8")
    assert [n.line for n in check_numbers(read_page(lab)) if n.status == "false"] == [12]


def test_a_lab_without_such_numbers_is_not_run(lab: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(path: Path) -> str:
        raise AssertionError("it was run")

    monkeypatch.setattr(labs, "printed", never)
    with pytest.raises(AssertionError):
        check_numbers(read_page(lab))
    lab.write_text(SCRIPT.replace("2.5", "2"), encoding="utf-8")
    assert check_numbers(read_page(lab)) == []


def test_what_it_prints_is_kept_until_it_changes(lab: Path, tmp_path: Path) -> None:
    lab.write_text(SCRIPT + f"# %%\nopen({str(tmp_path / 'runs')!r}, 'a').write('x')\n", encoding="utf-8")
    assert labs.printed(lab) == labs.printed(lab) == "2.5\n"
    assert (tmp_path / "runs").read_text() == "x"
    lab.write_text(lab.read_text(encoding="utf-8").replace("x * 2", "x * 4"), encoding="utf-8")
    assert labs.printed(lab) == "5.0\n"


def test_a_lab_that_does_not_run_is_named(lab: Path) -> None:
    lab.write_text(SCRIPT.replace("print(x * 2)", "print(y)"), encoding="utf-8")
    with pytest.raises(PageError, match=r"lab\.py:14: the lab does not run: NameError: name 'y'"):
        check_numbers(read_page(lab))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("import warnings; warnings.warn('old')", "UserWarning: old"),
        ("import bookdraw", "import of bookdraw halted"),
        ("from bookkit import paths", "import of bookkit halted"),
    ],
)
def test_a_lab_that_warns_or_needs_what_readers_do_not_have_is_named(lab: Path, line: str, said: str) -> None:
    lab.write_text(SCRIPT.replace("print(x * 2)", line), encoding="utf-8")
    with pytest.raises(labs.LabError, match=said) as caught:
        labs.printed(lab)
    assert caught.value.line == 14


def test_a_lab_as_a_notebook_is_always_the_same(tmp_path: Path) -> None:
    lab = tmp_path / "lab.py"
    lab.write_text("# %% [markdown]\n# # Lab\n\n# %%\nprint(1 + 1)\n", encoding="utf-8")
    notebook = labs.as_ipynb(lab)
    assert notebook == labs.as_ipynb(lab)
    assert '"nbformat": 4' in notebook
    assert "print(1 + 1)" in notebook
