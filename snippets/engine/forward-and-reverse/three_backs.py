import numpy as np

W = np.array([[1.0, 2.0, -1.0], [0.5, -3.0, 2.0]])
x = np.array([0.2, 0.1, -0.4])
a = np.tanh(W @ x)


def forward(u):
    return (1 - a**2) * (W @ u)


backs = {
    "Ann": lambda v: W.T @ ((1 - a**2) * v),
    "Ben": lambda v: (W.T @ v) * (1 - x**2),
    "Cem": lambda v: (1 - a.mean() ** 2) * (W.T @ v),
}
