"""One claim on trial: its sides compiled, its conditions and ranges, and what one draw says of it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np

from bookkit.equations.compiling.comparisons import condition
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.definitions import compile_side
from bookkit.equations.compiling.facts import Code
from bookkit.equations.compiling.references import reference
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.drawing.shown import show_side, shown_sizes, shown_values
from bookkit.equations.judging import assumptions, for_all
from bookkit.equations.judging.bindings import bindings
from bookkit.equations.judging.choosing import chosen
from bookkit.equations.judging.comparing import ORDER, Comparison
from bookkit.equations.judging.outcome import Outcome
from bookkit.equations.judging.scope import Scope
from bookkit.equations.judging.settling import Settled, is_settled, met
from bookkit.equations.judging.verdict import Counterexample
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.conditions import is_letter
from bookkit.equations.reading.context import Context, Key
from bookkit.equations.reading.differentials import unchanged
from bookkit.equations.reading.exact import exact
from bookkit.notations.draws import ALONE, USUAL
from bookkit.notations.table import Notation
from bookkit.values.errors import EquationError, NoSuchThingError, TooFarError, UnmetError

Value = Any
PI = t.Name("\\pi")
HUGE = 10**100  # nothing is drawn that is as large
TRIES = 12  # draws thrown away for every one that is asked for


class Trial:
    """One claim: two sides, a relation, and the conditions under which it is said."""

    def __init__(
        self,
        notation: Notation,
        context: Context,
        left: t.Node,
        sign: str,
        right: t.Node,
        statement: t.Statement,
        draws: int,
        seed: int,
    ) -> None:
        self.notation, self.context = notation, context
        self.left_tree, self.sign, self.right_tree = left, sign, right
        self.statement = statement
        self.draws, self.seed = draws, seed
        self.compiler = Compiler(notation, context)
        self.compiler.index_letters |= {r.name.text for r in statement.ranges}
        self.sides = Comparison(self.compiler, left, sign, right)
        said = [chain for chain in statement.conditions if assumptions.is_assumption(chain, notation)]
        still = {chain: letter for chain in statement.conditions if (letter := unchanged(chain))}
        self.compiler.facts.still |= set(still.values())
        said += still
        free = set(self.compiler.facts.free)
        self.assumed = [
            assumptions.compiled(self.compiler, chain, free) for chain in said if chain not in still
        ]
        self.fixed: dict[Key, Value] = {}
        said += [chain for chain in statement.conditions if chain not in said and self.take_as_fixed(chain)]
        self.tests: list[Callable[[Instance], bool]] = [
            for_all.compiled(self.compiler, chain, partial(self.test, chain))
            for chain in statement.conditions
            if chain not in said
        ]
        self.ranges = self.compile_ranges(statement.ranges)
        self.facts = self.compiler.facts
        self.absent: list[dict[str, int]] = []
        self.bounds: list[tuple[Callable[[Instance], bool], set[str]]] = []
        self.bounded: dict[str, tuple[bool, bool]] = {}
        self.stated_bounds(tuple(chain for chain in statement.conditions if chain not in said))
        self.sizes: Mapping[Key, int] | None = None
        self.tried: dict[tuple[bool, bool], Any] = {}  # what exact draws have said, by what was given
        if self.is_of_sizes_alone():
            self.facts.features.add(ALONE)
        self.conditions = [chain for chain in statement.conditions if chain not in said]
        self.scope = Scope(self.compiler, self.sides, self.conditions)
        self.counts_to_a_number = any(isinstance(item.last, t.Number) for item in statement.ranges)
        sides = (left, right, *statement.conditions)
        self.landmarks = tuple(itertools.islice(_landmarks(sides), 12))
        for name in self.facts.any_functions & self.facts.mentioned:
            raise EquationError(f"{name} stands for a function and for a number in one equation")
        if self.facts.pieces and (smooth := assumptions.smooth_ones(self.facts.mentioned, notation)):
            raise EquationError(f"what goes piece by piece cannot be judged of {', '.join(smooth)}")

    def test(self, chain: t.Chain) -> Callable[[Instance], bool]:
        """A condition as what is asked of a draw."""
        if is_settled(self.compiler, chain):
            return Settled(self.compiler, chain)
        return chosen(self.compiler, chain) or condition(self.compiler, chain)

    def take_as_fixed(self, chain: t.Chain) -> bool:
        """Takes ``x = 1``, which no draw meets by chance, as the value of x; returns whether it is one."""
        step = chain.steps[0]
        alone = len(chain.steps) == 1 and step.sign == "=" and is_letter(chain.first)
        if not alone or any(isinstance(part, (t.Name, t.Word)) for part in step.right.walk() if part != PI):
            return False
        if isinstance(chain.first, t.Name) and chain.first.text in self.compiler.facts.free:
            return False  # an index, which takes the value anyhow
        mentioned, free = set(self.compiler.facts.mentioned), set(self.compiler.facts.free)
        found = reference(self.compiler, chain.first)
        self.compiler.facts.mentioned &= mentioned
        for name in set(self.compiler.facts.free) - free:
            del self.compiler.facts.free[name]
        if (
            found is None
            or found[1] is not None
            or found[0].place is not None
            or found[0].name not in mentioned
        ):
            return False
        symbol = found[0].symbol
        if symbol is None or not symbol.is_any_number:
            return False
        if self.context.find(found[0].name) is not None:
            return False
        inst = Instance(self.notation, (self.seed, 0))
        self.fixed[found[0].key(inst)] = float(
            np.real(compile_side(self.compiler, step.right, watch=False)(inst))
        )
        return True

    def is_of_sizes_alone(self) -> bool:
        """Whether nothing has to be drawn, enumerated or added up, so that sizes may be of any size."""
        table, facts = self.notation.by_base, self.facts
        sides = (*self.left_tree.walk(), *self.right_tree.walk())
        return (
            bool(facts.mentioned)
            and not any(isinstance(part, t.Big) for part in sides)
            and all(name in table and table[name].size for name in facts.mentioned)
            and all(index.layer for index in facts.free.values())
        )

    def compile_ranges(self, ranges: tuple[t.Range, ...]) -> dict[str, tuple[Code, Code] | None]:
        found: dict[str, tuple[Code, Code] | None] = {}
        for item in ranges:
            if item.fixed and (item.first or item.name.text not in self.notation.indices):
                raise EquationError(f"{item.name.text} is no index: say with \\partial what stays fixed")
            if item.first is None and item.name.text not in self.notation.indices:
                continue  # "for all x" says what is meant anyhow
            of_conditions = for_all.ranged(self.compiler, item, self.tests)
            if not of_conditions and item.name.text not in self.compiler.facts.free:
                raise EquationError(f"a range for {item.name.text}, which is no index of the equation")
            if item.name.text not in self.compiler.facts.free:
                continue
            if item.first is None or item.last is None:
                found[item.name.text] = None
            else:
                found[item.name.text] = (
                    compile_side(self.compiler, item.first, False),
                    compile_side(self.compiler, item.last, False),
                )
        return found

    def instance(self, number: int, mode: str = USUAL, given: Mapping[Key, Value] | None = None) -> Instance:
        given = {**(given or {}), **self.fixed}
        seed = (self.seed, number)
        return self.compiler.instance(
            seed, given=given, mode=mode, landmarks=self.landmarks, sizes=self.sizes
        )

    def bindings(self, inst: Instance) -> list[dict[str, int]]:
        """The values of the free indices on a draw."""
        early = {name for name, (low, _) in self.bounded.items() if low}
        return bindings(inst, self.facts.free, self.ranges, self.note_absent, early)

    def run(self, inst: Instance) -> Outcome:
        """Both sides for all values of the free indices."""
        total = Outcome()
        self.absent, present = [], []
        with np.errstate(all="ignore"):
            try:
                for binding in self.bindings(inst):
                    with inst.state(binding=binding):
                        try:
                            if not met(self.tests, inst):
                                continue
                            self.assume(inst)
                            outcome = self.sides.compare(inst)
                        except UnmetError:
                            total.unmet = True
                            continue
                        except NoSuchThingError:
                            if self.note_absent(binding):
                                raise
                            self.scope.check(inst, binding, partial(met, self.tests, inst))
                            continue
                        except TooFarError as error:
                            if not self.is_loosely_bound(binding):
                                raise self.out_of_range(error, binding) from None
                            self.scope.check(inst, binding, partial(met, self.tests, inst))
                            continue
                    outcome.binding = binding
                    if not outcome.valid:
                        return outcome
                    total.valid = True
                    present.append(binding)
                    total.zero = total.zero and outcome.zero
                    total.error = max(total.error, outcome.error)
                    if not outcome.holds:
                        return outcome
                    total.left, total.right, total.noise = outcome.left, outcome.right, outcome.noise
                    total.margin = min(total.margin, outcome.margin)
                self.check_bounds(inst, present)
            except EquationError as error:
                return Outcome(fault=error.reason)
            except (OverflowError, ZeroDivisionError):
                return Outcome()
            except ValueError as error:  # numpy's: a definition of the page does not fit a rule of the table
                return Outcome(fault=f"shapes do not fit: {error}")
        if not total.valid and (self.tests or total.unmet):
            total.conditions = False
        elif not total.valid:
            total.missing = True
        return total

    def note_absent(self, binding: Mapping[str, int]) -> bool:
        """Notes values for which something does not exist, and returns whether the page states them."""
        self.absent.append(dict(binding))
        return self.is_bound_to(binding)

    def is_bound_to(self, binding: Mapping[str, int]) -> bool:
        """Whether a range that the page states has led to these values: then nothing of it may be missing.

        What a layer without a stated range does not have is passed over.
        """
        layers = {name for name in binding if self.facts.free[name].layer}
        stated = {name for name in binding if self.ranges.get(name) is not None}
        return bool(stated & layers) or (bool(stated) and not layers)

    def is_loosely_bound(self, binding: Mapping[str, int]) -> bool:
        """Whether an index has a value that nothing but the entries that there are allows or forbids."""
        return any(self.facts.free[name].is_loose and self.ranges.get(name) is None for name in binding)

    def out_of_range(self, error: EquationError, binding: Mapping[str, int]) -> EquationError:
        """What a sum lacks, and what the author may say about it."""
        names = [
            name for name in binding if self.ranges.get(name) is None and not self.facts.free[name].layer
        ]
        if not names:
            return error
        said = f"for which {names[0]} is this claimed? add \\quad \\text{{for }} {names[0]} = 1, \\dots, …"
        return EquationError(f"{error.reason}; {said}")

    def check_bounds(self, inst: Instance, present: Sequence[Mapping[str, int]]) -> None:
        """``l \\ge 1`` claims layer 1, ``l < L`` claims nothing of it: what it includes must exist."""
        layers = [name for name in self.bounded if self.facts.free[name].layer]
        beyond = [{name: place} for name in layers for place in (0, inst.sizes["L"] + 1)]
        for absent in [*self.absent, *beyond]:
            if absent in beyond and not any(names <= set(absent) for _, names in self.bounds):
                continue
            with inst.state(binding=absent):
                try:
                    held = all(test(inst) for test, names in self.bounds if names <= set(absent))
                except NoSuchThingError:
                    continue  # what the condition itself names does not exist there
            for name, value in absent.items():
                known = [binding[name] for binding in present if name in binding]
                low, high = self.bounded.get(name, (False, False))
                if held and known and ((low and value < min(known)) or (high and value > max(known))):
                    raise NoSuchThingError(
                        f"the condition includes {name} = {value}, where a symbol does not exist"
                    )

    def stated_bounds(self, conditions: tuple[t.Chain, ...]) -> None:
        """Which index letters the conditions bound, below and above."""
        for chain in conditions:
            names = t.names_in(chain) & set(self.facts.free)
            if not names or any(step.sign not in (*ORDER, "=", "\\neq") for step in chain.steps):
                continue
            self.bounds.append((condition(self.compiler, chain), names))
            sides = [chain.first, *(step.right for step in chain.steps)]
            for step, left, right in zip(chain.steps, sides, sides[1:], strict=False):
                for side, below in ((left, -1), (right, 1)):
                    if isinstance(side, t.Name) and side.text in names and step.sign in ORDER:
                        low, high = self.bounded.get(side.text, (False, False))
                        upwards = ORDER[step.sign] * below > 0
                        self.bounded[side.text] = (low or upwards, high or not upwards)

    def assume(self, inst: Instance) -> None:
        """Lets the conditions on means and variances hold; what was drawn without them is forgotten."""
        if self.assumed:
            inst.memo, inst.assumed = {}, {}
            for _ in self.assumed:  # what one fixes may hang on what another does
                inst.assumed = dict(pair for item in self.assumed for pair in item.fixed(inst))
                inst.memo = {}

    def example(self, inst: Instance, outcome: Outcome, where: str = "") -> Counterexample:
        values = shown_values(inst, self.facts.integers)
        indices = tuple((name, str(value)) for name, value in outcome.binding.items())
        sizes = shown_sizes(inst, self.facts.features | self.facts.mentioned)
        right = outcome.right if isinstance(outcome.right, str) else show_side(outcome.right)
        return Counterexample(
            (*sizes, *indices, *values),
            show_side(outcome.left),
            right,
            where,
            self.left_tree.latex(),
            self.right_tree.latex(),
        )


def _landmarks(sides: tuple[t.Node, ...]) -> Iterator[float]:
    """The numbers that an equation writes, those first that it makes of others, such as ``10^{12}``."""
    seen = set[float]()
    parts = [part for side in sides for part in _outside_subscripts(side)]
    for part in sorted(parts, key=lambda part: isinstance(part, t.Number)):
        known = exact(part)
        if known is None or abs(known) > HUGE or 0 < abs(known) < 1 / HUGE or float(known) in seen:
            continue
        seen.add(float(known))
        yield float(known)


def _outside_subscripts(node: t.Node) -> Iterator[t.Node]:
    """All parts but those in a subscript, which is a name and no value."""
    yield node
    for child in node.children():
        if not (isinstance(node, t.Scripted) and child is node.sub):
            yield from _outside_subscripts(child)
