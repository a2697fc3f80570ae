import jax
import numpy as np
import optax

answers, targets = np.array([0.2, 0.9, 0.6]), np.array([0.0, 1, 1])
squares = (answers - targets) ** 2  # MSELoss takes their mean
print(f"costs: {squares.mean() / optax.l2_loss(answers, targets).mean():.2f}")
#> costs: 2.00

w, u, v = np.float32(3), np.float32(3), np.float32(0)
steps = optax.sgd(0.1, momentum=0.9)
state = steps.init(w)
for _ in range(20):  # down the cost w**2, of which 2 w is the derivative
    step, state = steps.update(2 * w, state)
    w = w + step
    v = 0.9 * v + 2 * u  # as PyTorch has it
    u = u - 0.1 * v
print("twenty steps lead to the same place:", bool(abs(w - u) < 1e-5))
#> twenty steps lead to the same place: True

for axes in {}, {"in_axis": -1, "out_axis": -2}:
    start = jax.nn.initializers.he_normal(**axes)
    variance = start(jax.random.key(0), (50, 200)).var()
    print(f"variance: {variance / (2 / 200):.0f} times He's")
    #> variance: 4 times He's
    #> variance: 1 times He's
