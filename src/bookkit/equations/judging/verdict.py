"""What came out of judging an equation."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from bookkit.equations.reading.context import Context

BREAKDOWN = "the proof-reader itself broke down on this equation"
Status = Literal["true", "false", "error", "unchecked"]

# How strongly a claim is known, from the strongest to the weakest.
COMPUTED = "computed"  # numbers only, exact or rounded with certainty
WHOLE = "shown on the whole range"  # an inequality in one number, by intervals
IDENTITY = "identity"  # in exact arithmetic at random points
ON_PIECES = "identity on each piece met"  # the same, where definitions go piece by piece
DIGITS = "to N digits"  # balls that touch
SHAPE = "shape"  # numbers of rows and columns, on all draws
SAMPLED = "sampled"  # floats on many draws
GRADES = (COMPUTED, WHOLE, IDENTITY, ON_PIECES, DIGITS, SHAPE, SAMPLED)


@dataclass(frozen=True)
class Counterexample:
    """Values for which a claim fails: of the symbols, and of both sides."""

    values: tuple[tuple[str, str], ...]
    left: str
    right: str
    where: str = ""
    left_latex: str = "left side"
    right_latex: str = "right side"

    def lines(self, kind: str = "=") -> list[str]:
        """The counter-example for people, of a claim of some kind."""
        values = ", ".join(f"{name} = {value}" for name, value in self.values)
        claimed = "" if kind == "=" else f"   (claimed: {kind})"
        return [
            f"counter-example{self.where}: {values or 'the numbers themselves'}",
            f"  {self.left_latex} = {self.left}",
            f"  {self.right_latex} = {self.right}{claimed}",
        ]


@dataclass(frozen=True)
class Evidence:
    """How strongly a true claim is known: its grade, and what it rests on.

    ``digits`` are those to which both sides agree, beyond all doubt. An identity that was none would have
    passed with a chance below 10 to the minus ``rarity``. ``sizes`` are the largest that were met, ``pieces``
    counts the different ways past jumps and kinks, ``any_functions`` are those of which nothing was used.
    What is shown on the whole range of ``variable`` was shown on so many pieces; ``meets`` are the numbers,
    among those at which it was cut, where both sides are equal.
    """

    grade: str
    draws: int = 0
    digits: int = 0
    rarity: int = 0
    sizes: tuple[tuple[str, int], ...] = ()
    pieces: int = 0
    any_functions: tuple[str, ...] = ()
    variable: str = ""
    meets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Claim:
    """One step of one chain, and what was found about it."""

    latex: str
    kind: str
    status: Status
    reason: str = ""
    draws: int = 0
    largest_error: float = 0.0
    counterexample: Counterexample | None = None
    evidence: Evidence | None = None

    def left_open(self, reason: str) -> Claim:
        """A refuted claim as one that is not judged."""
        return replace(self, status="error", reason=reason, counterexample=None)

    @property
    def grade(self) -> str:
        """How strongly it is known (`GRADES`); "" of what is not true, and of a definition."""
        if self.evidence is not None:
            return self.evidence.grade
        return SAMPLED if self.status == "true" and self.kind != "\\coloneqq" else ""

    @property
    def message(self) -> str:
        """The finding for people."""
        lines = [f"{self.status}: {self.latex}"]
        if self.reason:
            lines += ["  " + line for line in self.reason.splitlines()]
        if self.counterexample is not None:
            lines += ["  " + line for line in self.counterexample.lines(self.kind)]
        return "\n".join(lines)


@dataclass(frozen=True)
class Verdict:
    """The findings about all claims of an equation, what the page knows after it, and the work it was."""

    status: Status
    claims: tuple[Claim, ...] = ()
    reason: str = ""
    context: Context = field(default_factory=Context)
    cost: int = 0

    def left_open(self, claims: tuple[Claim, ...]) -> Verdict:
        """A false verdict with claims of which some may be left open; false as long as one of them is."""
        still = any(claim.status == "false" for claim in claims)
        return replace(self, status="false" if still else "error", claims=claims)

    @property
    def is_breakdown(self) -> bool:
        """Whether judging ended in an error of the proof-reader, which is no finding about the equation."""
        return self.reason.startswith(BREAKDOWN)

    @property
    def largest_error(self) -> float:
        """The largest relative disagreement that was seen between two sides that agree."""
        return max((claim.largest_error for claim in self.claims), default=0.0)

    @property
    def grade(self) -> str:
        """That of the weakest of its claims; "" where there is none."""
        return max((claim.grade for claim in self.claims if claim.grade), key=GRADES.index, default="")

    @property
    def draws(self) -> int:
        """The draws of all claims together."""
        return sum(claim.draws for claim in self.claims)

    @property
    def counterexample(self) -> Counterexample | None:
        """The first counter-example."""
        return next((claim.counterexample for claim in self.claims if claim.counterexample), None)

    @property
    def message(self) -> str:
        """Everything that is wrong, for people; a short word where nothing is."""
        wrong = [claim.message for claim in self.claims if claim.status not in ("true", "unchecked")]
        if self.reason:
            wrong.insert(0, f"{self.status}: {self.reason}")
        return "\n".join(wrong) or self.status
