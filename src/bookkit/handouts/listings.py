"""What readers get of a listing as a file: all of it, but of homework no more than the page shows."""

from __future__ import annotations

from pathlib import Path

from bookkit.pages.folding import MARK, REGION, without_marks

HOMEWORK = "homework_"  # how the file names of listings begin that check a problem without a public solution
GIVEN = "given"  # the section of such a listing that states the problem, and that runs by itself


def handed_out(path: Path) -> str | None:
    """Return what readers can download of a listing, without marks; None if there is nothing.

    A homework listing that is divided into sections is shown in sections, since the rest is the solution or
    close to it. Of such a file, only what is given is handed out.
    """
    text = path.read_text(encoding="utf-8")
    names = {mark["name"] for line in text.splitlines() if (mark := MARK.match(line))}
    if not path.name.startswith(HOMEWORK) or not names - {REGION}:
        return without_marks(text)
    return _section(text, GIVEN) or None


def _section(text: str, name: str) -> str:
    """The lines between the marks of a section."""
    found, inside = [], False
    for line in text.splitlines(keepends=True):
        mark = MARK.match(line.rstrip("\r\n"))
        if mark is not None and mark["name"] == name:
            inside = mark["edge"] == "start"
        elif mark is None and inside:
            found.append(line)
    return "".join(found)
