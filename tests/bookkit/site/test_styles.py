from pathlib import Path

import pytest

from bookkit.site import styles

NAMES = styles.names({"admonition", "theorem"}, ['e.classList.add("md-hidden"); `md-fact--${kind}`'])


def test_classes_are_read_from_a_page() -> None:
    assert styles.classes('<p class="a b"><i class="c-d"></i></p>') == {"a", "b", "c-d"}


def test_what_a_script_in_a_page_names_can_occur() -> None:
    page = '<script>document.body.classList.add("waiting")</script><p class="a"><script src="x.js"></script>'
    assert {"a", "waiting"} <= styles.classes(page)
    assert "x" not in styles.classes(page)  # a script of a file of its own is read there


@pytest.mark.parametrize(
    "css",
    [
        "p{margin:0}",
        ".admonition.theorem>p{margin:0}",
        ".md-hidden{display:none}",
        ".md-fact--stars{display:none}",
        "a:not(.never){color:red}",
        ":is(.never,.admonition) p{color:red}",
        "@font-face{font-family:X}",
        "@keyframes fade{from{opacity:0}}",
    ],
)
def test_what_can_apply_stays(css: str) -> None:
    assert styles.keep_used(css, NAMES) == css


@pytest.mark.parametrize(
    "css", [".never{margin:0}", "p.never+.admonition{margin:0}", "@media print{.never{margin:0}}"]
)
def test_what_cannot_apply_goes(css: str) -> None:
    assert styles.keep_used(css, NAMES) == ""


def test_a_list_of_selectors_loses_the_impossible_ones() -> None:
    assert styles.keep_used(".never, .theorem { margin: 0 }", NAMES) == ".theorem{margin: 0}"


def test_comments_go() -> None:
    assert styles.keep_used("/* why */ p{margin:0}", NAMES) == "p{margin:0}"


def test_what_is_kept_follows_the_names_that_occur() -> None:
    css = ".once-more{margin:0}.admonition{margin:0}"
    others = styles.names({"once-more", "of-no-rule"}, [])
    for _ in range(2):  # the second time as it was kept
        assert styles.keep_used(css, NAMES) == ".admonition{margin:0}"
        assert styles.keep_used(css, others) == ".once-more{margin:0}"


def test_a_font_is_embedded_whole(tmp_path: Path) -> None:
    font = tmp_path / "x.woff2"
    font.write_bytes(b"abc")
    css = "@font-face{src:url(fonts/x.woff2)}@font-face{src:url(fonts/y.woff2)}"
    expected = "@font-face{src:url(data:font/woff2;base64,YWJj)}@font-face{src:url(fonts/y.woff2)}"
    assert styles.embed(css, font, "fonts/x.woff2") == expected


def test_a_list_at_the_end_of_a_selector_is_written_out_and_loses_the_impossible() -> None:
    assert styles.keep_used("p :is(.never, .theorem, .admonition) { margin: 0 }", NAMES) == (
        "p .theorem,p .admonition{margin: 0}"
    )
