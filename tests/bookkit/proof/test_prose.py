"""Numbers in the text: what is found, what is borne out by a listing, what is said of the rest."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookkit.numbers import evidence
from bookkit.numbers.evidence import Evidence
from bookkit.numbers.judging import NumberVerdict, agrees, judge
from bookkit.numbers.reading import read_numbers
from bookkit.pages.source import PageError, parse_page
from bookkit.proof.prose import check_numbers
from bookkit.seeing.rendering import divided

LISTING = '''\
import numpy as np

eta = 0.25
start = -1.75
shift = eta - 3.5  # a quarter less 3.5
print(sigmoid(3))
#> 0.952574
print(-3, 1e-08, f"{share:.1f} %")
#> -0.1355300 1.2e-08 92.5 %
print(rows)
"""
[[0.125 6.5]
 [7.75 -8.25]]
"""
print(big)
#> 1,234.56 and [2. 3.]
'''


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of snippets with one listing, one section of it, and one figure."""
    snippets = tmp_path / "snippets"
    (snippets / "part" / "page").mkdir(parents=True)
    (snippets / "part" / "page" / "idea.py").write_text(LISTING, encoding="utf-8")
    (snippets / "part" / "page" / "wires.py").write_text(
        'import matplotlib.pyplot as plt\n\nplt.text(0.3, 0.4, "slope 0.9526")\n'
        'plt.text(0.3, 0.4, f"{slope:.4f} at 0.99")\nplt.show()\n',
        encoding="utf-8",
    )
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / "times.txt").write_text("epochs  seconds\n30      4.75\n", encoding="utf-8")
    monkeypatch.setattr(evidence, "SNIPPETS", snippets)
    monkeypatch.setattr(evidence, "MEASUREMENTS", tmp_path / "results")
    return tmp_path


def verdicts(book: Path, text: str, listing: str = "part/page/idea.py") -> list[NumberVerdict]:
    """The verdicts on a page with this text and one listing."""
    path = book / "page.md"
    fence = f'``` python title="{listing}"\n--8<-- "{listing}"\n```\n' if listing else ""
    path.write_text(f"# Page {{#page}}\n\n{text}\n\n{fence}", encoding="utf-8")
    return check_numbers(parse_page(path, path.read_text(encoding="utf-8")))


def statuses(book: Path, text: str, listing: str = "part/page/idea.py") -> list[tuple[str, str]]:
    """Number and status of all verdicts but those on the listing's own comment."""
    return [(v.text, v.status) for v in verdicts(book, text, listing) if v.path.name == "page.md"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("falls to 0.9526.", ["0.9526"]),
        ("from -0.5 to −0.25", ["-0.5", "-0.25"]),
        ("between 0.61–0.63", ["0.61", "0.63"]),
        ("in 0.61-0.63", ["0.61", "0.63"]),
        ("- 0.5 in a list", ["0.5"]),
        ("minus 0.5, and 3 minus 0.25", ["-0.5", "3", "0.25"]),
        ("+0.5", ["0.5"]),
        ("(−1.5)", ["-1.5"]),
        ("about .5", ["0.5"]),
        ("1,234.5 and 1\u202f234.5", ["1234.5", "1234.5"]),
        ("2.4e-8, 2.4E+3, 2.4 × 10⁻⁸, 2.4·10^-8, 10⁻⁸", ["2.4e-8", "2.4e3", "2.4e-8", "2.4e-8", "1e-8"]),
        ("0.5x faster, 0.5s", ["0.5", "0.5"]),
        ("a=0.5;b=-0.5", ["0.5", "-0.5"]),
        ("12", ["12"]),
    ],
)
def test_numbers_are_read(text: str, values: list[str]) -> None:
    assert [number.value for number in read_numbers(text)] == [Decimal(value) for value in values]


@given(st.integers(-(10**7), 10**7), st.integers(1, 7))
def test_a_printed_decimal_is_read_back(digits: int, places: int) -> None:
    value = Decimal(digits).scaleb(-places)
    text = f"{value:.{places}f}"
    assert [number.value for number in read_numbers(f"a {text} b")] == [value]
    assert [number.value for number in read_numbers(f"a {text.replace('-', '−')}.")] == [value]


@given(st.text(max_size=40))
def test_reading_never_fails(text: str) -> None:
    for number in read_numbers(text):
        assert number.text in text


@pytest.mark.parametrize(
    ("shown", "printed", "holds"),
    [
        ("0.9526", "0.952574", True),
        ("0.953", "0.952574", True),
        ("0.952574", "0.952574", True),
        ("0.9525", "0.952574", False),
        ("0.9527", "0.952574", False),
        ("0.9625", "0.952574", False),
        ("−0.9526", "0.952574", False),
        ("0.9526", "-0.952574", False),
        ("0.12", "0.125", False),
        ("0.13", "0.125", True),
        ("0.13", "0.1249", False),
        ("0.9520", "0.952", False),
        ("95.3 %", "0.952574", True),
        ("95.2 %", "0.952574", False),
        ("0.953", "95.3 %", True),
        ("95.3", "95.3 %", True),
        ("1.2e-8", "1.23e-08", True),
        ("1.2 × 10⁻⁸", "1.23e-08", True),
        ("1.3e-8", "1.23e-08", False),
        ("1.2e-7", "1.23e-08", False),
        ("10⁻⁸", "1e-08", True),
        ("10⁻⁹", "1e-08", False),
        ("1,234.6", "1234.56", True),
        ("−0.0", "0.0", True),
        ("0.00", "0.001", False),
        ("0.10", "0.1", False),
    ],
)
def test_a_number_agrees_with_a_printed_one(shown: str, printed: str, holds: bool) -> None:
    (number,), (output,) = read_numbers(shown), read_numbers(printed)
    evidence = Evidence(output.value, printed, "x.py:1", exact=False, percent=output.percent)
    assert agrees(number, evidence) is holds
    assert (judge(number, [evidence]) is None) is holds


@pytest.mark.parametrize(
    ("shown", "holds"),
    [
        ("0.1192", True),
        ("0.1193", False),
        ("0.119313", True),
        ("−0.08", False),
        ("0.12", True),
        ("0.80", False),
    ],
)
def test_a_rounded_number_must_not_look_like_a_misprint(shown: str, holds: bool) -> None:
    printed = ["0.1192", "0.119313", "0.08", "-0.0799", "0.7961"]
    evidence = [Evidence(Decimal(text), text, "x.py:1", exact=False) for text in printed]
    (number,) = read_numbers(shown)
    reason = judge(number, evidence)
    assert (reason is None) is holds
    assert holds or "misprint of" in str(reason)


@pytest.mark.parametrize(
    ("shown", "section", "holds"),
    [
        ("0.1192", 1, True),  # printed here
        ("0.1193", 1, False),  # printed elsewhere, and one off from what is printed here
        ("0.1193", 2, True),
        ("0.1192", 2, False),
        ("−0.25", 1, True),  # printed elsewhere, and like no other number
        ("0.95", 1, False),  # a rounding from elsewhere, and −0.95 is printed
        ("0.95", 2, False),
        ("0.953", 1, True),
    ],
)
def test_a_number_of_another_section_must_not_look_like_a_misprint(
    shown: str, section: int, holds: bool
) -> None:
    printed = [("0.1192", 1), ("0.1193", 2), ("-0.25", 2), ("0.9526", 2), ("-0.95", 1)]
    evidence = [Evidence(Decimal(t), t, "x.py:1", exact=False, section=s) for t, s in printed]
    (number,) = read_numbers(shown)
    reason = judge(number, evidence, section)
    assert (reason is None) is holds
    assert holds or "misprint of" in str(reason)


def test_sections_begin_at_headings_and_exercises(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(
        "# A {#a}\n\nx\n\n``` python\n# no heading\n```\n\n## B {#b}\n\n"
        '!!! exercise "One"\n    x\n\n??? solution "Solution"\n    x\n\n!!! exercise "Two"\n    x\n',
        encoding="utf-8",
    )
    page = parse_page(path, path.read_text(encoding="utf-8"))
    assert [evidence.section_of(page, line) for line in (1, 3, 7, 9, 10, 12, 15, 18)] == [
        1,
        1,
        1,
        2,
        2,
        3,
        3,
        4,
    ]


def test_outputs_and_literals_of_the_listing_count(book: Path) -> None:
    text = "0.25, −1.75, 3.5, 0.9526, −0.13553, 1.2e-8, 92.5 %, 0.925, 0.125, 6.5, 7.75, −8.25, 1,234.56, 2.0"
    assert {status for _, status in statuses(book, text)} == {"true"}
    assert len(statuses(book, text)) == 14


def test_an_output_that_stands_under_no_print_is_none(book: Path) -> None:
    path = book / "snippets" / "part" / "page" / "orphan.py"
    path.write_text("x = 1\n#> 0.5\nprint(x)\ny = 2\n#> 0.75\nprint(y)\n#> 0.875\n", encoding="utf-8")
    found = statuses(book, "0.5, 0.75, 0.875", "part/page/orphan.py")
    assert found == [("0.5", "false"), ("0.75", "false"), ("0.875", "true")]


@pytest.mark.parametrize(
    "wrong", ["1.75", "−3.5", "−0.25", "0.1355", "0.9525", "0.9562", "8.25", "1,234.57", "92.4 %", "1.3e-8"]
)
def test_a_wrong_number_is_found(book: Path, wrong: str) -> None:
    assert statuses(book, f"It is {wrong} here.") == [(wrong, "false")]


def test_numbers_are_found_wherever_they_are_read(book: Path) -> None:
    text = """\
## Heading 0.31 {#heading-0.99}

| column | 0.32 |
| --- | --- |
| 0.33 | **0.34** |

!!! example "Title 0.35"
    Inside 0.36, a [link of 0.37](page.md#at-0.99), \\(x\\) and `code 0.445`
    <span title="0.375">0.38</span> 0\\.39 &minus;0.41.

![Alternative text 0.42](../figures/none/0.99.svg){width=0.99}
/// figure-caption
    attrs: {id: fig-x}
Caption 0.43
///

<!-- 0.99 --> $0.44$ and $\\frac{0.46}{2}$ but $x = 0.99$, $\\sigma(0.45)$ and $h \\coloneqq 0.99$.
"""
    expected = "0.31 0.32 0.33 0.34 0.35 0.36 0.37 0.375 0.38 0.39 −0.41 0.42 0.43 0.44 0.445 0.45 0.46"
    assert sorted(statuses(book, text)) == sorted((number, "false") for number in expected.split())


def test_versions_triples_and_addresses_are_no_decimals(book: Path) -> None:
    text = "Python 3.11, NumPy ≥ 2.0, 1.2.3, release 10.0.2.1, https://host/0.5/x"
    assert statuses(book, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Python 0.97",
        "Python 3.952",
        "Python 3.99",
        "v1.6",
        "PyTorch 7.41",
        "Python gives 3.11",
        "section 3.11",
        "Figure 3.1",
    ],
)
def test_the_way_out_for_versions_is_narrow(book: Path, text: str) -> None:
    assert [status for _, status in statuses(book, text)] == ["false"]


def test_a_marked_datum_is_listed_as_given(book: Path) -> None:
    assert statuses(book, "We take [0.05]{.given} and [about 5.5 %]{ .given }.") == [
        ("0.05", "given"),
        ("about 5.5 %", "given"),
    ]


@pytest.mark.parametrize("text", ["[0.05 and 0.06]{.given}", "[whatever]{.given}"])
def test_a_mark_covers_one_number(book: Path, text: str) -> None:
    (verdict,) = verdicts(book, text, listing="")
    assert verdict.status == "false"
    assert "exactly one number" in verdict.message


def test_comments_in_a_listing_are_read_too(book: Path) -> None:
    path = book / "snippets" / "part" / "page" / "idea.py"
    assert [v.status for v in verdicts(book, "Text.")] == ["true"]
    path.write_text(LISTING.replace("a quarter less 3.5", "a quarter less 3.6"), encoding="utf-8")
    (verdict,) = verdicts(book, "Text.")
    assert (verdict.status, verdict.line, verdict.path) == ("false", 5, path)


def test_text_drawn_in_a_figure_is_read_too(book: Path) -> None:
    found = verdicts(book, "![Wires](../figures/part/page/wires.svg)")
    drawn = [(v.text, v.status, v.line) for v in found if v.path.name == "wires.py"]
    assert drawn == [("0.9526", "true", 3), ("0.99", "false", 4)]


def test_a_figure_shown_as_code_is_none(book: Path) -> None:
    found = verdicts(book, "``` md\n![Wires](../figures/part/page/wires.svg)\n```")
    assert [v for v in found if v.path.name == "wires.py"] == []


def test_a_section_of_a_listing_brings_only_its_own_numbers(book: Path) -> None:
    path = book / "snippets" / "part" / "page" / "parts.py"
    path.write_text("a = 0.5\n# --8<-- [start:b]\nb = 0.75\n# --8<-- [end:b]\nc = 0.875\n", encoding="utf-8")
    found = statuses(book, "0.5, 0.75, 0.875", "part/page/parts.py:b")
    assert found == [("0.5", "false"), ("0.75", "true"), ("0.875", "false")]
    found = statuses(book, "0.5, 0.75, 0.875", "part/page/parts.py:5:5")
    assert found == [("0.5", "false"), ("0.75", "false"), ("0.875", "true")]


def test_a_measurement_counts_as_printed(book: Path) -> None:
    assert statuses(book, "4.75, 4.8, 4.7", "times.txt") == [
        ("4.75", "true"),
        ("4.8", "true"),
        ("4.7", "false"),
    ]


def test_numbers_in_library_source_count(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "source_of", lambda name: "def f(x):\n    return 0.625 * x\n")
    assert statuses(book, "0.5, 0.625", "backprop.f") == [("0.5", "false"), ("0.625", "true")]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("0.9525", "cut off; rounded it is 0.9526"),
        ("−0.9526", "opposite sign of 0.952574"),
        ("0.9525740", "more digits than 0.952574"),
        ("0.77", "nearest: "),
    ],
)
def test_messages_say_where_what_and_what_to_do(book: Path, number: str, words: str) -> None:
    (verdict,) = [v for v in verdicts(book, f"First.\n\nThen {number}.") if v.status == "false"]
    assert verdict.line == 5
    assert verdict.message.startswith(f"{book / 'page.md'}:5: {number} ")
    assert words in verdict.message
    assert "idea.py:" in verdict.message
    assert f"[{number}]{{.given}}" in verdict.message


def test_a_page_without_listings_says_so(book: Path) -> None:
    (verdict,) = verdicts(book, "It is 0.5.", listing="")
    assert "includes no listing" in verdict.message


@pytest.mark.parametrize("target", ["part/page/missing.py", "backprop.missing", "part/page/idea.py:missing"])
def test_a_missing_listing_is_an_error_with_its_line(book: Path, target: str) -> None:
    with pytest.raises(PageError, match=r"page\.md:6: .*missing"):
        verdicts(book, "It is 0.5.", target)


def test_an_entry_of_a_very_long_list_is_read_whole(book: Path) -> None:
    """Such a list is cut, to be rendered in time; a year beside its comma stays a year."""
    entries = [f"- Ada Author, *{'Some-words-' * 40}*, 2015.\n  {{: #ada-{n} }}" for n in range(50)]
    assert statuses(book, "\n".join(entries)) == []
    assert divided("one two " * 3000).count("\n\n") == 4  # without a line to cut at, blanks have to do


@pytest.mark.parametrize("count", range(36, 56))
def test_a_very_long_list_is_cut_between_its_entries_also_near_its_end(count: int) -> None:
    entry = f"- Ada Author, *{'Some-words-' * 40}*, 2015.\n  {{: #ada }}"
    parts = divided("\n".join([entry] * count)).split("\n\n")
    assert len(parts) > 3
    assert all(part.lstrip().startswith("- ") for part in parts)
