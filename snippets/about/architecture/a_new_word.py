from dataclasses import replace

import numpy as np

from bookkit.equations import check
from bookkit.notations import notations
from bookkit.notations.table import Function


def haversin(z):
    return (1.0 - np.cos(z)) / 2.0


calculus = notations()["calculus"]
row = Function("haversin", "half of one minus the cosine", (haversin,))
longer = replace(calculus, functions=(*calculus.functions, row))

for slope in (r"\frac{1}{2} \sin x", r"\sin x"):
    claim = rf"\operatorname{{haversin}}'(x) = {slope}"
    print(check(claim, calculus).status, check(claim, longer).status)
    #> error true
    #> error false
