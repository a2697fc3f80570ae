"""The first room: LaTeX becomes a tree.

In comes the LaTeX of one formula, as the author wrote it. It goes through the `lexer` (what the reader
sees is kept, what only moves ink about is not), through `statements` (which condition is said of which
claim) and the grammar (`parse`). Out comes a `Tree`: statements, each a chain of relations with its ranges
and conditions, and the directives of its comments. Then what authors abbreviate is written out, with the
table of symbols and the page's definitions (`context`) in hand: `naming` makes one name of a name with parts,
and `spellings` calls those that know one habit each (`evaluations`, `expansions`, `inverses`,
`positive_parts`). Statement by statement, `bare_functions`, `dots` (with `endless_dots`), `arrows` and
`suppositions` follow.

It is sound because nothing is passed over: a command, a word or a sign that is not known is an error with
a caret under it; what is printed of a tree reads as the same tree; and an abbreviation is written out in
one way or refused.
"""

# These register what the lexer does at each command.
from bookkit.equations.reading import commands, word_commands

__all__ = ["commands", "word_commands"]
