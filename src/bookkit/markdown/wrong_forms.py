"""How a wrong form is shown: its name, an icon and a word, the formula struck out, and what refutes it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from xml.etree import ElementTree

from bookkit.pages.desk import Sheet, Words
from bookkit.pages.source import Equation
from bookkit.proof.refuted import Refutation, reason_of
from bookkit.typesetting.katex import Formula, LatexError, typeset

Store = Callable[[str], str]
_ANNOTATION = '<annotation encoding="application/x-tex">'
_MATRIX = re.compile(r"\[([-\d.e+ ;]+)\]\Z")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?\Z")
_POWER = re.compile(r"(?P<digits>-?\d+(?:\.\d+)?)e(?P<exponent>[-+]?\d+)\Z")
_WORDS = re.compile(r"[A-Za-z][a-z_ ]+\Z")  # a name that is no LaTeX, such as `cost` or `left side`


def warned(typeset_formula: str, words: Words, equation: Equation) -> str:
    """Return a typeset formula whose LaTeX, once copied, says that it is wrong."""
    comment = html.escape(f"% {words.wrong}: {reason_of(equation)}\n", quote=False)
    return typeset_formula.replace(_ANNOTATION, _ANNOTATION + comment, 1)


def mark_wrong(element: ElementTree.Element, sheet: Sheet, found: Refutation, store: Store) -> None:
    """Frame a displayed formula as wrong, and put what refutes it below; `store` keeps typeset formulas."""
    words = sheet.words
    element.set("class", f"{element.get('class')} wrong")
    element.attrib |= {"role": "group", "aria-label": f"{words.wrong}: {found.reason}"}
    title = ElementTree.Element("p", {"class": "wrong-title"})
    sign = ElementTree.SubElement(title, "span", {"class": "wrong-sign", "aria-hidden": "true"})
    sign.text = "✗"
    word = ElementTree.SubElement(title, "strong")
    word.text = words.wrong
    ElementTree.SubElement(title, "span").text = found.reason
    element.insert(0, title)
    card = ElementTree.SubElement(element, "div", {"class": "counter-example"})
    if found.note:
        ElementTree.SubElement(card, "p").text = f"{words.wrong_because.format(found.note)}"
    if found.left[0]:
        _numbers(card, words, found, store)


def _numbers(card: ElementTree.Element, words: Words, found: Refutation, store: Store) -> None:
    if found.values:
        line = ElementTree.SubElement(card, "p")
        line.text = f"{words.wrong_with} "
        for place, (name, value) in enumerate(found.values):
            if place:
                line[-1].tail = (line[-1].tail or "") + ", "
            _value(line, name, value, store)
    sides = ElementTree.SubElement(card, "dl", {"class": "sides"})
    for latex, value in (found.left, found.right):
        pair = ElementTree.SubElement(sides, "div")
        side = ElementTree.SubElement(pair, "dt")
        if _WORDS.match(latex):
            side.text = latex
        else:
            _formula(side, latex, store)
        _number(ElementTree.SubElement(pair, "dd"), value, store)


def _value(line: ElementTree.Element, name: str, value: str, store: Store) -> None:
    """A symbol with its value, as one formula where both are mathematics."""
    latex = as_latex(value)
    if latex is not None and not _WORDS.match(name):
        _formula(line, f"{name} = {latex}", store)
        return
    holder = ElementTree.SubElement(line, "span")
    if _WORDS.match(name):
        holder.text = f"{name} "
    else:
        _formula(holder, name, store)
        holder[-1].tail = " "
    rest = ElementTree.SubElement(holder, "em")
    rest.text = value.replace("_", " ")


def _number(element: ElementTree.Element, value: str, store: Store) -> None:
    latex = as_latex(value)
    if latex is None:
        element.text = value
    else:
        _formula(element, latex, store)


def _formula(parent: ElementTree.Element, latex: str, store: Store) -> None:
    (result,) = typeset([Formula(latex, display=False)])
    span = ElementTree.SubElement(parent, "span", {"class": "formula"})
    span.text = latex if isinstance(result, LatexError) else store(result)


def as_latex(value: str) -> str | None:
    """Return a number or a matrix as LaTeX; None for what is said in words."""
    if match := _MATRIX.match(value):
        rows = [[_entry(entry) for entry in row.split()] for row in match[1].split(";")]
        if len(rows) == len(rows[0]) == 1:
            return rows[0][0]
        body = r" \\ ".join(" & ".join(row) for row in rows)
        return rf"\begin{{pmatrix}} {body} \end{{pmatrix}}"
    return _entry(value) if _PLAIN.match(value) or _POWER.match(value) else None


def _entry(number: str) -> str:
    match = _POWER.match(number)
    return rf"{match['digits']} \cdot 10^{{{int(match['exponent'])}}}" if match else number
