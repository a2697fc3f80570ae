"""The edition for a folder holds what its pages lead to, and one that would not work is never there."""

import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bookkit.editions import EditionError, classic, offline
from bookkit.handouts import edition
from bookkit.site.policy import policy

POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">"
PAGE = f"""<!doctype html><html><head><meta charset="utf-8">{POLICY}
<link rel="canonical" href="http://127.0.0.1:8000/one.html">
<link rel="preload" href="assets/fonts/text.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="assets/book.css"><script>first()</script></head>
<body><p id="top">Read <a href="part/two.html#a-place">two</a>, <a href="#top">up</a>,
<a href="https://example.org/">elsewhere</a>, <a download href="snippets/a.py">the listing</a>.</p>
<script type="module" src="assets/shell/shell.js"></script>
<script type="module" src="assets/cards/main.js"></script></body></html>"""
TWO = """<!doctype html><html><head><meta charset="utf-8"><link rel="stylesheet" href="../assets/book.css">
</head><body><p id="a-place">Back to <a href="../index.html">one</a></p></body></html>"""
FILES = {
    "index.html": PAGE,
    "part/two.html": TWO,
    "404.html": "not found",
    "sitemap.xml": "for machines",
    "snippets/a.py": "print(1)",
    "snippets/nobody/asks.py": "print(2)",
    "search/index.json": '[{"place": "index.html", "title": "</script>\\u2028"}]',
    "cards/index.json": '{"title": "One"}',
    "assets/book.css": 'a{color:red}@font-face{src:url(fonts/text.woff2) format("woff2")}',
    "assets/fonts/text.woff2": "letters",
    "assets/shell/shell.js": 'import { a } from "../cards/words.js"\nexport const b = a\n',
    "assets/cards/words.js": "export const a = 1\n",
    "assets/cards/main.js": 'import("./late.js").then(late => late.go())\n',
    "assets/cards/late.js": "export function go() {}\n",
}


def write_site(folder: Path) -> Path:
    for name, text in FILES.items():
        path = folder / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "site"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("offline")
    offline.make(write_site(place), place / "edition")
    return place / "edition"


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "edition")


def test_it_holds_the_pages_and_what_they_lead_to(folder: Path) -> None:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == {
        *("index.html", "part/two.html", "snippets/a.py", "assets/book.css", "assets/book.js"),
        *("search/index.json.js", "cards/index.json.js"),
    }


def test_a_page_starts_its_scripts_and_asks_for_no_module(folder: Path) -> None:
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert "module" not in page
    assert "preload" not in page
    assert "canonical" not in page
    assert 'book.dataset.start = "shell/shell.js cards/main.js"; book.src = "assets/book.js"' in page


def test_its_policy_lets_in_nothing_but_scripts_of_its_own(folder: Path) -> None:
    page = (folder / "index.html").read_text(encoding="utf-8")
    (said,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    assert said == policy(page, in_folder=True)
    rules = {rule.split()[0]: rule.split()[1:] for rule in said.split("; ")}
    assert rules["default-src"] == rules["object-src"] == rules["form-action"] == ["'none'"]
    assert rules["script-src"][0] == "'strict-dynamic'"
    assert len(rules["script-src"]) == 3  # the page's own script, and what starts the others
    assert "connect-src" not in rules
    assert not any("http" in word or word == "*" for words in rules.values() for word in words)


def test_fonts_are_inside_the_stylesheet(folder: Path) -> None:
    css = (folder / "assets/book.css").read_text(encoding="utf-8")
    assert css == 'a{color:red}@font-face{src:url(data:font/woff2;base64,bGV0dGVycw==) format("woff2")}'


def test_data_come_as_scripts(folder: Path) -> None:
    script = (folder / "search/index.json.js").read_text(encoding="utf-8")
    text = script.removeprefix("bookData.give(").removesuffix(")\n")
    assert json.loads(text) == json.loads(FILES["search/index.json"])


def damage_a_page(change: Callable[[str], str]) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        path = folder / "index.html"
        text = path.read_text(encoding="utf-8")
        assert change(text) != text
        path.write_text(change(text), encoding="utf-8")

    return damage


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (
            damage_a_page(lambda text: text.replace("#a-place", "#no-place")),
            "leads to no place on part/two.html",
        ),
        (
            damage_a_page(lambda text: text.replace("part/two.html", "part/two/")),
            "part/two/#a-place leads to no",
        ),
        (
            damage_a_page(lambda text: text.replace("part/two.html", "../outside.html")),
            "outside.html#a-place",
        ),
        (
            damage_a_page(lambda text: text.replace('href="assets', 'href="/assets')),
            "/assets/book.css leads to no",
        ),
        (damage_a_page(lambda text: text.replace("<script>", '<script type="module">')), "asks for a module"),
        (damage_a_page(lambda text: re.sub("<meta http-equiv[^>]*>", "", text)), "what its browser may load"),
        (
            damage_a_page(lambda text: text.replace("<p", '<img src="https://example.org/a.png"><p', 1)),
            "asks for https://example.org/a.png",
        ),
        (lambda folder: (folder / "snippets/a.py").unlink(), "snippets/a.py leads to no file"),
        (
            lambda folder: (folder / "assets/book.css").write_text("a{src:url(b.woff2)}"),
            "b.woff2 is not inside",
        ),
    ],
)
def test_what_would_not_work_is_named(folder: Path, damage: Callable[[Path], None], said: str) -> None:
    assert list(offline.faults(folder)) == []
    damage(folder)
    (fault,) = offline.faults(folder)
    assert said in fault


def test_a_site_with_a_folder_for_each_page_is_refused(site: Path, tmp_path: Path) -> None:
    page = site / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("two.html", "two/"), encoding="utf-8")
    with pytest.raises(EditionError, match=r"^index\.html: part/two/#a-place leads to no file$"):
        offline.publish(site, tmp_path / "editions")
    assert list((tmp_path / "editions").iterdir()) == []


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EditionError, match="holds no built site"):
        offline.publish(tmp_path, tmp_path / "editions")


def test_a_script_that_cannot_be_read_is_refused_and_the_old_edition_stays(
    site: Path, tmp_path: Path
) -> None:
    folder, archive = offline.publish(site, tmp_path / "editions")
    before = archive.read_bytes()
    (site / "assets/cards/late.js").write_text("export function {")
    with pytest.raises(classic.ScriptError, match=r"late\.js"):
        offline.publish(site, tmp_path / "editions")
    assert archive.read_bytes() == before
    assert {path.name for path in (tmp_path / "editions").iterdir()} == {folder.name, archive.name}


def test_the_zip_holds_the_folder_and_is_the_same_each_time(site: Path, tmp_path: Path) -> None:
    folder, archive = offline.publish(site, tmp_path / "editions")
    with zipfile.ZipFile(archive) as found:
        names = set(found.namelist())
        assert found.read(f"{edition.name()}/index.html") == (folder / "index.html").read_bytes()
    assert names == {
        f"{edition.name()}/{path.relative_to(folder).as_posix()}"
        for path in folder.rglob("*")
        if path.is_file()
    }
    before = archive.read_bytes()
    assert offline.zipped(folder, edition.name(), edition.day()) == before


def test_the_command_says_where_the_edition_is(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert offline.main([str(site), "--to", str(tmp_path / "editions")]) == 0
    assert "index.html" in capsys.readouterr().out
    assert offline.main([str(tmp_path), "--to", str(tmp_path / "editions")]) == 1
    assert "holds no built site" in capsys.readouterr().err
