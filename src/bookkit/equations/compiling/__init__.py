"""The third room: a tree becomes code, which is run on a draw.

In comes one side of a claim, the table of symbols that it is read with, and what the page has defined
before it. Out comes a function from a draw to a value, and the facts about the side: which symbols it
names, which indices are free, whether it derives, whether it goes piece by piece.

One `Compiler` holds what is known on the way. What is made of a node, the function says that is registered
for its kind (``@compiles(t.Big)``), and it asks the compiler for the code of what is below, so that no
file here has to know the others' nodes.

It is sound because nothing is simplified: every node is executed as it is written, a name means what the
page or else the table says of it, and what could mean two things (a letter before a bracket, a ∂ that goes
two ways, a sum that does not say where it ends) is an error and never a guess.
"""

# Each of these registers what it compiles.
from bookkit.equations.compiling import (
    applications,
    arithmetic,
    changes,
    comparisons,
    derivatives,
    powers,
    sums,
    symbols,
)

__all__ = ["applications", "arithmetic", "changes", "comparisons", "derivatives", "powers", "sums", "symbols"]
