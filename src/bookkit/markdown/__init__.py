"""The press as a Python-Markdown extension: `bookkit.markdown` in a list of extensions.

Each module here does one thing to a page; this one says in which order.
"""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from bookkit import lazily
from bookkit.drawings.live import TAG
from bookkit.markdown.boxes import Boxes
from bookkit.markdown.checkables import Checkables
from bookkit.markdown.cited import Cited
from bookkit.markdown.exercises import Exercises
from bookkit.markdown.figures import Figures
from bookkit.markdown.headings import Headings
from bookkit.markdown.ids import Ids
from bookkit.markdown.inclusions import Inclusions
from bookkit.markdown.listings import Listings
from bookkit.markdown.live import FindLive, FinishLive, LinkCode
from bookkit.markdown.maths import Maths
from bookkit.markdown.numbers import Numbers
from bookkit.markdown.optional import Optional
from bookkit.markdown.predictions import Predictions
from bookkit.markdown.references import References
from bookkit.markdown.sources import Sources
from bookkit.markdown.tables import Tables
from bookkit.markdown.work import Step, Work
from bookkit.pages import desk
from bookkit.pages.given import Given, Verbatim

lazily.wait()  # MkDocs imports extensions before plugins


class _TakeSheet(Step, Preprocessor):
    """Takes the page from the desk before anything else happens."""

    def run(self, lines: list[str]) -> list[str]:
        self.work.begin(desk.take())
        return lines


class BookExtension(Extension):
    """Listings, equations, figures, numbers and references of a page."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register the press's steps. Snippets are included at 32, inline text is parsed at 20,
        attributes are given at 8, toc is 5.
        """
        work = Work()
        md.registerExtension(self)
        md.preprocessors.register(_TakeSheet(md, work), "book-sheet", 1000)
        md.preprocessors.register(Inclusions(md, work), "book-inclusions", 33)
        md.inlinePatterns.register(Given(md), "book-given", 175)
        md.inlinePatterns.register(Verbatim(md), "book-verbatim", 174)
        md.block_level_elements.append(TAG)
        md.treeprocessors.register(FindLive(md, work), "book-find-live", 15.5)
        md.treeprocessors.register(Tables(md), "book-tables", 15.5)  # before formulas are typeset
        md.treeprocessors.register(Maths(md, work), "book-maths", 15)
        md.treeprocessors.register(Numbers(md, work), "book-numbers", 14.5)
        md.treeprocessors.register(Figures(md, work), "book-figures", 14)
        md.treeprocessors.register(Boxes(md), "book-boxes", 13.8)
        md.treeprocessors.register(Predictions(md, work), "book-predictions", 13.7)
        md.treeprocessors.register(Checkables(md, work), "book-checkables", 13.6)
        md.treeprocessors.register(Headings(md, work), "book-headings", 13)
        md.treeprocessors.register(Exercises(md, work), "book-exercises", 12.5)
        md.treeprocessors.register(Sources(md, work), "book-sources", 12.5)
        md.treeprocessors.register(References(md, work), "book-references", 12)
        md.treeprocessors.register(Cited(md, work), "book-cited", 7)
        md.treeprocessors.register(Optional(md, work), "book-optional", 7)
        md.treeprocessors.register(Ids(md, work), "book-ids", 6)
        md.treeprocessors.register(FinishLive(md, work), "book-finish-live", 5.5)
        md.postprocessors.register(Listings(md, work), "book-listings", 10)
        md.postprocessors.register(LinkCode(md, work), "book-link-code", 9)


def makeExtension(**configuration: Any) -> BookExtension:  # noqa: N802 (the name is Python-Markdown's)
    """Return the extension, as Python-Markdown asks for it."""
    return BookExtension(**configuration)
