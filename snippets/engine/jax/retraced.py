import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)  # 64 bits, as in this book
seen = []


@jax.jit
def total(x):
    seen.append((x.shape, x.dtype.name))
    return (x * x).sum()


rows = [jnp.ones(3), 5 * jnp.ones(3), jnp.ones(4), jnp.ones(3), jnp.ones(3, int)]
print([float(total(row)) for row in rows])
#> [3.0, 75.0, 4.0, 3.0, 3.0]
for shape, kind in seen:
    print("traced for", shape, kind)
    #> traced for (3,) float64
    #> traced for (4,) float64
    #> traced for (3,) int64
