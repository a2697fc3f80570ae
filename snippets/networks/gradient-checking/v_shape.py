import matplotlib.pyplot as plt
import numpy as np

from bookdraw import ACCENT, FIRST, INK, MUTED, SECOND, THIRD

from network import W2, W3, b2, b3

x, y = np.array([[1.0], [2]]), np.array([[0.0]])


# Rounding is what is drawn here. So all is plain arithmetic, which
# is rounded in the same way everywhere, other than np.exp and @.
def exp(z):
    total = 1 + 0 * z
    for k in range(30, 0, -1):
        total = 1 + z * total / k  # 1 + z + z² / 2 + z³ / 6 + …
    return total


def sigmoid(z):
    e = exp(np.where(z.real < 0, -z, z))
    return np.where(z.real < 0, 1 / (1 + e), e / (1 + e))


def weighted(w, b, a):
    total = b
    for j in range(w.shape[1]):
        total = total + w[:, [j]] * a[j]
    return total


def cost(w, dtype):
    """The cost of the first sample, with another weight in the first place of W2."""
    arrays = [array.astype(dtype) for array in (W2, b2, W3, b3, x, y)]
    first, bias, second, last_bias, inputs, wanted = arrays
    first[0, 0] = w
    hidden = sigmoid(weighted(first, bias, inputs))
    out = sigmoid(weighted(second, last_bias, hidden))
    return ((wanted - out) ** 2 / 2)[0, 0]


a2 = sigmoid(W2 @ x + b2)
a3 = sigmoid(W3 @ a2 + b3)
delta2 = (W3.T @ ((a3 - y) * a3 * (1 - a3))) * a2 * (1 - a2)
exact = (delta2 @ x.T)[0, 0]


def central(h, dtype):
    left, right = dtype(1 - h), dtype(1 + h)
    rise = cost(right, dtype) - cost(left, dtype)
    return abs(float(rise) / float(right - left) / exact - 1)


fig, ax = plt.subplots(figsize=(5.0, 3.8))
double = 2.0 ** -np.arange(47)
single = 2.0 ** -np.arange(22)
errors = [central(h, np.float32) for h in single]
ax.loglog(single, errors, **THIRD)
errors = [central(h, np.float64) for h in double]
ax.loglog(double, errors, **FIRST)
steps = 2.0 ** -np.arange(67)
sideways = [cost(1 + 1j * h, complex).imag / h for h in steps]
errors = np.maximum(np.abs(np.divide(sideways, exact) - 1), 1e-15)
ax.loglog(steps, errors, **SECOND)
ax.set(xlim=(2, 1e-20), ylim=(2e-16, 20))
ax.text(1.5e-7, 0.3, "central, float32", color=MUTED)
ax.text(1e-11, 1e-7, "central, float64", color=INK)
ax.text(1e-11, 4e-15, "complex step, float64", color=ACCENT)
ax.set(xlabel="nudge $h$", ylabel="relative error")
ax.grid()
plt.show()
