import numpy as np


def log_sum_exp(z):
    largest = z.max()
    return largest + np.log(np.exp(z - largest).sum())


for z in [np.array([2.0, 1.0, -1.0]), np.array([1000.0, 999.0, 0.0])]:
    costs = [f"{cost:.4f}" for cost in log_sum_exp(z) - z]
    print(f"{log_sum_exp(z):.4f}", "costs", *costs)
    #> 2.3490 costs 0.3490 1.3490 3.3490
    #> 1000.3133 costs 0.3133 1.3133 1000.3133
