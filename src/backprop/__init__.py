"""Backpropagation in numpy, written to be read beside the book."""
