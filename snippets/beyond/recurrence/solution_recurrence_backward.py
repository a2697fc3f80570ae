import numpy as np


def recurrence_backward(x, W, U, b, delta):
    states = [np.zeros((len(W), 1))]
    for t in range(x.shape[1]):
        states.append(np.tanh(W @ states[-1] + U @ x[:, [t]] + b))
    of_W, of_U, of_b = np.zeros(W.shape), np.zeros(U.shape), np.zeros(b.shape)
    later = np.zeros(b.shape)
    for t in reversed(range(x.shape[1])):
        of_z = (delta[:, [t]] + later) * (1 - states[t + 1] ** 2)
        of_W += of_z @ states[t].T
        of_U += of_z @ x[:, [t]].T
        of_b += of_z
        later = W.T @ of_z
    return of_W, of_U, of_b
