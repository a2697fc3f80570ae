r"""Words that say of which kind a matrix is: ``\text{if } A \text{ is symmetric}``, for orthogonal Q.

Each is written out as the equation by which it is defined, so that nothing else has to know the word, and the
condition is met as any other between arrays. A word that is not here is refused as before.
"""

from __future__ import annotations

import re

from bookkit.equations.reading.conditions import Word, meaning
from bookkit.equations.reading.lexer import Token, tokens

KINDS = {
    r"symmetric": r"X = X^\top",
    r"(?:skew|anti)-?symmetric": r"X^\top = -X",
    r"orthogonal": r"X^\top X = I",
    r"idempotent": r"X X = X",
    r"(?:invertible|non-?singular)": r"\det X \neq 0",
}
_KIND = "|".join(f"(?:{pattern})" for pattern in KINDS)
_BEFORE = re.compile(
    rf"(?P<word>.*?)\s*(?:\b(?:an?|any|all|every|each) )?\b(?P<kind>{_KIND})(?: matri(?:x|ces))?"
)
_BEHIND = re.compile(rf"(?:is |being |is an? )?(?P<kind>{_KIND})(?: matrix)?(?P<more>,? and)?")
_ASKED = (Word.CONDITION, Word.AND_CONDITION, Word.MEANING)


def written_out(found: list[Token]) -> list[Token]:
    """The tokens of a formula, with an equation in place of what such words say of a letter."""
    out: list[Token] = []
    rest = list(found)
    while rest:
        token = rest.pop(0)
        letter = rest[0] if rest and rest[0].kind == "NAME" else None
        if token.kind != "TEXT" or letter is None:
            out.append(token)
            continue
        before = _BEFORE.fullmatch(_plain(token))
        if before is not None and meaning(before["word"]) in _ASKED and _ends(rest[1:]):
            out += [_condition(token, before["word"]), *_equation(before["kind"], letter)]
            del rest[0]
            continue
        behind = _BEHIND.fullmatch(_plain(rest[1])) if len(rest) > 1 and rest[1].kind == "TEXT" else None
        if behind is not None and meaning(token.text) in (*_ASKED, Word.AND):
            out += [_condition(token, _plain(token)), *_equation(behind["kind"], letter)]
            again = [Token("TEXT", "and if", rest[1].at)] if behind["more"] else []
            rest[:2] = again
            continue
        out.append(token)
    return out


def _plain(token: Token) -> str:
    return re.sub(r"\s+", " ", token.text).strip(" ,").lower()


def _ends(rest: list[Token]) -> bool:
    """Whether the letter behind a word stands alone, so that the word is said of it and of nothing else."""
    return not rest or rest[0].kind in ("COMMA", "SEMI", "STOP", "QUAD", "TEXT", "NEWLINE", "AMP", "CLOSE")


def _condition(token: Token, word: str) -> Token:
    """The words before, as such that begin a condition."""
    begins = "and if" if meaning(word) in (Word.AND_CONDITION, Word.AND) else "if"
    return Token("TEXT", begins, token.at)


def _equation(kind: str, letter: Token) -> list[Token]:
    pattern = next(pattern for pattern in KINDS if re.fullmatch(pattern, kind))
    written = [Token(token.kind, token.text, letter.at, token.font) for token in tokens(KINDS[pattern])]
    return [letter if token.text == "X" else token for token in written]
