"""Marks of the proof-reader beside an equation: what was done to it, or what is wrong with it."""

from __future__ import annotations

import unicodedata
from xml.etree import ElementTree

from markdown.util import AtomicString

from bookkit.equations.judging.verdict import (
    COMPUTED,
    DIGITS,
    GRADES,
    IDENTITY,
    ON_PIECES,
    SAMPLED,
    SHAPE,
    WHOLE,
    Claim,
    Evidence,
    Verdict,
)
from bookkit.pages.desk import Sheet, Words
from bookkit.proof.page import claims_of

GREEK = ("\\sigma", "\\phi", "\\psi", "\\rho", "\\tau", "\\theta")  # letters of functions
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def magnitude(error: float) -> str:
    """Return an error as readers write it: 3·10⁻¹⁶, and 0 where both sides agreed to the last bit."""
    if error == 0.0:
        return "0"
    digits, _, exponent = f"{error:.0e}".partition("e")
    return f"{digits}·10{str(int(exponent)).translate(_SUPERSCRIPT)}"


def summary(sheet: Sheet, verdict: Verdict) -> str:
    """Say in one line what was done."""
    words = sheet.words
    if verdict.status == "unchecked":
        return words.unchecked.format(reason=verdict.reason)
    claims = claims_of(verdict)
    draws = sum(claim.draws for claim in claims)
    done = words.checked.format(
        claims=_counted(len(claims), words.claim_one, words.claim_many),
        draws=_counted(draws, words.draw_one, words.draw_many),
        error=magnitude(verdict.largest_error),
    )
    return " ".join([done, *(strength(words, grade, claims) for grade in GRADES if _of(grade, claims))])


def _of(grade: str, claims: list[Claim]) -> list[Evidence]:
    """The evidence of those claims that have a grade."""
    return [claim.evidence or Evidence(grade) for claim in claims if claim.grade == grade]


def strength(words: Words, grade: str, claims: list[Claim]) -> str:
    """Say in a sentence how strongly the claims of a grade are known: as much as is true of the weakest."""
    found = _of(grade, claims)
    if grade in (COMPUTED, SHAPE, SAMPLED):
        return {COMPUTED: words.computed, SHAPE: words.shape, SAMPLED: words.sampled}[grade]
    if grade == WHOLE:
        return on_the_whole_range(words, found)
    sizes = {name: size for item in found for name, size in sorted(item.sizes, key=lambda pair: pair[1])}
    functions = sorted({name for item in found for name in item.any_functions})
    of = words.up_to.format(", ".join(f"{_plain(name)} = {size}" for name, size in sizes.items()))
    any_ones = words.any_function.format(", ".join(map(_plain, functions)))
    sentence = {IDENTITY: words.identity, ON_PIECES: words.on_pieces, DIGITS: words.to_digits}[grade]
    return sentence.format(
        points=_counted(min(item.draws for item in found), words.points_one, words.points_many),
        odds=f"10{str(-min(item.rarity for item in found)).translate(_SUPERSCRIPT)}",
        digits=min(item.digits for item in found),
        pieces=max(item.pieces for item in found),
        of=(of if sizes else "") + (any_ones if functions else ""),
    )


def on_the_whole_range(words: Words, found: list[Evidence]) -> str:
    """Say of inequalities for which number they are shown, and where both sides are equal."""
    names = sorted({_plain(item.variable) for item in found})
    places = {f"{_plain(item.variable)} = {place}": None for item in found for place in item.meets}
    return words.whole.format(
        variable=", ".join(names),
        pieces=_counted(sum(item.pieces for item in found), words.pieces_one, words.pieces_many),
        meets=words.meets.format(", ".join(places)) if places else "",
    )


def _plain(latex: str) -> str:
    """A symbol without LaTeX, for a note that is plain text."""
    return unicodedata.lookup(f"GREEK SMALL LETTER {latex[1:]}") if latex in GREEK else latex.strip("\\")


def _counted(number: int, one: str, many: str) -> str:
    return one if number == 1 else many.format(number)


def mark_display(element: ElementTree.Element, sheet: Sheet, verdict: Verdict, notation: str) -> None:
    """Put the mark into a displayed equation: a button, and a note with two links."""
    text = summary(sheet, verdict)
    checked = verdict.status == "true"
    mark = ElementTree.SubElement(element, "span", {"class": "check" if checked else "check exempt"})
    sign = ElementTree.SubElement(mark, "button", {"class": "check-sign", "type": "button"})
    sign.set("aria-label", text)
    sign.text = "✓" if checked else "○"
    note = ElementTree.SubElement(mark, "span", {"class": "check-note"})
    note.text = f"{text} "
    words = sheet.words
    links = ((words.notation_page, f"#{notation}", words.notation), (words.checked_page, "", words.how))
    for page, anchor, label in links:
        if page in sheet.book:
            link = ElementTree.SubElement(note, "a", {"href": sheet.source_link(page) + anchor})
            link.text, link.tail = label, " "


def mark_inline(element: ElementTree.Element, sheet: Sheet, verdict: Verdict) -> None:
    """Mark a formula in running text: a line, and the note as its title, of which scripts make a card."""
    element.set("class", f"{element.get('class')} {'checked' if verdict.status == 'true' else 'exempt'}")
    element.set("title", summary(sheet, verdict))


def mark_false(element: ElementTree.Element, message: str) -> None:
    """Show that an equation is false, and what refutes it; `mkdocs build` never gets this far."""
    element.set("class", f"{element.get('class')} refuted")
    report = ElementTree.SubElement(element, "span", {"class": "refutation", "role": "alert"})
    report.text = AtomicString(message)
