"""How a book writes its equations: this one, and others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Manner:
    """What a page may take for granted.

    Here, ``=`` only claims. ``elsewhere``, the first line ``y = …`` about a letter that nothing has defined
    defines it, letters are read as others use them, and what may be an assumption, or hangs on a line that
    was not read, is left open. With ``own_first``, a symbol that a page declares comes before one of the
    table. With ``supposing``, where a formula stands leaves open whether it assumes what it says; with
    ``in_words``, words around it suppose something, so that it may say which functions are meant.
    """

    elsewhere: bool = False
    own_first: bool = False
    supposing: bool = False
    in_words: bool = False


HERE = Manner()
ELSEWHERE = Manner(elsewhere=True, own_first=True)
