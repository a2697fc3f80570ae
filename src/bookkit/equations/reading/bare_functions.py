r"""Rules of calculus without arguments: ``(fg)' = f'g + fg'``, ``(f \circ g)'``, ``f_x``, ``\partial_x f``.

The functions in such a rule stand for any differentiable ones. They are written out at a place that the rule
does not name, so that what is executed has arguments, and a prime is a derivative that is measured.
"""

from __future__ import annotations

import itertools
from dataclasses import fields
from typing import Any

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context
from bookkit.equations.reading.jacobian_names import function_of_jacobian
from bookkit.notations.table import Notation
from bookkit.values.errors import EquationError

PLACES = ("x", "t", "u", "v", "y", "z")
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
        products = [part.factors for part in statement.walk() if isinstance(part, t.Juxtaposed)]
        self.applied_here = {  # any functions that have an argument somewhere: E(w + \epsilon)
            head
            for factors in products
            for head, after in itertools.pairwise(factors)
            if isinstance(head, t.Name) and head.text in self.any and isinstance(after, t.Group)
        }
        used = {part.text for part in statement.walk() if isinstance(part, t.Name)}
        known = notation.by_base
        self.places = [
            t.Name(name)
            for name in PLACES
            if name not in used and name in known and known[name].draw and not known[name].shape
        ]

    def statement(self) -> Any:
        statement: Any = self.partials(self.whole)
        if not any(self.is_bare(part) for part in self.parts(statement)):
            return statement
        point = self.point(statement)
        chain = statement.chain
        first = self.at(chain.first, point)
        if self.names_a_composition(chain):
            first = self.applied(chain.first, None, point)
        steps = tuple(step.with_(right=self.at(step.right, point)) for step in chain.steps)
        return statement.with_(chain=t.Chain(first, steps))

    def point(self, statement: t.Statement) -> t.Node:
        """Where the rule is tried: at what it derives by, at the page's argument, or at a new letter."""
        by = {part.by[0] for part in statement.walk() if isinstance(part, t.Derivative)}
        if any(self.entry_of(part.of) for part in statement.walk() if isinstance(part, t.Derivative)):
            by = {item.base if isinstance(item, t.Scripted) else item for item in by}
        said = {
            t.Name(names[0])
            for part in statement.walk()
            if isinstance(part, t.Name) and (names := self.arguments.get(part.text)) and len(names) == 1
        }
        there = {
            after.items[0]
            for part in statement.walk()
            if isinstance(part, t.Juxtaposed)
            for head, after in itertools.pairwise(part.factors)
            if isinstance(after, t.Group) and len(after.items) == 1 and isinstance(after.items[0], t.Name)
            if self.is_function(head.base if isinstance(head, t.Scripted) else head)
        }
        bare = [part for part in self.parts(statement) if self.is_bare(part)]
        if not any(isinstance(node, t.Scripted) and isinstance(node.base, t.Group) for node, _ in bare):
            there = set()  # q' by itself may be meant anywhere; (f(x) g(x))' is meant at x
        for found in (by, said, there):
            if len(found) == 1:
                return found.pop()
        if len(there) > 1 or not self.places:
            raise EquationError("at which place are these functions meant? write their arguments")
        return self.places[0]

    # --- what stands there ------------------------------------------------------------------------

    def is_function(self, node: t.Node) -> bool:
        """Whether a letter is a function of one number."""
        if not isinstance(node, (t.Name, t.Word)):
            return False
        names = self.arguments.get(node.text)
        return node.text in self.any or (names is not None and len(names) == 1)

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
        sides = (side.base if isinstance(side, t.Scripted) else side for side in (node.left, node.right))
        return any(self.is_function(side) for side in sides)

    def names_a_composition(self, chain: t.Chain) -> bool:
        r"""Whether a letter that is no function yet stands for one: ``h = g \circ f``."""
        new = isinstance(chain.first, t.Name) and not self.is_function(chain.first)
        return new and bool(chain.steps) and self.is_composition(chain.steps[0].right)

    def parts(self, node: t.Node) -> Any:
        """All places of a tree, each with what follows it in its product."""
        if isinstance(node, t.Juxtaposed):
            for place, factor in enumerate(node.factors):
                yield factor, node.factors[place + 1 : place + 2]
                for child in factor.children():
                    yield from self.parts(child)
            return
        yield node, ()
        for child in node.children():
            yield from self.parts(child)

    def is_bare(self, part: tuple[t.Node, tuple[t.Node, ...]]) -> bool:
        """Whether a prime or a composition has no argument, so that the statement has to be lifted."""
        node, after = part
        if self.is_composition(node) or (isinstance(node, t.Derivative) and node.of in self.applied_here):
            return True
        if isinstance(node, t.Derivative) and self.entry_of(node.of) is not None:
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
            if after is not None and self.is_function(base):
                found += [head, self.at(factors.pop(0), point)]  # its argument stands there
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
