"""The proof-reader: equations are read from their LaTeX, executed on random instances and judged."""

from bookkit.equations.context import Context
from bookkit.equations.errors import EquationError
from bookkit.equations.judge import check
from bookkit.equations.parse import parse
from bookkit.equations.tree import Tree
from bookkit.equations.verdict import Claim, Counterexample, Verdict

__all__ = ["Claim", "Context", "Counterexample", "EquationError", "Tree", "Verdict", "check", "parse"]
