"""What numbers a draw calculates with: floats, unless another kind of draw says otherwise (`exact`)."""

from __future__ import annotations

from typing import Any

Value = Any


class Floats:
    """Numbers that were drawn, written, named or counted, as floats."""

    exact = False  # whether the numbers know more than a float

    def lifted(self, values: Value) -> Value:
        """Floats that were drawn, as the numbers that are calculated with."""
        return values

    def written(self, text: str) -> Value:
        """A number that a formula writes."""
        return float(text)

    def constant(self, name: str, value: float) -> Value:
        """A number that has a name, e or π."""
        return value

    def counted(self, value: Value) -> Value:
        """An index or a size as a number to calculate with: whole ones of any length would not fit arrays."""
        return float(value) if isinstance(value, int) else value
