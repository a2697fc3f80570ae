import numpy as np

beta = 0.999
for t in [1, 2, 10, 100, 10_000]:
    held = 1 - beta**t  # what the moving average holds of a steady gradient
    wrong, right = held / (1 - beta**2), held / (1 - beta**t)
    print(f"step {t}: too large by {np.sqrt(wrong / right):.2f}")
    #> step 1: too large by 0.71
    #> step 2: too large by 1.00
    #> step 10: too large by 2.23
    #> step 100: too large by 6.90
    #> step 10000: too large by 22.37
