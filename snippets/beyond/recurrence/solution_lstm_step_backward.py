import numpy as np

from backprop import sigmoid


def lstm_step_backward(z_i, z_f, z_g, z_o, before, delta_h, delta_c):
    i, f, g, o = sigmoid(z_i), sigmoid(z_f), np.tanh(z_g), sigmoid(z_o)
    shown = np.tanh(f * before + i * g)
    of_c = delta_c + delta_h * o * (1 - shown**2)
    return (
        of_c * g * i * (1 - i),
        of_c * before * f * (1 - f),
        of_c * i * (1 - g**2),
        delta_h * shown * o * (1 - o),
        of_c * f,
    )
