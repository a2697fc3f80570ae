import numpy as np

may = np.triu(np.ones((4, 4)))


def first(s):
    e = np.exp(s) * may
    return e / e.sum(axis=0)


def second(s):
    e = np.exp(s) * may.T
    return e / e.sum(axis=0)


def third(s):
    e = np.exp(s)
    return e / e.sum(axis=0) * may
