import numpy as np


def recurrence_backward(x, W, U, b, delta):
    states = [np.zeros((len(U), 1))]
    for t in range(x.shape[1]):
        states.append(np.tanh(W @ x[:, [t]] + U @ states[-1] + b))
    of_W, of_U, of_b = np.zeros(W.shape), np.zeros(U.shape), np.zeros(b.shape)
    later = np.zeros(b.shape)
    for t in reversed(range(x.shape[1])):
        of_z = (delta[:, [t]] + later) * (1 - states[t + 1] ** 2)
        of_W += of_z @ x[:, [t]].T
        of_U += of_z @ states[t].T
        of_b += of_z
        later = U.T @ of_z
    return of_W, of_U, of_b
