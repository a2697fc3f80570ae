import numpy as np

rng = np.random.default_rng(1)
numbers = rng.normal(size=3)  # for the inputs v0, v1 and v2
plan = [(rng.choice(["+", "*", "s"]), rng.integers(n)) for n in range(3, 9)]
for n, (gate, other) in enumerate(plan, start=3):
    rule = f"sigmoid(v{n - 1})" if gate == "s" else f"v{n - 1} {gate} v{other}"
    print(f"v{n} = {rule}")
    #> v3 = sigmoid(v2)
    #> v4 = v3 + v1
    #> v5 = sigmoid(v4)
    #> v6 = v5 + v4
    #> v7 = v6 + v2
    #> v8 = v7 * v4
