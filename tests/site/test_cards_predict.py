"""Guess, then check: what a reader types is understood, and what is said of it is true."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from playwright.sync_api import Browser, Page, Route, expect

from booktest.costs import WATCH_SHIFT

from ..forked import Builder
from .served import served
from .small import build
from .window import SHIFT, new_context

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("small site")]

PAGE = """# One {#one}

!!! exercise easy pencil "Other numbers"
    What is it?

    /// predict | nudges/circuit/guess_first_input.py
    The derivative with respect to the first input

    own_value
    :   A product gate gives the **other** value, $2 = 1 + 1$.

    value_for_slope
    :   The value is not the slope.

    times_input
    :   A sum hands on.
    ///

??? solution "Solution"
    ``` python title="nudges/circuit/solution_other_numbers.py"
    --8<-- "nudges/circuit/solution_other_numbers.py"
    ```
"""
RIGHT = ["-0.1050", "−0.105", "-0,105", "–.1050", " - 0.105", "-0.10499", "-0.10504999", "−21/200",
         "-1.05e-1", "-0 21/200", "−1.05·10^-1", "-10.5 %", "= -0.105", "-0.10495"]  # fmt: skip
SAID = {
    "0.2100": "known", "-0.1192": "known", "-0.42": "known", "0.21": "known", "-0.4": "known",
    "0.105": "sign", "1.05": "sign_and_ten", "-1.05": "ten", "-0.0105": "ten", "-10.5": "ten",
    "-0.1": "coarse_many", "-0.11": "coarse_many", "-0.1052": "near", "-0.1060": "wrong",
    "0": "wrong", "7": "wrong",
    "": "unreadable", "minus one": "unreadable", "1/0": "unreadable", "1/2/3": "unreadable",
    "--1": "unreadable", ".": "unreadable", "1e9999": "unreadable",
}  # fmt: skip
JUDGE = """([typed, answer, wrong]) => import("../../assets/cards/predict.js")
  .then(({ judge }) => judge(typed, answer, wrong.map(value => ({ value, say: value }))).verdict)"""


@pytest.fixture(scope="module")
def address(builder: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(
        build(
            builder,
            tmp_path_factory.mktemp("predict"),
            {"nudges/one.md": PAGE, "nudges/two.md": "# Two {#two}\n"},
        )
    ) as found:
        yield f"{found}nudges/one/"


@pytest.fixture(scope="module")
def judged(browser: Browser, address: str):
    """Return a function that judges a guess with the page's own script."""
    page = new_context(browser).new_page()
    page.goto(address)
    yield lambda typed, answer, *wrong: page.evaluate(JUDGE, [typed, answer, wrong])
    page.context.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = new_context(browser, viewport={"width": 390, "height": 844}, has_touch=True)
    context.add_init_script(WATCH_SHIFT)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


@pytest.mark.parametrize("typed", RIGHT)
def test_a_right_guess_is_right_however_it_is_written(judged, typed: str) -> None:
    assert judged(typed, "-0.1050") == "right"


@pytest.mark.parametrize(("typed", "verdict"), SAID.items())
def test_a_wrong_guess_is_told_what_is_wrong(judged, typed: str, verdict: str) -> None:
    assert judged(typed, "-0.1050", "0.2100", "-0.1192", "-0.4200") == verdict


@pytest.mark.parametrize(
    ("typed", "answer", "verdict"),
    [
        ("9", "9", "right"), ("8.6", "9", "right"), ("90", "9", "ten"), ("0.9", "9", "ten"),
        ("93", "9", "wrong"),
        ("-9", "9", "sign"), ("12", "1", "wrong"), ("0", "0", "right"), ("0.3", "0.25", "coarse_many"),
        ("1/4", "0.25", "right"), ("½", "0.50", "right"), ("1½", "1.5", "right"), ("2", "1.5", "coarse_one"),
        ("1,000.5", "1000.5", "right"), ("25%", "0.25", "right"), ("25 %", "25", "right"),
        ("1 000", "1000", "right"),
        ("0.0", "0.0452", "wrong"), ("0.045", "0.0452", "coarse_many"), ("0.05", "0.0452", "coarse_many"),
    ],
)  # fmt: skip
def test_digits_count_as_many_as_are_asked_for(judged, typed: str, answer: str, verdict: str) -> None:
    assert judged(typed, answer) == verdict


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(some.integers(-(10**7), 10**7), some.integers(1, 9999), some.integers(0, 5), some.integers(-3, 3))
def test_right_is_what_rounds_to_the_answer(judged, above: int, below: int, digits: int, off: int) -> None:
    """Python's exact fractions are the judge of the script's."""
    value = Fraction(above, below)
    units = round(value * 10**digits) + off
    answer = f"{'-' if units < 0 else ''}{abs(units) // 10**digits}"
    answer += f".{abs(units) % 10**digits:0{digits}d}" if digits else ""
    within = abs(value - Fraction(answer)) <= Fraction(1, 2 * 10**digits)
    assert (judged(f"{above}/{below}", answer) == "right") == within


def test_the_answer_is_in_words_that_are_read_out(page: Page) -> None:
    field = page.get_by_label("The derivative with respect to the first input")
    expect(field).to_have_attribute("inputmode", "decimal")
    said = page.locator("bp-predict [role=status]")
    for typed, words in {
        "0,21": "A product gate gives the other value, ",
        "0.105": "The size is right, the sign is not.",
        "nothing": "Type a number, such as 0.25, −3 or 1/4.",
        "−21/200": "Right: −0.1050.",
    }.items():
        field.fill(typed)
        expect(said).to_have_text("")
        field.press("Enter")
        expect(said).to_contain_text(words)
    assert page.evaluate(SHIFT) == 0
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0


def test_a_finger_checks_and_the_guess_stays_on_the_machine(page: Page) -> None:
    asked: list[str] = []
    own = ("favicon.svg", ".woff2")  # the page's icon and fonts may come late
    page.on("request", lambda request: None if request.url.endswith(own) else asked.append(request.url))
    page.get_by_role("textbox", name="The derivative").fill("-0.42")
    page.get_by_role("button", name="Check").tap()
    expect(page.locator("bp-predict [role=status]")).to_have_text("A sum hands on.")
    assert asked == []
    page.reload()
    expect(page.get_by_role("textbox", name="The derivative")).to_have_value("-0.42")
    expect(page.locator("bp-predict [role=status]")).to_have_text("")


def test_the_box_has_its_place_before_its_script_has_come(browser: Browser, address: str) -> None:
    page = new_context(browser).new_page()
    page.route("**/predict.js", lambda route: route.abort())
    page.goto(address)
    before = page.locator("bp-predict").bounding_box()
    page.unroute("**/predict.js")
    page.goto(address)
    page.wait_for_selector("bp-predict:defined", state="attached")
    assert page.locator("bp-predict").bounding_box() == before
    page.context.close()


def test_what_was_typed_before_its_script_has_come_is_kept(browser: Browser, address: str) -> None:
    page = new_context(browser).new_page()
    waiting: list[Route] = []
    page.route("**/predict.js", lambda route: waiting.append(route))
    with page.expect_request("**/predict.js"):
        page.goto(address, wait_until="commit")
    page.locator("bp-predict input").first.fill("-0.42", force=True)
    waiting[0].continue_()
    page.wait_for_selector("bp-predict:defined", state="attached")
    assert page.locator("bp-predict input").first.input_value() == "-0.42"
    page.context.close()


def test_without_scripts_the_exercise_is_as_it_was(browser: Browser, address: str) -> None:
    context = new_context(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("bp-predict")).to_be_hidden()
    expect(page.get_by_text("What is it?")).to_be_visible()
    context.close()
