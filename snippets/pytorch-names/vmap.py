import jax
import jax.numpy as jnp

w = jnp.array([[1, -0.5], [-1, 1], [0.5, 1]])
b = jnp.array([-1.0, 1, -1])


def layer(x):
    return w @ x + b


samples = jnp.array([[1.0, 2], [-1, 1], [2, 0], [0, -1]])  # one row a sample
print(layer(samples[0]).tolist())
#> [-1.0, 2.0, 1.5]
for row in jax.vmap(layer)(samples):
    print(row.tolist())
    #> [-1.0, 2.0, 1.5]
    #> [-2.5, 3.0, -0.5]
    #> [1.0, -1.0, 0.0]
    #> [-0.5, 0.0, -2.0]
