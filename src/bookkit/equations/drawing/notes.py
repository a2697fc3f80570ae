"""Notes on a draw: what was noticed while values were computed, and would spoil them as evidence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Notes:
    """What was noticed on the way; whoever wants to know it of one computation alone begins new ones.

    ``scale`` is the largest term that took part, for rounding errors are of its size; ``noise`` is what
    differences and extrapolation may be off by, beside that.
    """

    kink: bool = False  # a comparison was decided by a hair where something was derived
    rough: bool = False  # differences took part, or limits: fewer digits are right
    saturated: bool = False  # a function was asked where it does not change any more
    no_case: bool = False  # no case of a definition applied
    two_cases: bool = False  # two cases applied, with different values
    no_limit: bool = False
    scale: float = 0.0
    noise: float = 0.0

    def add(self, more: Notes) -> None:
        """Takes in what another computation has noticed."""
        self.kink = self.kink or more.kink
        self.rough = self.rough or more.rough
        self.saturated = self.saturated or more.saturated
        self.no_case = self.no_case or more.no_case
        self.two_cases = self.two_cases or more.two_cases
        self.no_limit = self.no_limit or more.no_limit
        self.scale = max(self.scale, more.scale)
        self.noise = max(self.noise, more.noise)

    def at_the_next_values(self) -> Notes:
        """The notes of the same draw for the next values of its indices: rounding begins anew."""
        return Notes(self.kink, self.rough, False, self.no_case, self.two_cases, self.no_limit)
