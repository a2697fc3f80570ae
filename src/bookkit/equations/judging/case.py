"""What is known while one equation is judged."""

from __future__ import annotations

from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.indices import note_letters
from bookkit.equations.compiling.references import reference
from bookkit.equations.judging.trial import Trial
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context, Key
from bookkit.equations.reading.jacobian_names import function_of_jacobian
from bookkit.notations.table import Notation


class Case:
    """One equation, the table that it is read with, and what the page has said so far, which it widens."""

    def __init__(self, tree: t.Tree, notation: Notation, context: Context, draws: int, seed: int) -> None:
        self.tree, self.notation, self.context = tree, notation, context
        self.draws, self.seed = draws, seed
        self.after: list[tuple[Key, float | None]] = []  # what updates have made of given values
        self.held: set[str] = set()  # letters of which this formula leaves out an index
        self.with_step: bool | None = None  # whether the updates so far have a step size
        self.supposing = False  # whether what stands before an inequality leaves open that it is assumed
        self.in_words = False  # whether words before an equation may say which functions it is about

    def is_free(self, node: t.Node) -> bool:
        """Whether a lone symbol, or a function of letters, is one that neither page nor table defines."""
        if isinstance(node, t.Juxtaposed):
            head, *rest = node.factors
            group = rest[0] if len(rest) == 1 else None
            letters = isinstance(group, t.Group) and all(isinstance(item, t.Name) for item in group.items)
            if not letters or self.context.find(head.latex()) or head.latex() in self.notation.function:
                return False
            symbol = self.notation.by_base.get(head.latex())
            drawn = symbol is not None and symbol.draw is not None
            return isinstance(head, t.Name) and (drawn or head.latex() in self.notation.function_letters)
        if not isinstance(node, (t.Name, t.Accent, t.Scripted)):
            return False
        if function_of_jacobian(node, self.notation, self.context) is not None:
            return False
        if self.context.find(node.latex()) is not None:
            return False  # whether it is one quantity, or a family of which this is the bare letter
        compiler = Compiler(self.notation, self.context)
        note_letters(compiler, node)
        found = reference(compiler, node)
        if found is None or found[1] is not None or found[0].symbol is None:
            return False
        ref, symbol = found[0], found[0].symbol
        drawn = symbol.draw is not None or symbol.size
        return drawn and not self.context.knows(ref.name)

    def is_new(self, node: t.Node) -> bool:
        """Whether a lone symbol, or a function of letters, is one of which neither page nor table knows."""
        head = node
        if isinstance(node, t.Juxtaposed):
            head, *rest = node.factors
            group = rest[0] if len(rest) == 1 else None
            if not isinstance(group, t.Group) or not all(isinstance(item, t.Name) for item in group.items):
                return False
        if function_of_jacobian(head, self.notation, self.context) is not None:
            return False
        base = head.base if isinstance(head, t.Scripted) and not head.primes else head
        if not isinstance(base, (t.Name, t.Word, t.Accent)):
            return False
        names = {head.latex(), base.latex(), base.text if isinstance(base, t.Word) else base.latex()}
        table = (self.notation.by_base, self.notation.function, self.notation.indices)
        letters = self.notation.function_letters
        return not any(
            name in letters or self.context.knows(name) or any(name in part for part in table)
            for name in names
        )

    def knows(self, name: str) -> bool:
        """Whether the page or a row of the table has a letter, so that it is no sign of small order."""
        symbol = self.notation.by_base.get(name)
        return self.context.knows(name) or (symbol is not None and symbol.base == name)

    def trial(self, left: t.Node, sign: str, right: t.Node, statement: t.Statement) -> Trial:
        return Trial(self.notation, self.context, left, sign, right, statement, self.draws, self.seed)
