import numpy as np

beta = 0.999
for t in [1, 2, 10, 100, 10_000]:
    held = 1 - beta**t  # what the moving average holds of a steady gradient
    wrong, right = held / (1 - beta**2), held / (1 - beta**t)
    print(f"step {t}: {np.sqrt(wrong / right):.2f} times the right root")
    #> step 1: 0.71 times the right root
    #> step 2: 1.00 times the right root
    #> step 10: 2.23 times the right root
    #> step 100: 6.90 times the right root
    #> step 10000: 22.37 times the right root
