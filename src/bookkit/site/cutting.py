"""The published site, cut to what the book uses: of fonts, letters and weights; of stylesheets, rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bookkit.keeping.cache import write_whole
from bookkit.site import files as site_files
from bookkit.site import styles
from bookkit.typesetting import fonts


@dataclass
class Used:
    """What the pages of a site use: the letters of formulas by font, those of the text, and classes."""

    letters: dict[str, set[str]] = field(default_factory=dict)
    text: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)

    def note(self, html: str) -> None:
        """Note what one page uses."""
        for font, letters in fonts.letters(html).items():
            self.letters.setdefault(font, set()).update(letters)
        self.text.update(fonts.text_letters(html))
        self.classes.update(styles.classes(html))


def cut(site: Path, used: Used) -> None:
    """Cut a site's fonts and stylesheets to what its pages use."""
    assets = site / "assets"
    for address, (_, weights) in site_files.TEXT_FONTS.items():
        fonts.shrink(site / address, used.text, weights)
    for font in sorted((assets / "katex" / "fonts").glob("*.woff2")):
        fonts.shrink(font, fonts.letters_of(font.stem.removeprefix("KaTeX_"), used.letters))
    scripts = [
        path.read_text(encoding="utf-8") for path in assets.rglob("*.js") if path.parent.name != "workers"
    ]
    occurring = styles.names(used.classes, scripts)
    for sheet in sorted(assets.rglob("*.css")):
        write_whole(sheet, styles.keep_used(sheet.read_text(encoding="utf-8"), occurring))
    book = site / site_files.STYLESHEET
    face = site_files.EMBEDDED_FONT
    write_whole(book, styles.embed(book.read_text(encoding="utf-8"), book.parent / face, face))
