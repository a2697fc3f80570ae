"""LaTeX as authors write it, and as KaTeX reads it."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"(?<!\\)%[^\n]*(?:\n|\Z)")
_LABEL = re.compile(r"\s*\\label\{([^{}]*)\}")
_ALIGN = re.compile(r"\\(begin|end)\{(align|gather|equation)\}")


def readable(latex: str, numbers: dict[str, str]) -> tuple[str, list[str]]:
    r"""Return LaTeX that KaTeX reads, and the labels that stood in it.

    Comments go; `\label` becomes the `\tag` with its number unless its row has a tag of its own;
    environments that would number themselves lose that.
    """
    latex = _ALIGN.sub(r"\\\1{\2*}", _COMMENT.sub("", latex))
    labels: list[str] = []
    rows = []
    for row in re.split(r"(\\\\)", latex):
        found = _LABEL.findall(row)
        labels += found
        bare = _LABEL.sub("", row)
        if found and r"\tag" not in row:
            tag = rf"\tag{{{numbers[found[0]]}}}"
            end = bare.rfind(r"\end{")
            bare = bare + tag if end < 0 or "aligned" in bare[end:] else f"{bare[:end]}{tag} {bare[end:]}"
        rows.append(bare)
    return "".join(rows).strip(), labels
