"""MkDocs' side of the press: the only room that knows it."""
