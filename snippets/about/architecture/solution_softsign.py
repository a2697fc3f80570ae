from dataclasses import replace

from bookkit.equations import check
from bookkit.notations import notations
from bookkit.notations.table import Function
from bookkit.values.functions import absolute

calculus = notations()["calculus"]


def with_abs(z):
    return z / (1.0 + abs(z))


def with_absolute(z):
    return z / (1.0 + absolute(z))


claim = r"\operatorname{softsign}'(x) = \frac{1}{(1 + \lvert x \rvert)^2}"
for function in (with_abs, with_absolute):
    row = Function("softsign", "x over one plus its size", (function,))
    longer = replace(calculus, functions=(*calculus.functions, row))
    print(function.__name__, check(claim, longer).status)
    #> with_abs error
    #> with_absolute true
