"""How a book writes its equations: this one, and others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Manner:
    """What a page may take for granted.

    With ``equals_defines``, the first line ``y = …`` about a letter that nothing has defined defines it; else
    ``=`` only claims. With ``own_first``, a symbol that a page declares comes before one of the table. With
    ``supposing``, the words before a formula leave open whether it assumes what it says.
    """

    equals_defines: bool = False
    own_first: bool = False
    supposing: bool = False


HERE = Manner()
ELSEWHERE = Manner(equals_defines=True, own_first=True)
