"""What proves the press and the pages, and is no part of either: damage done on purpose, house rules, costs.

It needs packages that the book is tested with, such as SymPy. The press imports it for one command alone,
``python -m bookkit mutants``, which says so where they are missing.
"""
