import numpy as np


def move(a, b, step=1):
    return a + step, b - step


def twice(f, x):
    return f(f(x))


a, b = move(4, -3)
print(a, b)
#> 5 -4
inputs = [4, -3]
print(move(*inputs), move(4, -3, step=2))
#> (5, -4) (6, -5)
how = {"step": 3}
print(move(1, 2, **how))
#> (4, -1)
print(twice(lambda x: x**2, 3))
#> 81

uses = {"u": 2}
uses["v"] = 1
for name, _ in uses.items():
    print(name, uses[name])
    #> u 2
    #> v 1
print({name: 2 * n for name, n in uses.items()})
#> {'u': 4, 'v': 2}
print(uses | {"w": 5})
#> {'u': 2, 'v': 1, 'w': 5}
try:
    print(1 / 0)
except ZeroDivisionError as error:
    print("no:", error)
    #> no: division by zero
with np.errstate(divide="ignore"):
    print(np.array([1.0]) / 0)
    #> [inf]
assert uses["v"] == 1
