from bookkit.equations import check
from bookkit.notations.draws import POSITIVE, REAL
from bookkit.notations.table import Notation, Symbol


def energy(at, layer):
    return at("k") * at("x") ** 2 / 2


NOTATION = Notation(
    name="spring",
    title="A spring",
    about="A spring that is stretched by x.",
    symbols=(
        Symbol("k", "the stiffness", draw=POSITIVE),
        Symbol("x", "how far it is stretched", draw=REAL),
        Symbol("E", "the energy stored", rule=energy, rule_words="from $k$ and $x$"),
    ),
)

right = check(r"\frac{\partial E}{\partial x} = k\,x", NOTATION)
print(right.status, right.draws)
#> true 8
wrong = check(r"\frac{\partial E}{\partial x} = 2\,k\,x", NOTATION)
print(wrong.status)
#> false
