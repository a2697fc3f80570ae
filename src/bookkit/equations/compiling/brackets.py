r"""A letter before a bracket: a factor, where it can be nothing else; never by a guess.

``\eta (g + \lambda w)`` is a product because the table says that \eta is a number, ``a (1 - a)`` because
nobody applies a function to its own value, or to what is made from that. So is a letter that the page has
declared, ``v: a number``, since its functions are declared as such. ``u(x)``, ``C(2 a)`` and ``a(1 - z)``
could be values of functions: there the author has to say which is meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.facts import Code, Ref, Value
from bookkit.equations.compiling.references import reference
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import name_of
from bookkit.values.errors import EquationError

NABLA = t.Name("\\nabla")
PRODUCT_OR_FUNCTION = "a product or a function (nothing has defined it)?"


def factor_before(compiler: Compiler, head: t.Node, group: t.Group, after: t.Node) -> Code:
    """The code of a factor before a bracket; EquationError where it could be a function."""
    if isinstance(head, (t.Frac, t.Group)):
        if functions_in(compiler, head, is_argument(group)) - functions_in(compiler, group, True):
            raise EquationError(
                f"{head.latex()}{after.latex()}: write the argument behind each function,"
                " or \\cdot for a product"
            )
        return compiler.code(head)
    base = head.base if isinstance(head, t.Scripted) else head
    name = base.latex()
    if (
        not isinstance(base, (t.Name, t.Word, t.Accent))
        or name == "\\mathbf{1}"
        or is_transposed(compiler, after)
    ):
        return compiler.code(head)
    if is_transposed(compiler, head):
        return compiler.code(head)
    code = compiler.code(head)  # what is unknown is said first
    found = reference(compiler, head)
    ref = None if found is None else found[0]
    itself = name in letters_in(group) or is_inside(compiler, name, group)
    if is_argument(group) or (ref is None and name not in ("e", "\\pi") and not is_counted(compiler, name)):
        raise unsaid(head, after)
    if itself or ref is None or (ref.symbol is not None and ref.symbol.size):
        return code
    if all(item in compiler.notation.indices for item in letters_in(group)):
        raise unsaid(head, after)  # \eta(t + 1): a schedule as well as a product
    if ref.place is None and ref.symbol is not None and ref.symbol.shape and not ref.symbol.own:
        return only_arrays(
            code,
            side_code(compiler, group),
            apart_from(ref, group, head, after),
            head,
            after,
        )
    if not is_factor(compiler, name, ref):
        raise unsaid(head, after)
    checked = apart_from(ref, group, head, after)

    def value(inst: Instance) -> Value:
        checked(inst)
        return code(inst)

    return value


def is_counted(compiler: Compiler, name: str) -> bool:
    """Whether a name is an index, or an argument of the function around it."""
    return name in compiler.bound or name in compiler.notation.indices


def is_inside(compiler: Compiler, name: str, group: t.Group) -> bool:
    """Whether a bracket names what the page has made from a number, as such: ``y(1 - p)`` where ``p = xy``.

    Of the slope of a function, ``L(w - g)``, nothing follows: a function is applied to what is made with it.
    """
    todo: list[t.Node] = [group]
    seen: set[str] = set()
    while todo:
        for part in todo.pop().walk():
            named = isinstance(part, (t.Name, t.Word, t.Accent, t.Scripted))
            made = compiler.context.find(name_of(part)) if named else None
            if made is None or made.arguments is not None or made.name in seen:
                continue
            seen.add(made.name)
            parts = list(made.body.walk())
            derives = any(isinstance(item, (t.Derivative, t.Operated)) or item == NABLA for item in parts)
            primed = any(isinstance(item, t.Scripted) and item.primes for item in parts)
            if not (derives or primed):
                if name in letters_in(made.body):
                    return True
                todo.append(made.body)
    return False


def is_transposed(compiler: Compiler, node: t.Node) -> bool:
    """Whether something is transposed: an array, and neither a function nor its argument."""
    above = node.sup if isinstance(node, t.Scripted) else None
    return compiler.transposes(above)


def is_factor(compiler: Compiler, name: str, ref: Ref) -> bool:
    """Whether the table or the page says that a symbol is a number that multiplies."""
    given = compiler.context.is_given(name)
    if name in compiler.notation.factors or given or compiler.context.find(ref.name) is not None:
        return True
    symbol = ref.symbol
    if symbol is not None and symbol.own:
        return True
    return ref.place is not None or (symbol is not None and symbol.time and ref.name != name)


def apart_from(ref: Ref, group: t.Group, head: t.Node, after: t.Node) -> Code:
    """Looks, once, whether a factor is computed from something in the bracket."""
    names = letters_in(group)
    known: list[bool] = []

    def check(inst: Instance) -> Value:
        if not known:
            known.append(any(key[0] in names for key in inst.made_from(ref.key(inst))))
        if known[0]:
            raise unsaid(head, after)

    return check


def side_code(compiler: Compiler, group: t.Group) -> Code:
    with compiler.watched(False):
        return compiler.code(group)


def only_arrays(code: Code, bracket: Code, checked: Code, head: t.Node, after: t.Node) -> Code:
    """An array before a bracket is a factor where the bracket is an array, too."""

    def value(inst: Instance) -> Value:
        checked(inst)
        if np.ndim(bracket(inst)) != 2:
            raise unsaid(head, after)
        return code(inst)

    return value


def functions_in(compiler: Compiler, node: t.Node, letters: bool) -> set[str]:
    r"""The functions of the page that a node names without an argument; letters for functions, too.

    A letter with a subscript that is a symbol by itself, ``\eta_{\max}``, is another one than ``\eta``.
    """
    parts = list(_apart_from_symbols(compiler, node))
    named = Counter(part.latex() for part in parts if isinstance(part, (t.Name, t.Word)))
    for part in parts:
        for first, second in t.neighbours(part):
            base = first.base if isinstance(first, t.Scripted) else first
            if isinstance(second.base if isinstance(second, t.Scripted) else second, t.Group):
                named[base.latex()] -= 1
    bare = {name for name, times in named.items() if times > 0}
    return {
        name for name in bare
        if compiler.is_function_on_page(name)
        or (letters and name in compiler.notation.function_letters and not compiler.context.knows(name))
    }  # fmt: skip


def _apart_from_symbols(compiler: Compiler, node: t.Node) -> Iterator[t.Node]:
    """All parts of a node but for those of a letter that has its subscript in its name."""
    yield node
    if isinstance(node, t.Scripted) and node.sub is not None:
        whole = node.with_(sup=None, primes=0).latex()
        if whole in compiler.notation.by_base or compiler.context.knows(whole):
            node = node.sup or t.Number("0")
            yield node
    for part in node.children():
        yield from _apart_from_symbols(compiler, part)


def unsaid(head: t.Node, after: t.Node) -> EquationError:
    """The error for a bracket that may be an argument or a factor."""
    base = head.base if isinstance(head, t.Scripted) else head
    return EquationError(
        f"{t.join([head.latex(), after.latex()])}: {PRODUCT_OR_FUNCTION}"
        f" Write {head.latex()} \\cdot {after.latex()} for the product,"
        f" or define the function first, {base.latex()}(…) \\coloneqq …"
    )


def is_argument(group: t.Group) -> bool:
    """Whether a bracket holds what needs no brackets as a factor: a letter, a number; or has commas."""
    if len(group.items) != 1:
        return True
    item = group.items[0]
    number = item.body if isinstance(item, t.Negative) else item
    plain = isinstance(item, t.Scripted) and isinstance(item.base, (t.Name, t.Accent, t.Number))
    closed = all(isinstance(part, (t.Number, t.Frac, t.Plus, t.Negative, t.Binary)) for part in item.walk())
    return isinstance(item, (t.Name, t.Word, t.Accent)) or plain or closed or isinstance(number, t.Number)


def letters_in(node: t.Node) -> set[str]:
    """All letters of a node."""
    return {part.latex() for part in node.walk() if isinstance(part, (t.Name, t.Word, t.Accent))}
