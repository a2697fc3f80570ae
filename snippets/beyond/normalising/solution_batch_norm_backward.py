import numpy as np


def batch_norm_backward(x, gamma, delta, epsilon):
    root = np.sqrt(x.var(axis=1, keepdims=True) + epsilon)
    x_hat = (x - x.mean(axis=1, keepdims=True)) / root
    g = gamma * delta
    through_mean = g.mean(axis=1, keepdims=True)
    through_variance = x_hat * (g * x_hat).mean(axis=1, keepdims=True)
    of_gamma = (delta * x_hat).sum(axis=1, keepdims=True)
    of_beta = delta.sum(axis=1, keepdims=True)
    return (g - through_mean - through_variance) / root, of_gamma, of_beta
