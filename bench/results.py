"""Result tables: plain text that says nothing of the machine, each written whole or not at all."""

from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).parent / "results"


def write(name: str, text: str, folder: Path = FOLDER) -> Path:
    """Write the table as <name>.txt and return its path."""
    path = folder / f"{name}.txt"
    half = path.with_suffix(".half")
    half.write_text(text, encoding="utf-8", newline="\n")
    half.replace(path)
    return path


def columns(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Line up the cells of a table to the right, under their heads."""
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    lines = [
        "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        for row in [heads, *rows]
    ]
    return "\n".join(lines) + "\n"
