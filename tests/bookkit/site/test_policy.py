"""A page's policy lets in what the page itself holds, and nothing else."""

import base64
import hashlib

import pytest

from bookkit.site.policy import policy, protected

PAGE = """<!doctype html>
<html><head><meta charset="utf-8"><link rel="stylesheet" href="book.css"><script>start()</script>
<script type="application/json">{"a": 1}</script><style>b { color: red }</style></head>
<body><script src="a.js"></script><script type="text/javascript">go()
</script><SCRIPT>start()</SCRIPT><script type=module>last()</script></body></html>"""


def name(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def rules(page: str) -> dict[str, list[str]]:
    return {words.split()[0]: words.split()[1:] for words in policy(page).split(";")}


def test_scripts_and_styles_are_named_by_their_text() -> None:
    found = rules(PAGE)
    assert found["script-src"][0] == found["style-src"][0] == "'self'"
    assert set(found["script-src"][1:]) == {name("start()"), name("go()\n"), name("last()")}
    assert found["style-src"][1:] == [name("b { color: red }")]


def test_nothing_else_is_let_in() -> None:
    found = rules(PAGE)
    assert found["default-src"] == found["object-src"] == found["base-uri"] == ["'none'"]
    assert {word for words in found.values() for word in words if "sha256" not in word} == {
        "'none'",
        "'self'",
        "data:",
        "'unsafe-inline'",
    }
    assert [rule for rule, words in found.items() if "'unsafe-inline'" in words] == ["style-src-attr"]
    assert [rule for rule, words in found.items() if "data:" in words] == ["font-src", "img-src"]


def test_one_letter_changes_the_policy() -> None:
    assert policy(PAGE) != policy(PAGE.replace("go()", "go(1)"))
    assert policy(PAGE) == policy(PAGE.replace("</script>", "</script><script>start()</script>"))


def test_browsers_read_every_line_end_alike() -> None:
    assert policy(PAGE) == policy(PAGE.replace("\n", "\r\n")) == policy(PAGE.replace("\n", "\r"))


def test_it_stands_before_anything_that_it_governs() -> None:
    page = protected(PAGE)
    before, _, rest = page.partition('<meta http-equiv="Content-Security-Policy" content="')
    assert before.endswith('<meta charset="utf-8">')
    assert not any(tag in before for tag in ("<link", "<script", "<style"))
    assert rest.startswith(f'{policy(PAGE)}"><link')
    assert page.replace(f'<meta http-equiv="Content-Security-Policy" content="{policy(PAGE)}">', "") == PAGE


def test_a_page_without_an_encoding_is_refused() -> None:
    with pytest.raises(ValueError, match="a page says its encoding first"):
        protected("<html></html>")


def test_a_page_in_a_folder_gets_a_policy_of_its_own() -> None:
    page = protected(protected(PAGE), in_folder=True)
    assert page.count("http-equiv") == 1
    assert page == protected(PAGE, in_folder=True)
    assert "connect-src" not in page
    assert "script-src 'strict-dynamic' 'sha256-" in page
