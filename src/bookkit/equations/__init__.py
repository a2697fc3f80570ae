"""The proof-reader: equations are read from their LaTeX, executed on random instances and judged."""

from bookkit.equations.judging.judge import check
from bookkit.equations.judging.verdict import Claim, Counterexample, Verdict
from bookkit.equations.reading.context import Context
from bookkit.equations.reading.parse import parse
from bookkit.equations.reading.tree import Tree
from bookkit.values.errors import EquationError

__all__ = ["Claim", "Context", "Counterexample", "EquationError", "Tree", "Verdict", "check", "parse"]
