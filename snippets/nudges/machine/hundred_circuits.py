import numpy as np

from backprop import numerical_gradient

from straight import go_back
from tape import Value


def build(plan, numbers):
    known = [Value(number) for number in numbers]
    for gate, other in plan:
        u, v = known[-1], known[other]
        if gate == "+":
            known.append(u + v)
        elif gate == "*":
            known.append(u * v)
        else:
            known.append(u.sigmoid())
    return known


def trial(seed, in_order):
    rng = np.random.default_rng(seed)
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
    right = np.allclose(found, measured, rtol=1e-4, atol=1e-8)
    # Every gate goes into the next one. Does one of them go somewhere else, too?
    twice = any(gate != "s" and other >= 3 for gate, other in plan)
    return right, twice, max(abs(grad) for grad in found)


in_order = [trial(seed, in_order=True) for seed in range(100)]
print("right, in order:     ", sum(right for right, _, _ in in_order))
#> right, in order:      100
straight = [trial(seed, in_order=False) for seed in range(100)]
print("right, straight back:", sum(right for right, _, _ in straight))
#> right, straight back: 20
alone = sum(right and not twice for right, twice, _ in straight)
print("  with no gate's output used twice:", alone)
#>   with no gate's output used twice: 19
others = [size for right, twice, size in straight if right and twice]
print("  others, with gradients below 1e-100: ", sum(size < 1e-100 for size in others))
#>   others, with gradients below 1e-100:  1
