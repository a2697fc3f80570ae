"""The proof-reader for other people's books: folders of Markdown, and MkDocs sites.

What comes in is a page that knows nothing of this book, and perhaps a table of its symbols
(`bookkit.proofreader.symbols`). What its own formulas say of its letters is added: in `said` what they
declare, in `times` which letters count steps, in `indices` which are nothing but indices; how a name is taken
apart, they ask `names`. What the words before a formula leave open is in `sentences`.
What goes out are findings about its equations (`bookkit.proofreader.pages`): no number of the text is
judged and no habit of this book is asked for. The command (`bookkit.proofreader.command`) prints them. A
Python-Markdown extension (`bookkit.proofreader.extension`), which is what ``bookkit.proofreader`` in a list
of extensions means, says them to MkDocs as errors and warnings, at which a strict build stops.
"""

from __future__ import annotations

from typing import Any

from bookkit.proofreader.extension import ProofReader


def makeExtension(**options: Any) -> ProofReader:  # noqa: N802 (the name is Python-Markdown's)
    """Return the extension, as Python-Markdown asks for it."""
    return ProofReader(**options)
