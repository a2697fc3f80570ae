import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)  # 64 bits, as in this book

parameters = {
    "W2": jnp.array([[1, -0.5], [-1, 1], [0.5, 1]]),
    "b2": jnp.array([-1.0, 1, -1]),
    "W3": jnp.array([[2.0, -1, 1]]),
    "b3": jnp.array([0.5]),
}


def cost(parameters, x, y):
    a2 = jax.nn.sigmoid(parameters["W2"] @ x + parameters["b2"])
    a3 = jax.nn.sigmoid(parameters["W3"] @ a2 + parameters["b3"])
    return ((y - a3) ** 2).sum() / 2


gradient = jax.grad(cost)(parameters, jnp.array([1.0, 2]), jnp.array([0.0]))
for name in ("W2", "b2", "W3", "b3"):
    print(name, np.asarray(gradient[name]).round(4).tolist())
    #> W2 [[0.0568, 0.1136], [-0.0152, -0.0303], [0.0215, 0.0431]]
    #> b2 [0.0568, -0.0152, 0.0215]
    #> W3 [[0.0388, 0.1272, 0.1181]]
    #> b3 [0.1444]
