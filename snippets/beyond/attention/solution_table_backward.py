import numpy as np


def table_backward(words, delta, count):
    of_table = np.zeros((len(delta), count))
    for i, word in enumerate(words):
        of_table[:, word] += delta[:, i]
    return of_table
