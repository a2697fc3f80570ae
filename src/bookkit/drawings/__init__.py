"""Figures in a page: drawn by their snippets, brought into its markup, made to answer the hand."""
