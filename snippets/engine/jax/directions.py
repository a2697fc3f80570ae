import jax
import torch


def three(u, v):
    return u * v, u + v, u * u


def f(u, v):
    return u * u * v


_, column = jax.jvp(three, (2.0, 3.0), (1.0, 0.0))
_, walk_back = jax.vjp(three, 2.0, 3.0)
print("forward, a column:", [float(x) for x in column])
#> forward, a column: [3.0, 1.0, 4.0]
print("back, a row:      ", [float(x) for x in walk_back((1.0, 0.0, 0.0))])
#> back, a row:       [3.0, 2.0]

slopes = jax.grad(f, argnums=(0, 1))
_, change = jax.jvp(slopes, (2.0, 3.0), (1.0, -1.0))
print("the Hessian times a direction:", [float(x) for x in change])
#> the Hessian times a direction: [2.0, 4.0]

u, v = (torch.tensor(x, requires_grad=True) for x in (2.0, 3.0))
to_u, to_v = torch.autograd.grad(f(u, v), (u, v), create_graph=True)
change = torch.autograd.grad(to_u - to_v, (u, v))
print("going back twice:", [x.item() for x in change])
#> going back twice: [2.0, 4.0]
