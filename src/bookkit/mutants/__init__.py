"""Mutants: damage what the book claims, one token at a time, and see that the checks object."""

from bookkit.mutants.run import Outcome, main, run, summary
from bookkit.mutants.trees import Mutant, mutants

__all__ = ["Mutant", "Outcome", "main", "mutants", "run", "summary"]
