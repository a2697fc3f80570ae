"""Mutants: damage what the book claims, one token at a time, and see that the checks object."""
