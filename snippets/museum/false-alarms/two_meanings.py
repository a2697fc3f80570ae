from backprop import numerical_gradient

inputs, steps = [0.5, -1.0, 2.0, 0.7], range(1, 5)


def states(w):
    h = [0.0]
    for x in inputs:
        h.append(w * h[-1] + x)
    return h


def loss(w):
    return sum(h**2 for h in states(w)) / 2


w = 0.6
h = states(w)
to_loss, whole = [0.0] * 6, [0.0] * 5
for t in reversed(steps):  # through the loss of this step, and through all later ones
    to_loss[t] = h[t] + w * to_loss[t + 1]
for t in steps:
    whole[t] = h[t - 1] + w * whole[t - 1]
print(f"direct:   {sum(to_loss[t] * h[t - 1] for t in steps):.4f}")
#> direct:   1.2263
print(f"in all:   {sum(to_loss[t] * whole[t] for t in steps):.4f}")
#> in all:   1.6014
print(f"measured: {float(numerical_gradient(loss, w)):.4f}")
#> measured: 1.2263
