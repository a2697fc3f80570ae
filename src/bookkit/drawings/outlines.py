"""Paths of drawings, said in fewer characters: each point by how far it lies from the one before.

A third of what a page weighs can be its drawings, and a curve's points lie close to each other. Steps are
taken from the rounded points, as whole hundredths, so that no point is anywhere else than it was.
"""

from __future__ import annotations

import re

_DATA = re.compile(r'(?<= d=")[^"]*')
_PIECE = re.compile(r"[A-Za-z]|-?\d+(?:\.\d+)?")
_PLAIN = re.compile(r"(?:(?:[MLQCz]|-?\d+(?:\.\d{1,2})?)(?:\s+|\Z))*\Z")
_COORDINATES = {"M": 2, "L": 2, "Q": 4, "C": 6}


def shortened(svg: str) -> str:
    """Return a drawing whose paths have the same points, to a hundredth, and are shorter."""
    return _DATA.sub(lambda data: relative(data[0]), svg)


def relative(data: str) -> str:
    """Return a path's data with each piece from where the one before has ended; as it is where it is not
    made of absolute lines and curves with two digits at most.
    """
    if not _PLAIN.match(data):
        return data
    pieces = _PIECE.findall(data)
    said: list[str] = []
    here = start = (0, 0)
    command = before = ""
    place = 0
    while place < len(pieces):
        if pieces[place].isalpha():
            command, place = pieces[place], place + 1
        if command == "z":
            said.append("z")
            here, before, command = start, "z", ""
            continue
        count = _COORDINATES.get(command, 0)
        numbers = [_hundredths(number) for number in pieces[place : place + count]]
        if not count or len(numbers) < count:
            return data
        place += count
        steps = [number - here[k % 2] for k, number in enumerate(numbers)]
        here = numbers[-2], numbers[-1]
        if command == "M":
            start = here
            said.append(f"M{_joined(numbers)}")
            before, command = command, "L"  # without a command, lines follow
            continue
        again = command == before
        said.append("" if again and steps[0] < 0 else " " if again else command.lower())
        said.append(_joined(steps))
        before = command
    return "".join(said)


def _hundredths(number: str) -> int:
    return round(float(number) * 100)


def _joined(numbers: list[int]) -> str:
    """Return numbers of hundredths as decimals; a minus sign parts them as well as a blank."""
    return " ".join(map(_decimal, numbers)).replace(" -", "-")


def _decimal(hundredths: int) -> str:
    sign = "-" if hundredths < 0 else ""
    whole, part = divmod(abs(hundredths), 100)
    return f"{sign}{whole or ''}.{part:02}".rstrip("0") if part else f"{sign}{whole}"
