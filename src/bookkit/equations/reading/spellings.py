r"""Other spellings of what the book writes: ``W^{(l)}``, ``z_l``, ``dW``, ``\delta_{jk}``, ``1_{x > 0}``.

A formula's tree is rewritten before it is compiled, by what the page's table says of its symbols: so each
meaning is executed in one place only. What may mean two things is left as it is, and refused where it is
read.
"""

from __future__ import annotations

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.changes_of import change_of_inverse, changes_of_functions
from bookkit.equations.reading.context import Context
from bookkit.equations.reading.differentials import DIFFERENTIAL
from bookkit.equations.reading.evaluations import evaluated
from bookkit.equations.reading.expansions import with_orders
from bookkit.equations.reading.inverses import applied_inverse, inverse_of
from bookkit.equations.reading.positive_parts import with_positive_parts
from bookkit.equations.reading.rewriting import rebuilt
from bookkit.equations.reading.scripts import TRANSPOSED, label_above
from bookkit.notations.table import Notation, Symbol
from bookkit.values.errors import EquationError

ONES = (t.Name("\\mathbf{1}"), t.Name("\\mathbb{I}"), t.Number("1"))


def spelled(tree: t.Tree, notation: Notation, context: Context) -> t.Tree:
    """The tree with every symbol as the table spells it."""
    tree = with_positive_parts(tree, notation, context)
    statements = (evaluated(statement, notation, context) for statement in tree.statements)
    tree = tree.with_(statements=tuple(with_orders(item, notation, context) for item in statements))
    found: t.Tree = rebuilt(tree, _Speller(tree, notation, context).node)
    return found


def parted(tree: t.Tree) -> t.Tree:
    r"""``f(x) = e^x \to \frac{df}{dx} = e^x``: an arrow between two claims leads from one to the other."""
    statements: list[t.Statement] = []
    for statement in tree.statements:
        first, steps = statement.chain.first, statement.chain.steps
        start = 0
        for place, step in enumerate(steps):
            if step.sign == "\\to" and start < place < len(steps) - 1 and steps[place + 1].sign != "\\to":
                statements.append(statement.with_(chain=t.Chain(first, steps[start:place])))
                first, start = step.right, place + 1
        statements.append(statement.with_(chain=t.Chain(first, steps[start:])) if start else statement)
    if len(statements) == len(tree.statements):
        return tree
    found: t.Tree = tree.with_(statements=tuple(statements))
    return found


class _Speller:
    """The rules, with what the whole equation says about them."""

    def __init__(self, tree: t.Tree, notation: Notation, context: Context) -> None:
        self.notation, self.context = notation, context
        self.numbers_are_layers = self.brackets_mean_layers(tree)

    def node(self, node: t.Node) -> t.Node:
        if isinstance(node, t.Juxtaposed):
            return self.factors(node)
        if isinstance(node, t.Statement):
            self.check_changes(node)
            return self.statement(node)
        if isinstance(node, t.Group) and len(node.items) == 1 and self.is_change(node.items[0]):
            return node.items[0]  # (dX) is one symbol, no argument of what stands before it
        if isinstance(node, t.Scripted) and (inverse := inverse_of(node, self.notation, self.context)):
            return inverse
        if isinstance(node, t.Scripted) and (derived := applied_inverse(node)) is not None:
            return derived
        if isinstance(node, t.Scripted) and isinstance(change := change_of_inverse(node), t.Differential):
            return change
        if isinstance(node, t.Derivative):
            return determinant(node)
        return self.scripted(node) if isinstance(node, t.Scripted) else node

    @staticmethod
    def is_change(node: t.Node) -> bool:
        """Whether a node is a letter with its sign of change, ``\\mathrm{d}X``."""
        return isinstance(node, t.Name) and node.text.startswith(DIFFERENTIAL) and node.text != DIFFERENTIAL

    @staticmethod
    def statement(node: t.Statement) -> t.Node:
        r"""An update with ``\to``: ``w \to w - \eta g``, as ``w \leftarrow w - \eta g``."""
        chain = node.chain
        if len(chain.steps) != 1 or chain.steps[0].sign != "\\to":
            return node
        right = chain.steps[0].right
        if chain.first not in right.walk():
            return node
        changed: t.Node = node.with_(chain=chain.with_(steps=(t.Step("\\leftarrow", right),)))
        return changed

    def check_changes(self, node: t.Statement) -> None:
        r"""``dy = 2x\,dx`` where d is a number of the table: products, or changes?"""
        if "d" not in self.notation.by_base or self.context.knows("d"):
            return
        sides = (node.chain.first, *(step.right for step in node.chain.steps))
        terms = [term for side in sides for term in (side.terms if isinstance(side, t.Plus) else (side,))]
        integral = any(isinstance(part, t.Big) and part.sign == "\\int" for part in node.walk())
        if len(sides) > 1 and not integral and all(map(_names_a_change, terms)):
            raise EquationError(
                f"{node.chain.latex()}: is d a factor or the sign of a change? write d \\cdot x for the"
                " product, and \\mathrm{d}x for the change"
            )

    # --- layers -----------------------------------------------------------------------------------

    def brackets_mean_layers(self, tree: t.Tree) -> bool:
        """Whether ``a^{(2)}`` is a layer: elsewhere in the equation brackets can mean nothing else."""
        certain = samples = False
        for part in tree.walk():
            symbol = self.layered(part.base) if isinstance(part, t.Scripted) else None
            inner = _bracketed(part.sup) if isinstance(part, t.Scripted) else None
            if inner is None or inner[0] != "(":
                continue
            if symbol is not None and (self.is_layer(inner[1]) or symbol.shape[-1:] != ("m",)):
                certain = True
            elif not self.is_layer(inner[1]) and (symbol is None or not isinstance(inner[1], t.Number)):
                samples = True
        return certain and not samples

    def layered(self, base: t.Node) -> Symbol | None:
        """The row of a symbol that the table has in every layer, and the page has not made its own."""
        symbol = self.notation.by_base.get(base.latex())
        own = self.context.find(base.latex())
        return symbol if symbol is not None and symbol.layered and own is None else None

    def is_layer(self, node: t.Node | None) -> bool:
        """Whether an index counts layers: ``l``, ``L - 1``."""
        if not isinstance(node, (t.Name, t.Plus)):
            return False
        names = [part.text for part in node.walk() if isinstance(part, t.Name)]
        plain = all(isinstance(part, (t.Name, t.Number, t.Plus, t.Negative)) for part in node.walk())
        layers = [name for name in names if self.notation.indices.get(name) == "layer"]
        last = self.notation.by_base.get("L")
        ends = ["L"] if last is not None and last.size else []
        return plain and bool(names) and all(name in layers or name in ends for name in names)

    def layer_in(self, sup: t.Node, symbol: Symbol) -> t.Node | None:
        """The layer that a superscript in brackets names: ``(l)``, ``[l]``, ``[2]``."""
        inner = _bracketed(sup)
        if inner is None:
            return None
        opening, index = inner
        if self.is_layer(index) or (isinstance(index, t.Number) and opening == "["):
            return index
        sure = self.numbers_are_layers or symbol.shape[-1:] != ("m",)
        return index if isinstance(index, t.Number) and sure else None

    def with_label(self, node: t.Scripted) -> t.Node | None:
        r"""``W^{(1)}``, ``w^*``, ``p^{\mathrm{C}}`` where there is a symbol of that name; ``W^{(1)\top}``."""
        found = None if node.primes else label_above(node.sup)
        if found is None:
            return None
        label, rest = found
        whole = t.Name(t.Scripted(node.base, 0, None, label).latex())
        names = [whole.text, *([t.Scripted(whole, 0, node.sub).latex()] if node.sub is not None else [])]
        known = any(self.context.knows(name) for name in names)
        if not known and not any(name in self.notation.by_base for name in names):
            return None
        return t.Scripted(whole, 0, node.sub, rest) if rest or node.sub else whole

    def scripted(self, node: t.Scripted) -> t.Node:
        node = _primed(node)
        if (named := self.with_label(node)) is not None:
            return named
        symbol = self.layered(node.base)
        if symbol is not None and node.sup is not None:
            if (layer := self.layer_in(node.sup, symbol)) is not None:
                return t.Scripted(node.base, node.primes, node.sub, layer)
            if isinstance(node.sup, t.Juxtaposed):
                first, *rest = node.sup.factors
                layer = self.layer_in(first, symbol) or (first if self.is_layer(first) else None)
                if layer is not None and len(rest) == 1 and rest[0] in TRANSPOSED and not node.primes:
                    plain = t.Group("(", (node.with_(sup=layer),), ")")
                    return t.Scripted(plain, 0, None, rest[0])
                return node if layer is None else node.with_(sup=t.Juxtaposed((layer, *rest)))
        if symbol is not None and self.is_layer(node.sub):
            return self.layer_below(node)
        if isinstance(node.base, t.Group) and node.base.is_product and node.sub == t.Name("F"):
            return t.Scripted(node.base, 0, None, node.sup) if node.sup is not None else node.base
        return self.kronecker(node) or self.indicator(node) or self.sample(node) or self.entry(node) or node

    def is_a_number_a_sample(self, base: t.Node) -> bool:
        r"""Whether a letter is a lone number of the table, or the page has defined one for each index; of a
        function, ``f^{(i)}`` may be a derivative.
        """
        name = base.latex()
        symbol, known = self.notation.by_base.get(name), self.context.find(name)
        if known is not None:
            return known.arguments is None and known.sup is None and len(known.sub) == 1
        lone = symbol is not None and symbol.is_any_number and not (symbol.samples or symbol.lines_of)
        return lone and not self.context.is_given(name) and name not in self.notation.function_letters

    def sample(self, node: t.Scripted) -> t.Node | None:
        r"""``y^{(i)}`` of a column with an entry for each sample, or of one number a sample: ``y_i``."""
        inner = _bracketed(node.sup)
        symbol = self.notation.by_base.get(node.base.latex())
        if inner is not None and symbol is not None and symbol.lines_of and not node.primes:
            sub = inner[1] if node.sub is None else t.Sequence((inner[1], node.sub))
            return t.Scripted(node.base, 0, sub)
        if inner is None or inner[0] != "(" or node.sub is not None or node.primes:
            return None
        index = isinstance(inner[1], t.Name) and self.notation.indices.get(inner[1].text) == "element"
        if index and self.is_a_number_a_sample(node.base):
            return t.Scripted(node.base, 0, inner[1])
        if symbol is None:
            return None
        column = len(symbol.shape) == 1 and not (symbol.layered or symbol.time or symbol.law)
        if not (index and column) or "m" in self.notation.indices or symbol.samples:
            return None
        return t.Scripted(node.base, 0, inner[1])

    def entry(self, node: t.Scripted) -> t.Node | None:
        r"""``a_{ij}`` where page and table say nothing of a, or that it is any number, and A is a matrix of
        the page or the table: an entry of it.
        """
        base, sub = node.base, node.sub
        if not isinstance(base, t.Name) or len(base.text) != 1 or not base.text.islower() or sub is None:
            return None
        items = sub.items if isinstance(sub, t.Sequence) else getattr(sub, "factors", ())
        whole = self.notation.by_base.get(base.text.upper())
        taken = (self.notation.by_base, self.notation.function, self.notation.function_letters)
        two_digits = isinstance(sub, t.Number) and sub.text.isdigit() and len(sub.text) == 2  # a_{12}
        if (len(items) != 2 and not two_digits) or whole is None or len(whole.shape) != 2 or whole.layered:
            return None
        row = self.notation.by_base.get(base.text)
        any_number = row is not None and row.family and not row.shape and not row.own and whole.own
        if self.context.knows(base.text) or (any(base.text in names for names in taken) and not any_number):
            return None
        full = t.Scripted(base, 0, sub).latex()
        if full in self.notation.by_base or self.context.knows(full):
            return None
        return t.Scripted(t.Name(base.text.upper()), node.primes, sub, node.sup)

    @staticmethod
    def layer_below(node: t.Scripted) -> t.Node:
        """``W_l`` and ``W_l^\\top``, with the layer where the book writes it."""
        plain = t.Scripted(node.base, 0, None, node.sub)
        if node.sup is None and not node.primes:
            return plain
        if node.sup in TRANSPOSED and not node.primes:
            return t.Scripted(t.Group("(", (plain,), ")"), 0, None, node.sup)
        return node

    # --- brackets that are 0 or 1 -------------------------------------------------------------------

    def kronecker(self, node: t.Scripted) -> t.Node | None:
        r"""``\delta_{jk}`` and ``I_{jk}`` where the table has no such symbol of its own: 1 where j = k."""
        if node.base not in (t.Name("\\delta"), t.Name("I")) or node.sup is not None or node.primes:
            return None
        own = self.notation.by_base.get(node.base.latex())
        is_matrix = own is not None and len(own.shape) == 2 and "1" not in own.shape and not own.layered
        if is_matrix or self.context.knows(node.base.latex()):
            return None
        items = (
            node.sub.items
            if isinstance(node.sub, t.Sequence)
            else node.sub.factors
            if isinstance(node.sub, t.Juxtaposed)
            else ()
        )
        return indicator(t.Chain(items[0], (t.Step("=", items[1]),))) if len(items) == 2 else None

    @staticmethod
    def indicator(node: t.Scripted) -> t.Node | None:
        r"""``1_{j = k}``, ``\mathbf{1}_{\{x > 0\}}``."""
        if node.base not in ONES or node.sup is not None or node.primes:
            return None
        sub = node.sub
        if isinstance(sub, t.Group) and len(sub.items) == 1:
            sub = sub.items[0]
        return indicator(sub) if isinstance(sub, t.Chain) else None

    # --- what stands side by side -------------------------------------------------------------------

    def factors(self, node: t.Juxtaposed) -> t.Node:
        node = self.differentials(changes_of_functions(node))
        found: list[t.Node] = []
        for factor in node.factors:
            merged = self.gradient(found[-1], factor) or extreme(found[-1], factor) if found else None
            if merged is None:
                found.append(factor)
            else:
                found[-1] = merged
        if len(found) == len(node.factors) > 1:
            return node
        return found[0] if len(found) == 1 else t.Juxtaposed(tuple(found))

    def differentials(self, node: t.Juxtaposed) -> t.Juxtaposed:
        r"""``\mathrm{d}(A X)``; and ``dX``, ``d(A X)`` where neither table nor page has a d."""
        own = "d" in self.notation.by_base or self.context.knows("d")
        signs = (t.Name(DIFFERENTIAL),) if own else (t.Name(DIFFERENTIAL), t.Name("d"))
        found: list[t.Node] = []
        for place, factor in enumerate(node.factors):
            sign = found[-1] if found else None
            base = factor.base if isinstance(factor, t.Scripted) else factor
            known = self.notation.by_base.get(base.latex())
            if sign in signs and isinstance(factor, t.Group) and len(factor.items) == 1:
                found[-1] = t.Differential(factor.items[0])
            elif sign in signs and isinstance(base, (t.Number, t.Frac, t.Bars, t.Root)):
                rest = node.factors[place:]  # an operator reaches to the end of the product
                found[-1] = t.Differential(rest[0] if len(rest) == 1 else t.Juxtaposed(rest))
                break
            elif (
                sign == t.Name("d")
                and sign in signs
                and ((known is not None and known.draw is not None) or self.is_made(base))
            ):
                name = t.Name(f"{DIFFERENTIAL}{base.latex()}")
                if name.text in self.notation.by_base or (known is not None and known.layered):
                    found.append(factor)
                else:
                    found[-1] = factor.with_(base=name) if isinstance(factor, t.Scripted) else name
            else:
                found.append(factor)
        return node if len(found) == len(node.factors) else t.Juxtaposed(tuple(found))

    def is_made(self, base: t.Node) -> bool:
        """Whether a letter is a quantity or a function that the page defines, and no family."""
        definition = self.context.find(base.latex()) if isinstance(base, (t.Name, t.Accent)) else None
        return definition is not None and not definition.sub and definition.sup is None

    def gradient(self, sign: t.Node, node: t.Node) -> t.Node | None:
        """``dW`` where the table has the gradients of a cost, and no d."""
        base = node.base if isinstance(node, t.Scripted) else node
        name = f"{DIFFERENTIAL}{base.latex()}"
        if sign != t.Name("d") or name not in self.notation.by_base:
            return None
        if "d" in self.notation.by_base or self.context.knows("d"):
            return None
        merged = t.Name(name)
        return self.node(node.with_(base=merged)) if isinstance(node, t.Scripted) else merged


def extreme(word: t.Node, node: t.Node) -> t.Node | None:
    r"""``\arg\max_j`` is ``\operatorname{argmax}_j``."""
    base = node.base if isinstance(node, t.Scripted) else node
    if word != t.Name("\\arg") or base not in (t.Name("\\max"), t.Name("\\min")):
        return None
    merged = t.Name("\\arg" + base.latex().removeprefix("\\"))
    return node.with_(base=merged) if isinstance(node, t.Scripted) else merged


def determinant(node: t.Derivative) -> t.Node:
    r"""``\frac{\partial (x, y)}{\partial (r, \theta)}``: the determinant of all partial derivatives."""
    of, by = node.of, node.by[0]
    lists = isinstance(of, t.Group) and isinstance(by, t.Group) and len(node.by) == 1
    if not lists or not isinstance(of, t.Group) or not isinstance(by, t.Group):
        return node
    if len(of.items) != len(by.items) or len(of.items) < 2 or node.sign != "\\partial":
        return node
    rows = tuple(tuple(t.Derivative(node.sign, one, (other,)) for other in by.items) for one in of.items)
    return t.Juxtaposed((t.Name("\\det"), t.Group("(", (t.Matrix("pmatrix", rows),), ")")))


def indicator(chain: t.Chain) -> t.Node:
    return t.Group("[", (chain,), "]")


def _names_a_change(node: t.Node) -> bool:
    """Whether a d is before a letter, or before a bracket, in a product."""
    pairs = (pair for part in node.walk() for pair in t.neighbours(part))
    return any(sign == t.Name("d") and not isinstance(after, t.Dots) for sign, after in pairs)


def _bracketed(sup: t.Node | None) -> tuple[str, t.Node] | None:
    """What stands above a symbol in brackets of its own, and which brackets."""
    if isinstance(sup, t.Group) and sup.opening in ("(", "[") and len(sup.items) == 1:
        return sup.opening, sup.items[0]
    return None


def _primed(node: t.Scripted) -> t.Scripted:
    r"""``g^{[l]\prime}`` and ``g^{[l]'}``, with the prime where it is with one superscript: ``g'^{[l]}``."""
    sup = node.sup
    if isinstance(sup, t.Juxtaposed) and len(sup.factors) == 2 and sup.factors[1] == t.Name("\\prime"):
        changed: t.Scripted = node.with_(sup=sup.factors[0], primes=node.primes + 1)
        return changed
    if isinstance(sup, t.Scripted) and sup.primes and sup.sub is None and sup.sup is None:
        changed = node.with_(sup=sup.base, primes=node.primes + sup.primes)
        return changed if isinstance(sup.base, t.Group) else node
    return node
