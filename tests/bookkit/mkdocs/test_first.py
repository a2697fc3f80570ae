"""A served book shows its first pages at once, and the others as soon as they are made."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.structure.files import File
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from bookkit.mkdocs import first
from bookkit.pages.desk import Words

from ...forked import LONGEST, configuration

SOON = 'class="soon"'


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """Thirty pages, written before anything is served."""
    paths = [tmp_path / f"{number}.md" for number in range(30)]
    for path in paths:
        path.write_text("# A page\n")
        os.utime(path, (1e9, 1e9))
    return paths


def contents(paths: list[Path]) -> list[Page | Section]:
    """Two pages before the first part, and the others in it."""
    made = []
    for path in paths:
        file = File(path.name, str(path.parent), str(path.parent / "site"), use_directory_urls=True)
        made.append(Page.__new__(Page))
        made[-1].file = file
    return [*made[:2], Section("One", made[2:-1]), made[-1]]


def ahead(monkeypatch: pytest.MonkeyPatch, *, reloads: bool) -> first.Ahead:
    called = SimpleNamespace(params={"livereload": reloads})
    monkeypatch.setattr(first.click, "get_current_context", lambda silent: called)
    return first.Ahead()


def test_pages_before_the_first_part_are_waited_for_and_those_that_are_edited(
    pages: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = ahead(monkeypatch, reloads=True)
    assert found.may_follow(pages, contents(pages)) == set(pages[2:])
    pages[7].write_text("# Edited\n")
    later = time.time() + 60
    os.utime(pages[7], (later, later))
    assert found.may_follow(pages, contents(pages)) == {*pages[2:]} - {pages[7]}


def test_a_few_pages_are_waited_for(pages: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    found = ahead(monkeypatch, reloads=True)
    assert found.may_follow(pages[: first.FEW], contents(pages)) == set()
    assert found.may_follow(pages[: first.FEW + 1], contents(pages)) == set(pages[2 : first.FEW + 1])


def test_where_no_page_would_appear_by_itself_all_are_waited_for(
    pages: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ahead(monkeypatch, reloads=False).may_follow(pages, contents(pages)) == set()
    assert first.Ahead().may_follow(pages, contents(pages)) == set()


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("page.md", "---\na: 1\n---\n\n# One & two {#one}\n\n# Three\n", "One & two"),
        ("lab.py", "# %% [markdown]\n# # A lab\n#\n# words\n", "A lab"),
        ("page.md", "no heading\n", "page"),
    ],
    ids=["page", "lab", "none"],
)
def test_a_page_that_follows_has_its_title_and_says_so(
    tmp_path: Path, name: str, text: str, title: str
) -> None:
    path = tmp_path / name
    path.write_text(text)
    made = first.stub(path, Words().soon)
    assert made["title"] == made["heading"] == title
    assert f"<h1>{title.replace('&', '&amp;')}</h1>" in made["content"]
    assert SOON in made["content"]
    assert Words().soon in made["content"]


def _of_a_terminal() -> None:
    """Hear Ctrl+C, also where the tests were begun in the background, and what they begin does not."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


_hears_ctrl_c = _of_a_terminal if hasattr(os, "fork") else None


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Serve a book as `make serve` does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dirty", "-a", address]
    log = folder / "log.txt"
    with log.open("wb") as file:
        process = subprocess.Popen(command, cwd=folder, stdout=file, stderr=file, preexec_fn=_hears_ctrl_c)
    try:
        yield f"http://{address}/", process
    finally:
        process.kill()
        process.wait()


def read(address: str, process: subprocess.Popen[bytes]) -> str:
    """Return a page as soon as there is a server."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        assert process.poll() is None
        try:
            with urllib.request.urlopen(address, timeout=LONGEST) as answer:
                return answer.read().decode()
        except urllib.error.URLError:
            time.sleep(0.05)
    pytest.fail(f"nobody answers at {address}")


def write_book(folder: Path, *, wrong: bool = False) -> None:
    names = [f"nudges/page{number}.md" for number in range(first.FEW + 2)]
    (folder / "docs" / "nudges").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Home {#home}\n\n$1 + 1 = 2$\n")
    for number, name in enumerate(names):
        claim = "1 + 1 = 3" if wrong and number == 5 else f"{number} + 1 = {number + 1}"
        (folder / "docs" / name).write_text(f"# Page {number} {{#page}}\n\nSee ${claim}$.\n")
    listed = configuration("index.md", "PART").replace("PART", f"{{ One: [{', '.join(names)}] }}")
    (folder / "mkdocs.yml").write_text(listed)


@pytest.mark.slow
@pytest.mark.parametrize("wrong", [False, True], ids=["right", "wrong"])
def test_the_first_page_is_there_before_the_others_which_then_appear(tmp_path: Path, *, wrong: bool) -> None:
    """Where a page is wrong, too: it says so, as pages of a served book do."""
    write_book(tmp_path, wrong=wrong)
    with served(tmp_path) as (address, process):
        home = read(address, process)
        assert SOON not in home
        assert "katex" in home
        page = read(f"{address}nudges/page5/", process)
        assert SOON in page
        assert "Page 5" in page
        end = time.monotonic() + LONGEST
        while SOON in page and time.monotonic() < end:
            time.sleep(0.2)
            page = read(f"{address}nudges/page5/", process)
        assert SOON not in page
        assert "katex" in page
        assert ('class="refutation"' in page) == wrong
        assert SOON not in read(f"{address}nudges/page3/", process)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_who_stops_the_server_stops_what_it_has_begun(tmp_path: Path) -> None:
    write_book(tmp_path)
    with served(tmp_path) as (address, process):
        read(address, process)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        if not children.exists():
            pytest.skip("it cannot be seen here which processes there are")
        begun = [int(number) for number in children.read_text().split()]
        making = [number for number in begun if b"bookkit.mkdocs.first" in _command(number)]
        assert len(making) == 1
        process.send_signal(signal.SIGINT)
        process.wait(timeout=LONGEST)
        assert b"bookkit.mkdocs.first" not in _command(making[0])


def _command(number: int) -> bytes:
    try:
        return Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return b""
