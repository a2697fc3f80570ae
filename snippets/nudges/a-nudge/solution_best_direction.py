import numpy as np

a, b = 4, -3
angles = np.radians(np.arange(360))
u, v = np.cos(angles), np.sin(angles)
promise = b * u + a * v

best = promise.argmax()
print(f"best direction: {u[best]:.2f}, {v[best]:.2f}")
#> best direction: -0.60, 0.80
print(f"gradient / length: {b / 5:.2f}, {a / 5:.2f}")
#> gradient / length: -0.60, 0.80
