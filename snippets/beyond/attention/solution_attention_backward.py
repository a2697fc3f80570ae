import numpy as np

from backprop import softmax


def attention_backward(Q, K, V, delta):
    root = np.sqrt(len(Q))
    P = softmax(K.T @ Q / root)
    of_P = V.T @ delta
    of_S = P * (of_P - (P * of_P).sum(axis=0))
    return K @ of_S / root, Q @ of_S.T / root, delta @ P.T
