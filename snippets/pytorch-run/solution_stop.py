import numpy as np

from backprop import Momentum

ours, optimiser = np.array([0.0]), Momentum(beta=0.9)
for _ in range(200):  # always the same slope
    optimiser.step(ours, np.array([-1.0]), 0.1)
too_far = 0
for step in range(1, 201):
    before = ours[0]
    optimiser.step(ours, np.array([-1.0]), 0.01)
    more = ours[0] - before - 0.1
    too_far += more
    if step in (1, 2, 3, 200):
        print(f"step {step}: {more:.3f} more, {too_far:.2f} in all")
        #> step 1: 0.810 more, 0.81 in all
        #> step 2: 0.729 more, 1.54 in all
        #> step 3: 0.656 more, 2.20 in all
        #> step 200: 0.000 more, 8.10 in all
