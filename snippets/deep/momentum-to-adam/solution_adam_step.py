import numpy as np


def adam_step(w, g, m, v, t, eta):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    m_hat, v_hat = m / (1 - 0.9**t), v / (1 - 0.999**t)
    return w - eta * m_hat / (np.sqrt(v_hat) + 1e-8), m, v


w, m, v = adam_step(1.0, 5.0, 0.0, 0.0, 1, 0.01)
print(f"{w:.4f} {m:.4f} {v:.4f}")
#> 0.9900 0.5000 0.0250
