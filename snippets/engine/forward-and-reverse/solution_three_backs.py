import numpy as np
from three_backs import backs, forward

rng = np.random.default_rng(0)
for name, back in backs.items():
    worst = 0.0
    for _ in range(20):
        u, v = rng.normal(size=3), rng.normal(size=2)
        worst = max(worst, abs(v @ forward(u) - back(v) @ u))
    print(f"{name}: {'passes' if worst < 1e-12 else f'off by {worst:.2f}'}")
    #> Ann: passes
    #> Ben: off by 4.72
    #> Cem: off by 8.08
