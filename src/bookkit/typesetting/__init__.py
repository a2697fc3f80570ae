"""Letters: formulas as KaTeX sets them, and the typefaces of formulas and text."""
