import numpy as np


def running_sum_backward(g):
    return np.cumsum(g[::-1])[::-1]
