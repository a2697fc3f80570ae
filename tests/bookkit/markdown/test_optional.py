"""What can be skipped says so where it begins, in the contents and in the title of a box."""

import re
from pathlib import Path

from markdown import Markdown

from bookkit.pages import desk

EXTENSIONS = ["admonition", "attr_list", "toc", "bookkit.markdown"]
PAGE = """# T {#t}

## Errors {#errors .optional}

Text.

### Inside {#inside}

More.

## Growth {#growth}

End.
"""


def converted(text: str) -> Markdown:
    md = Markdown(extensions=EXTENSIONS)
    md.html = md.convert(text)  # type: ignore[attr-defined]
    return md


def html_of(text: str) -> str:
    return str(converted(text).html)  # type: ignore[attr-defined]


def test_a_section_says_that_it_can_be_skipped_and_leads_past_all_of_it() -> None:
    html = html_of(PAGE)
    note = re.search(r'<p class="optional-note">(.*?)</p>', html)
    assert note is not None
    assert note[1] == 'Can be skipped at a first reading. <a href="#growth">On to the next section</a>'
    assert html.index('id="errors"') < note.start() < html.index("Text.")
    assert html.count("optional-note") == 1


def test_a_subsection_leads_to_what_comes_after_it() -> None:
    html = html_of(
        PAGE.replace("{#errors .optional}", "{#errors}").replace("{#inside}", "{#inside .optional}")
    )
    assert '<a href="#growth">' in html
    assert html.index('id="inside"') < html.index("optional-note") < html.index("More.")


def test_the_last_section_has_no_next_one() -> None:
    html = html_of("# T {#t}\n\n## Errors {#errors .optional}\n\nText.\n")
    assert '<p class="optional-note">Can be skipped at a first reading.</p>' in html


def test_the_contents_say_it_and_the_heading_keeps_its_words() -> None:
    md = converted(PAGE)
    names = [token["name"] for token in md.toc_tokens[0]["children"]]  # type: ignore[attr-defined]
    assert names == ["Errors · optional", "Growth"]
    assert re.search(r'<h2 class="optional" id="errors">Errors</h2>', md.html)  # type: ignore[attr-defined]


def test_a_box_says_it_in_its_title() -> None:
    html = html_of('!!! proof optional "Proof"\n    Text.\n')
    assert re.search(r'Proof<span class="level-kind">can be skipped at a first reading</span></p>', html)
    assert "optional-note" not in html


def test_nothing_else_is_marked() -> None:
    html = html_of('# T {#t}\n\n## A {#a}\n\nB\n{: .optional }\n\n!!! proof "Proof"\n    Text.\n')
    assert "skipped" not in html


def test_a_translation_has_its_own_words(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    words = desk.Words(
        optional="Kann man überspringen.", optional_past="Weiter", optional_in_contents="· Zugabe"
    )
    desk.lay(desk.Sheet(page, "page.md", words=words))
    md = converted(PAGE)
    assert "Kann man überspringen. <a" in md.html  # type: ignore[attr-defined]
    assert "· Zugabe" in md.toc  # type: ignore[attr-defined]
