"""Commands with letters or words in them: fonts, upright words, remarks, and what stands at a brace."""

from __future__ import annotations

import re
from dataclasses import replace

from bookkit.equations.reading.alphabet import (
    FONTS,
    FUNCTIONS,
    SPOKEN,
)
from bookkit.equations.reading.lexer import Lexer, Token, command

# A name in words at a brace, and words with which it would be more than a name.
_REMARK = re.compile(r"\{\s*\\text(?:rm|it|bf)?\s*\{([^{}$\\=<>≤≥≠]*)\}\s*\}")


_CLAIMING = re.compile(
    r"\d|\b(?:is|are|equals?|equal|not?|never|zero|one|two|three|half|same|identical|less|more|than|greater|smaller"
    r"|larger|positive|negative|nonnegative|bounded|constant|vanish\w*|cancels?|infinite|most|least|times|if|for)\b"
)


REALS = "\\mathbb{R}"
_ENDS = re.compile(r"\s*(?:\}|\\top|T\s*\}|\\math(?:rm|sf)\s*\{\s*T\s*\}\s*\}|\\intercal)")
_BEFORE_A_SET = ("\\in", "\\to", ":")


def _set_in(lexer: Lexer, font: str) -> None:
    """Give the letter that was read last its font; where a set is named, R is that of the real numbers."""
    letter, before = lexer.out[-1], lexer.out[-2].text if len(lexer.out) > 1 else ""
    real = letter.text == "R" and before in _BEFORE_A_SET
    lexer.out[-1] = replace(letter, text=REALS) if real else replace(letter, font=font)


@command(*FONTS)
def font(lexer: Lexer, name: str, at: int) -> None:
    text, inner = lexer.raw(f"after \\{name}")
    if text.strip() == "1":
        lexer.put("NAME", "\\mathbf{1}", at)
    elif text.strip() == "0":  # beside an array it is one of zeros
        lexer.put("NUMBER", "0", at)
    elif re.fullmatch(r"\s*(?:[A-Za-z]|\\[A-Za-z]+)\s*", text):
        before = len(lexer.out)
        lexer.place, end = inner, lexer.place
        lexer.skip_blanks()
        lexer.one()
        lexer.place = end
        if len(lexer.out) == before:  # a command that is no letter, as \left
            raise lexer.fail(f"\\{name} around no letter", at)
        _set_in(lexer, FONTS[name])
    elif re.fullmatch(r"\s*[A-Za-z]\s*[A-Za-z]\s*", text):  # \mathbf{Ax}: two letters side by side
        for letter in "".join(text.split()):
            lexer.put("NAME", letter, at)
            lexer.out[-1] = replace(lexer.out[-1], font=FONTS[name])
    else:
        raise lexer.fail(f"\\{name} around more than two letters", at)


@command("mathbb")
def blackboard(lexer: Lexer, name: str, at: int) -> None:
    text = lexer.raw("after \\mathbb")[0].strip()
    if not re.fullmatch("[A-Z]|1", text):
        raise lexer.fail(f"\\mathbb{{{text}}}: one capital letter, or 1", at)
    lexer.put("NAME", "\\mathbf{1}" if text == "1" else f"\\mathbb{{{text}}}", at)


@command("mathcal", "mathscr")
def calligraphic(lexer: Lexer, name: str, at: int) -> None:
    text = lexer.raw(f"after \\{name}")[0].strip()
    if not re.fullmatch("[A-Z]", text):
        raise lexer.fail(f"\\{name} is for one capital letter", at)
    lexer.put("NAME", f"\\{name}{{{text}}}", at)


@command("mathrm", "operatorname", "operatorname*")
def upright(lexer: Lexer, name: str, at: int) -> None:
    text = re.sub(r"\\[,;:! ]", " ", lexer.raw("after \\mathrm")[0]).strip()
    if text in ("d", "T"):
        lexer.put("NAME", {"d": "\\mathrm{d}", "T": "\\top"}[text], at)
    elif re.fullmatch(r"[A-Za-z][A-Za-z ]*", text):
        text = re.sub(r"\s+", "", text)
        known = f"\\{text}" if text in FUNCTIONS else None
        letter = len(text) == 1 and not _labels(lexer, at)
        lexer.put("NAME" if known or letter else "WORD", known or text, at)
        if letter:
            _set_in(lexer, "upright")
    else:
        raise lexer.fail("an upright word is letters only", at)


def _labels(lexer: Lexer, at: int) -> bool:
    r"""Whether an upright letter stands above a symbol by itself, or before the sign of a transpose only.

    ``p^{\mathrm{C}}`` is the Cauchy point and no power: variables are slanted, and labels are upright. So it
    is a word, which is no number anywhere.
    """
    above = len(lexer.out) > 2 and lexer.out[-1].kind == "LB" and lexer.out[-2].kind == "SUP"
    braced = lexer.text[:at].rstrip().endswith("{")
    return (
        above
        and _is_symbol(lexer.out[:-2])
        and (not braced or _ENDS.match(lexer.text, lexer.place) is not None)
    )


def _is_symbol(before: list[Token]) -> bool:
    r"""Whether a letter stands before a superscript, perhaps with a subscript: no sum and no set."""
    if before[-1].kind == "RB":
        opens, level = len(before) - 1, 1
        while level:
            opens -= 1
            level += {"RB": 1, "LB": -1}.get(before[opens].kind, 0)
        below = opens > 0 and before[opens - 1].kind == "SUB"
        before = before[: opens - 1] if below else before[opens + 1 : -1]  # in the braces of an accent
    return bool(before) and before[-1].kind == "NAME" and not before[-1].text.startswith("\\mathbb")


@command("rm")
def upright_rest(lexer: Lexer, name: str, at: int) -> None:
    """``{\\rm ReLU}``: the rest of the group is one upright word."""
    end = lexer.text.find("}", lexer.place)
    text = lexer.text[lexer.place : max(end, 0)].strip()
    if not re.fullmatch(r"[A-Za-z]+", text):
        raise lexer.fail("\\rm is read before one upright word, as in {\\rm ReLU}", at)
    lexer.place = end
    known = text in FUNCTIONS
    letter = len(text) == 1 and not _labels(lexer, at)
    lexer.put("NAME" if known or letter else "WORD", f"\\{text}" if known else text, at)


@command("text", "textbf", "textit", "textrm", "mbox")
def words(lexer: Lexer, name: str, at: int) -> None:
    """Words in a script or before a bracket, and capitals as in MSE, belong to the formula; others speak to
    the reader.
    """
    in_script = len(lexer.out) > 1 and lexer.out[-1].kind == "LB"
    raw, inner = lexer.raw("after \\text")
    text = re.sub(r"\s+", " ", raw)
    if text.count("$") % 2 == 0 and "$" in text and "$$" not in text and not in_script:
        _with_formulas(lexer, raw, inner, at)
        return
    if "$" in text or "=" in text:
        raise lexer.fail("mathematics inside of \\text is not read; write it outside", at)
    named = re.fullmatch(r"[A-Za-z][A-Za-z ]*", text) is not None
    applied = re.compile(r"\s*['(]|\s*\\[bB]ig+l?\b|\s*\\left\(").match(lexer.text, lexer.place)
    acronym = re.fullmatch(r"[A-Z]{2,}", text) is not None and text.lower() not in SPOKEN
    word = text == text.strip() and text not in SPOKEN
    if named and (in_script or acronym or (applied and word)):
        lexer.put("WORD", text.strip(), at)
    else:
        lexer.put("TEXT", text, at)


def _with_formulas(lexer: Lexer, raw: str, inner: int, at: int) -> None:
    r"""``\text{if $x > 0$}`` says what ``\text{if } x > 0`` says: words and formulas take turns."""
    place = inner
    for number, part in enumerate(raw.split("$")):
        if number % 2:
            tokens = lexer.signs_in(part, place)
            lexer.out += [replace(token, at=token.at + place) for token in tokens]
        elif (mark := {",": "COMMA", ";": "SEMI", ".": "STOP"}.get(part.strip())) is not None:
            lexer.put(mark, part.strip(), place)
        elif part.strip():
            if "=" in part:
                raise lexer.fail("mathematics inside of \\text is not read; write it outside", at)
            lexer.put("TEXT", re.sub(r"\s+", " ", part), place)
        place += len(part) + 1


@command("underbrace")
def underbrace(lexer: Lexer, name: str, at: int) -> None:
    """The braced formula, and what stands at the brace: a claim of it, unless it is a name in words."""
    _brace(lexer, "underbrace", "_", at)


@command("overbrace")
def overbrace(lexer: Lexer, name: str, at: int) -> None:
    _brace(lexer, "overbrace", "^", at)


def _brace(lexer: Lexer, name: str, sign: str, at: int) -> None:
    lexer.skip_blanks()
    if not lexer.text.startswith("{", lexer.place):
        raise lexer.fail(f"an argument in braces is missing after \\{name}", lexer.place)
    lexer.put("BRACE", f"\\{name}", at)
    lexer.argument(f"after \\{name}")
    lexer.skip_blanks()
    if lexer.place >= len(lexer.text) or lexer.text[lexer.place] not in "_^":
        return
    if lexer.text[lexer.place] != sign:
        raise lexer.fail(f"a note at \\{name} begins with {sign}", lexer.place)
    lexer.place += 1
    lexer.skip_blanks()
    place = lexer.place
    if (remark := _REMARK.match(lexer.text, place)) is not None:
        if claim := _CLAIMING.search(remark[1].lower()):
            raise lexer.fail(f"{claim[0]!r} at a brace claims something; write it as a formula", place)
        lexer.place = remark.end()
        return
    lexer.put("UNDER", sign, place)
    lexer.argument(f"at \\{name}")
