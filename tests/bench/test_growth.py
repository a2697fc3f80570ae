"""A book of copies is what it says, and its growth is told right."""

import re

import pytest
from bench import growth

from bookkit.paths import CACHE

OWN = re.compile(r"(?:\{#|\\label\{)[\w-]+")
PAGE = r"""# A page {#a-page}

See [](#eq-sum), [a figure](#fig-sum), [another](../deep/relu.md#eq-relu), [](../deep/relu.md#eq-relu),
[a box](#theorem-sum), [a site](https://example.org/a(b)) and ![a figure](../figures/sum.svg).

$$
a + b = b + a \label{eq-sum}
$$

/// figure-caption
    attrs: {id: fig-sum}
A sum.
///

!!! exercise easy "Count"

    /// code | count
    Count.
    ///
"""


def test_a_copy_of_a_page_has_ids_of_its_own_and_leads_to_itself():
    text = growth.copy_of(PAGE, 7)
    assert "# A page {#a-page-7}" in text
    assert r"\label{eq-sum-7}" in text
    assert "{id: fig-sum-7}" in text
    assert "[](#eq-sum-7), [a figure](#fig-sum-7)" in text
    assert "[a box](#theorem-sum)" in text
    assert "[another](../index.md), [elsewhere](../index.md)" in text
    assert "[a site](https://example.org/a(b)) and ![a figure](../figures/sum.svg)" in text
    assert "/// code" not in text


def test_no_two_copies_are_the_same_to_what_keeps_results(tmp_path):
    assert growth.write(tmp_path, 2, ["museum/signs"]) == 2
    one, two = ((tmp_path / "docs" / "museum" / f"signs-{n}.md").read_text() for n in (1, 2))
    assert set(OWN.findall(one)).isdisjoint(OWN.findall(two))
    assert re.sub(r"(?<=[\w])-1(?=\W)", "", one) == re.sub(r"(?<=[\w])-2(?=\W)", "", two)


def test_growth_in_proportion_is_told_from_growth_that_is_faster():
    linear = {n: (3.0 + 2 * n, 1.0 + n) for n in (4, 16, 40)}
    assert growth.rows(linear) == [
        ["4", "1.0", "", "0.45"],
        ["16", "3.2", "1.00", "1.55"],
        ["40", "7.5", "1.00", "3.73"],
    ]
    square = {n: (3.0 + n * n, 1.0) for n in (4, 16, 40)}
    assert growth.rows(square)[-1] == ["40", "84.4", "2.80", "0.05"]


def test_a_book_is_built_from_nothing_but_drawings_and_then_once_more(monkeypatch, tmp_path):
    monkeypatch.setattr(growth, "CACHE", tmp_path)
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "sum").touch()
    (tmp_path / "equations").mkdir()
    there = []

    def build(folder, cache):
        there.append(sorted(path.relative_to(cache).as_posix() for path in cache.rglob("*")))
        (cache / "pages").mkdir(exist_ok=True)
        return 10.0 - len(there)

    assert growth.measured(1, build) == (len(growth.NAMES), 9.0, 8.0)
    assert there == [["figures", "figures/sum"], ["figures", "figures/sum", "pages"]]
    assert growth.table([1, 2], build).splitlines()[-1].split()[0] == str(2 * len(growth.NAMES))


@pytest.mark.nightly
def test_a_book_that_cannot_be_built_has_no_time(tmp_path):
    growth.write(tmp_path, 1, ["museum/signs"])
    (tmp_path / "docs" / "index.md").write_text("# Home {#home}\n\n[nowhere](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(RuntimeError, match=r"(?s)the build has failed:.*nowhere\.md"):
        growth.seconds_of_a_build(tmp_path, CACHE)


@pytest.mark.nightly
def test_what_is_built_once_more_was_kept_page_by_page(monkeypatch):
    kept = []

    def build(folder, cache):
        seconds = growth.seconds_of_a_build(folder, cache)
        kept.append(sorted(path.name for path in (cache / "pages").iterdir()))
        return seconds

    monkeypatch.setattr(growth, "NAMES", ["museum/signs"])
    pages, first, again = growth.measured(2, build)
    assert pages == 2
    assert len(kept[0]) >= pages
    assert kept[0] == kept[1]
    assert first > again > 0
