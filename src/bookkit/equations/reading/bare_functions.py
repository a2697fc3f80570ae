r"""Rules of calculus without arguments: ``(fg)' = f'g + fg'``, ``(f \circ g)'``, ``f_x``, ``\partial_x f``.

The functions in such a rule stand for any differentiable ones. They are written out at a place that the rule
does not name, so that what is executed has arguments, and a prime is a derivative that is measured. So are
functions of the page and of the table, ``\frac{d\sigma}{dz} = \sigma(1 - \sigma)``: since nobody applies a
function to its own value without argument, a bracket with that in it is a factor beside its derivative.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import fields
from typing import Any

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.alphabet import FUNCTIONS
from bookkit.equations.reading.context import Context
from bookkit.equations.reading.jacobian_names import function_of_jacobian
from bookkit.equations.reading.rewriting import rebuilt
from bookkit.notations.table import Notation
from bookkit.values.errors import EquationError

PLACES = ("x", "t", "u", "v", "y", "z")
UNPLACED = "at which place are these functions meant? write their arguments"
COMPOSED = "\\circ"
PARTIAL = "\\partial"


def with_arguments(statement: t.Statement, notation: Notation, context: Context) -> t.Statement:
    """A statement in which every function has its argument."""
    found: t.Statement = _Lifter(statement, notation, context).statement()
    return found


def _group(node: t.Node | None) -> t.Group | None:
    inner = node.base if isinstance(node, t.Scripted) else node
    relation = isinstance(inner, t.Group) and any(isinstance(item, t.Chain) for item in inner.items)
    if not isinstance(inner, t.Group) or inner.opening not in ("(", "[", "\\{") or relation:
        return None
    return inner


class _Lifter:
    def __init__(self, statement: t.Statement, notation: Notation, context: Context) -> None:
        self.whole, self.notation, self.context = statement, notation, context
        self.arguments = {
            item.name: item.arguments for item in context.definitions if item.arguments is not None
        }
        self.any = {
            name
            for name in notation.function_letters
            if not context.knows(name) and name not in notation.function
        }
        self.table = {
            function.latex
            for function in notation.functions
            if not (function.free or function.whole or context.knows(function.latex))
        }
        pairs = [pair for part in statement.walk() for pair in t.neighbours(part)]
        self.applied_here = {  # any functions that have an argument somewhere: E(w + \epsilon)
            head
            for first, after in pairs
            for head in (first.base if isinstance(first, t.Scripted) and first.primes else first,)
            if isinstance(head, t.Name) and head.text in self.any and isinstance(after, t.Group)
        }
        self.derived_here = {  # functions that are derived in this line, and stand in it without argument
            part.of if isinstance(part, t.Derivative) else part.base
            for part in statement.walk()
            if isinstance(part, t.Derivative) or (isinstance(part, t.Scripted) and part.primes)
        }
        places = [  # where a function of several letters stands with them, f(x, y)
            (head, after)
            for head, after in pairs
            if head in self.applied_here and isinstance(after, t.Group) and len(after.items) > 1
            if all(isinstance(item, t.Name) for item in after.items)
        ]
        self.of_several = {
            head: after for head, after in places if sum(one == head for one, _ in set(places)) == 1
        }
        used = t.names_in(statement)
        known = notation.by_base
        self.places = [
            t.Name(name)
            for name in PLACES
            if name not in used and name in known and known[name].draw and not known[name].shape
        ]

    def statement(self) -> Any:
        statement: Any = self.partials(
            rebuilt(self.whole, self.with_places) if self.of_several else self.whole
        )
        if not any(self.is_bare(part) for part in self.parts(statement)):
            return statement
        point = self.point(statement)
        chain = statement.chain
        first = self.at(chain.first, point)
        if self.names_a_composition(chain):
            first = self.applied(chain.first, None, point)
        steps = tuple(step.with_(right=self.at(step.right, point)) for step in chain.steps)
        return statement.with_(chain=t.Chain(first, steps))

    def with_places(self, node: t.Node) -> t.Node:
        r"""``\frac{\partial f}{\partial x}`` beside ``f(x, y)``, with the letters of the function."""
        if not isinstance(node, t.Derivative) or node.of not in self.of_several:
            return node
        whole: t.Node = node.with_(of=t.Juxtaposed((node.of, self.of_several[node.of])))
        return whole

    def point(self, statement: t.Statement) -> t.Node:
        """Where the rule is tried: at what it derives by, at the page's argument, or at a new letter."""
        derived = [part for part in statement.walk() if isinstance(part, t.Derivative)]
        others = [part for part in derived if part.of is not None and not self.names_functions(part.of)]
        by = {part.by[0] for part in derived if part not in others}  # dC / dw is taken at no place of f
        if any(self.entry_of(part.of) for part in derived):
            by = {item.base if isinstance(item, t.Scripted) else item for item in by}
        said = {
            t.Name(names[0])
            for part in statement.walk()
            if isinstance(part, t.Name) and (names := self.arguments.get(part.text)) and len(names) == 1
        }
        there = {
            after.items[0]
            for part in statement.walk()
            for head, after in t.neighbours(part)
            if isinstance(after, t.Group) and len(after.items) == 1 and isinstance(after.items[0], t.Name)
            if self.is_function(head.base if isinstance(head, t.Scripted) else head)
        }
        if self.is_bare_in_table(statement) and (others or not self.names_only(statement, by or there)):
            raise EquationError(UNPLACED)
        bare = [part for part in self.parts(statement) if self.is_bare(part)]
        if not any(isinstance(node, t.Scripted) and isinstance(node.base, t.Group) for node, _ in bare):
            there = set()  # q' by itself may be meant anywhere; (f(x) g(x))' is meant at x
        for found in (by, said, there):
            if len(found) == 1:
                return found.pop()
        if len(there) > 1 or not self.places or others:
            raise EquationError(UNPLACED)
        return self.places[0]

    def names_functions(self, node: t.Node) -> bool:
        """Whether a node has a function in it, bare or with arguments."""
        return any(self.is_function(part) for part in node.walk())

    def is_bare_in_table(self, statement: t.Statement) -> bool:
        """Whether a function of the table stands somewhere without an argument."""
        heads = (
            (node.base if isinstance(node, t.Scripted) else node, node, after)
            for node, after in self.parts(statement)
        )
        return any(
            isinstance(base, (t.Name, t.Word))
            and base.text in self.table
            and self.is_factor(node, next(iter(after), None))
            for base, node, after in heads
        )

    def names_only(self, statement: t.Statement, letters: Set[t.Node]) -> bool:
        """Whether a statement names nothing but functions, certain letters and e: all is at one place."""
        names = {part for part in statement.walk() if isinstance(part, (t.Name, t.Word, t.Accent))}
        return len(letters) <= 1 and all(
            name in letters or name == t.Name("e") or self.is_function(name) for name in names
        )

    # --- what stands there ------------------------------------------------------------------------

    def is_function(self, node: t.Node) -> bool:
        """Whether a letter is a function of one number."""
        if not isinstance(node, (t.Name, t.Word)):
            return False
        names = self.arguments.get(node.text)
        known = node.text in self.any or node.text in self.table
        return known or (names is not None and len(names) == 1)

    def is_factor(self, node: t.Node, after: t.Node | None) -> bool:
        """Whether a function has no argument: nothing follows, or a bracket with its own bare value in it."""
        base = node.base if isinstance(node, t.Scripted) else node
        if not self.is_function(base) or (isinstance(node, t.Scripted) and node.sub is not None):
            return False
        group = None if after is None else _group(after)
        if group is None:
            return after is None or base.latex().removeprefix("\\") not in FUNCTIONS  # \tanh x has one
        return any(
            (part.base if isinstance(part, t.Scripted) else part) == base
            and self.is_factor(part, next(iter(rest), None))
            for part, rest in self.parts(group)
        )

    def entry_of(self, node: t.Node | None) -> t.Node | None:
        """An entry ``f_i`` of a function whose values are columns, or that is one of the page's own."""
        if not isinstance(node, t.Scripted) or node.sub is None or node.primes or node.sup is not None:
            return None
        free = not self.context.knows(node.latex()) and node.latex() not in self.notation.by_base
        columns = isinstance(node.base, t.Name) and node.base.text in self.notation.column_letters
        own = isinstance(node.base, t.Name) and len(self.arguments.get(node.base.text) or ()) == 1
        return node if free and (columns or own) else None

    def is_composition(self, node: t.Node) -> bool:
        r"""Whether one function is put into another: ``f \\circ g``."""
        if not isinstance(node, t.Binary) or node.sign != COMPOSED:
            return False
        left = node.left.base if isinstance(node.left, t.Scripted) else node.left
        inner = left.items[0] if isinstance(left, t.Group) and len(left.items) == 1 else left
        return self.is_function(left) or self.is_composition(inner)

    def names_a_composition(self, chain: t.Chain) -> bool:
        r"""Whether a letter that is no function yet stands for one: ``h = g \circ f``."""
        new = isinstance(chain.first, t.Name) and not self.is_function(chain.first)
        return new and bool(chain.steps) and self.is_composition(chain.steps[0].right)

    def parts(self, node: t.Node) -> Any:
        """All places of a tree, each with what follows it in its product; a letter with a prime is one."""
        factors = node.factors if isinstance(node, t.Juxtaposed) else (node,)
        for place, factor in enumerate(factors):
            yield factor, factors[place + 1 : place + 2]
            letter = factor.base if isinstance(factor, t.Scripted) else None
            for child in factor.children():
                if child is not letter or not isinstance(child, (t.Name, t.Word)):
                    yield from self.parts(child)

    def is_bare(self, part: tuple[t.Node, tuple[t.Node, ...]]) -> bool:
        """Whether a prime or a composition has no argument, so that the statement has to be lifted."""
        node, after = part
        if self.is_composition(node):
            return True
        if isinstance(node, t.Derivative):
            known = node.of in self.applied_here and node.of not in self.of_several
            tabled = isinstance(node.of, t.Name) and node.of.text in self.table
            placed = bool(after and _group(after[0]))  # there, the bracket is the place
            return self.entry_of(node.of) is not None or ((known or tabled) and not placed)
        base = node.base if isinstance(node, t.Scripted) else node
        if after and _group(after[0]) and base in self.derived_here and self.is_factor(node, after[0]):
            return True
        if not isinstance(node, t.Scripted) or not node.primes or node.sub is not None:
            return False
        if isinstance(node.base, t.Group):
            return any(self.is_function(part) for part in node.base.walk())
        return self.is_function(node.base) and not (after and _group(after[0]))

    # --- writing the arguments ----------------------------------------------------------------------

    def at(self, node: Any, point: t.Node) -> Any:
        """A tree with its functions at a place."""
        if isinstance(node, tuple):
            return tuple(self.at(item, point) for item in node)
        if not isinstance(node, t.Node):
            return node
        if isinstance(node, t.Juxtaposed):
            return self.product(node, point)
        if function_of_jacobian(node, self.notation, self.context) is not None:
            return node
        if isinstance(node, t.Derivative) and (entry := self.entry_of(node.of)) is not None:
            return node.with_(of=t.Juxtaposed((entry, t.Group("(", (point,), ")"))))
        if isinstance(node, t.Binary) and self.is_composition(node):
            return self.at(node.left, t.Group("(", (self.at(node.right, point),), ")"))
        if self.is_function(node):
            return self.applied(node, None, point)
        if isinstance(node, t.Scripted) and node.sub is None and self.is_function(node.base):
            return self.applied(node.with_(sup=None), node.sup, point)
        if isinstance(node, t.Scripted) and node.primes and isinstance(node.base, t.Group):
            return self.derived(node, point, None)
        if isinstance(node, t.Derivative):
            return node.with_(of=None if node.of is None else self.at(node.of, point))
        return node.with_(**{part.name: self.at(getattr(node, part.name), point) for part in fields(node)})

    @staticmethod
    def applied(head: t.Node, power: t.Node | None, point: t.Node) -> t.Node:
        if isinstance(power, t.Negative):
            raise EquationError(
                f"{head.latex()}^{{{power.latex()}}}: a power or the inverse? write arguments"
            )
        if isinstance(head, t.Scripted) and not head.primes:
            head = head.base
        inner = point if isinstance(point, t.Group) else t.Group("(", (point,), ")")
        group: t.Node = inner if power is None else t.Scripted(inner, 0, None, power)
        return t.Juxtaposed((head, group))

    def product(self, node: t.Juxtaposed, point: t.Node) -> t.Node:
        found: list[t.Node] = []
        factors = list(node.factors)
        while factors:
            head = factors.pop(0)
            after = _group(factors[0]) if factors else None
            base = head.base if isinstance(head, t.Scripted) else head
            if after is not None and self.is_function(base) and not self.is_factor(head, factors[0]):
                found += [head, self.at(factors.pop(0), point)]  # its argument stands there
                continue
            if self.is_function(base) and factors and not self.is_factor(head, factors[0]):
                found.append(head)  # so it does without brackets, \tanh x
                continue
            inner = base if isinstance(base, t.Group) and len(base.items) == 1 else None
            composed = inner is not None and self.is_composition(inner.items[0])
            primed = isinstance(head, t.Scripted) and head.primes > 0
            if inner is not None and after is not None and (primed or composed):
                new = self.of_functions(head, inner, factors.pop(0), point)
            else:
                new = self.at(head, point)
            found += new.factors if isinstance(new, t.Juxtaposed) else (new,)
        return found[0] if len(found) == 1 else t.Juxtaposed(tuple(found))

    def of_functions(self, head: t.Node, inner: t.Group, at: t.Node, point: t.Node) -> t.Node:
        """``(f \\circ g)(x)`` and ``(fg)'(x)``, with the power behind the argument."""
        place = _group(at)
        if place is None or len(place.items) != 1:
            raise EquationError(f"{head.latex()}{at.latex()} takes one argument")
        where = self.at(place.items[0], point)
        primes = head.primes if isinstance(head, t.Scripted) else 0
        value = self.at(inner, where) if not primes else self.derived(head, point, where)
        if isinstance(at, t.Scripted):
            return t.Scripted(t.Group("(", (value,), ")"), 0, None, at.sup)
        return value

    def derived(self, head: t.Node, point: t.Node, where: t.Node | None) -> t.Node:
        """The derivative of what stands in brackets, at the place of the rule or at another one."""
        assert isinstance(head, t.Scripted)
        free = [name for name in self.places if name != point]
        by = point if where is None else (free or [t.Name("")])[0]
        if by == t.Name("") or not isinstance(by, t.Name):
            raise EquationError(f"at which place is {head.latex()} meant? write \\frac{{d}}{{dx}}")
        value: t.Node = t.Derivative(PARTIAL, self.at(head.base, by), (by,) * head.primes)
        if where is not None:
            value = t.At(value, t.Chain(by, (t.Step("=", where),)))
        return value if head.sup is None else t.Scripted(t.Group("(", (value,), ")"), 0, None, head.sup)

    # --- partial derivatives with a subscript -------------------------------------------------------

    def partials(self, node: Any) -> Any:
        """``f_x(x, y)`` and ``\\partial_x f`` as fractions."""
        if isinstance(node, tuple):
            return tuple(map(self.partials, node))
        if not isinstance(node, t.Node):
            return node
        if isinstance(node, t.Juxtaposed):
            return self.partial_factors(t.Juxtaposed(tuple(map(self.partials_inside, node.factors))))
        new = self.partials_inside(node)
        return self.partial(new, None) or new

    def partials_inside(self, node: t.Node) -> t.Node:
        new: t.Node = node.with_(
            **{part.name: self.partials(getattr(node, part.name)) for part in fields(node)}
        )
        return new

    def partial_factors(self, node: t.Juxtaposed) -> t.Node:
        found: list[t.Node] = []
        factors = list(node.factors)
        while factors:
            head = factors.pop(0)
            after = _group(factors[0]) if factors and isinstance(factors[0], t.Group) else None
            if (new := self.partial(head, after)) is not None:
                found.append(new)
                factors = factors[1:] if after is not None else factors
            elif self.is_operator(head) and factors:
                assert isinstance(head, t.Scripted)
                assert head.sub is not None
                found.append(t.Derivative(PARTIAL, None, (head.sub,), light=True))
            else:
                found.append(head)
        return found[0] if len(found) == 1 else t.Juxtaposed(tuple(found))

    @staticmethod
    def is_operator(node: t.Node) -> bool:
        return (
            isinstance(node, t.Scripted)
            and node.base == t.Name(PARTIAL)
            and isinstance(node.sub, (t.Name, t.Scripted))
            and node.sup is None
        )

    def names(self, node: t.Node) -> tuple[str, ...] | None:
        """The arguments of a function letter; none are known of a function that nothing defines."""
        if not isinstance(node, t.Name):
            return None
        return () if node.text in self.any else self.arguments.get(node.text)

    def partial(self, node: t.Node, after: t.Group | None) -> t.Node | None:
        """``f_x`` or ``f_{xy}``: derived by x first."""
        if not isinstance(node, t.Scripted) or node.primes or node.sup is not None or node.sub is None:
            return None
        names = self.names(node.base)
        by = node.sub.factors if isinstance(node.sub, t.Juxtaposed) else (node.sub,)
        if names is None or not all(isinstance(name, t.Name) for name in by):
            return None
        given = after.items if after is not None else tuple(map(t.Name, names))
        if any(name not in given or name.latex() in self.notation.indices for name in by):
            return None
        if names and given != tuple(map(t.Name, names)):
            return None
        whole = t.Juxtaposed((node.base, after or t.Group("(", given, ")")))
        return t.Derivative(PARTIAL, whole, tuple(reversed(by)))
