import pytest
from bs4 import BeautifulSoup

from bookkit.site.selectors import split, written_out

PAGE = BeautifulSoup(
    '<main class="a"><p class="b x">1</p><p class="c">2</p><li class="x">3</li>'
    '<div class="x b">4</div></main>'
    '<p class="b">5</p><table><tr><th>6</th><td class="b">7</td><td class="x">8</td></tr></table>',
    "html.parser",
)


def test_a_list_of_selectors_is_split_at_its_own_commas_only() -> None:
    assert split('a, p:is(.b, [title="x,y"] ), li') == ["a", 'p:is(.b, [title="x,y"] )', "li"]


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        (".a :is(.b, .c)", [".a .b", ".a .c"]),
        (".a > :is(p, li).x", [".a > p.x", ".a > li.x"]),
        ("p:is(.b, .c)", ["p.b", "p.c"]),
        (".x:is(p, li)", ["p.x", "li.x"]),
        ("tr > :is(th, td):first-child", ["tr > th:first-child", "tr > td:first-child"]),
        (":is(p, div):is(.x, .c)", ["p.x", "p.c", "div.x", "div.c"]),
    ],
)
def test_a_list_at_the_end_is_written_out_and_means_the_same(selector: str, expected: list[str]) -> None:
    assert written_out(selector) == expected
    together = [element for one in expected for element in PAGE.select(one)]
    assert {id(element) for element in together} == {id(element) for element in PAGE.select(selector)}
    assert together


@pytest.mark.parametrize(
    "selector",
    [
        ".a p",
        ".a:is(.b, .c) > p",  # what the element itself must have is a tag
        ".a :is(.b, p)",  # a class weighs more than a tag
        ".a :is(.b, #c)",
        ".a :is(.b.x, .c)",
        ".a :is(.b .x, .c)",  # it need not be inside .a
        ".a p:is(li, div)",  # two tags
        ".a :not(:is(.b, .c))",
        ".a :is(.b, :not(.c))",
        ".a :is(*, p)",
        ".a :where(.b, .c)",
    ],
)
def test_another_selector_stays_as_it_is(selector: str) -> None:
    assert written_out(selector) == [selector]


def test_a_member_may_have_the_weight_of_a_class_in_other_ways() -> None:
    assert written_out(".a :is(.b, [href], :hover)") == [".a .b", ".a [href]", ".a :hover"]


def test_a_bracket_that_is_not_closed_is_named() -> None:
    with pytest.raises(ValueError, match=r"a bracket is not closed in the selector ':is\(.b'"):
        written_out(".a :is(.b")
