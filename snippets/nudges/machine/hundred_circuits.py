import numpy as np

from backprop import numerical_gradient

from straight import go_back
from tape import Value

rng = np.random.default_rng(0)


def build(plan, numbers):
    known = [Value(number) for number in numbers]
    for gate, other in plan:
        u, v = known[-1], known[other]
        known.append({"+": u + v, "*": u * v, "s": u.sigmoid()}[gate])
    return known


def trial(in_order):
    numbers = rng.normal(size=3)
    plan = [(rng.choice(["+", "*", "s"]), rng.integers(n)) for n in range(3, 9)]
    known = build(plan, numbers)
    if in_order:
        known[-1].backward()
    else:
        known[-1].grad = 1
        go_back(known[-1])
    found = [node.grad for node in known[:3]]
    measured = numerical_gradient(lambda x: build(plan, x)[-1].data, numbers)
    return np.allclose(found, measured, rtol=1e-4, atol=1e-6)


# --8<-- [start:shown]
print("right, in order:     ", sum(trial(in_order=True) for _ in range(100)))
#> right, in order:      100
print("right, straight back:", sum(trial(in_order=False) for _ in range(100)))
#> right, straight back: 24
# --8<-- [end:shown]
