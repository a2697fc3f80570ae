import jax.numpy as jnp

said = []


def warned(x):
    if x.mean() > 1:
        said.append("a large mean")
    return x.mean()


def told(x):
    said.append("a mean")
    return x.mean()


def last_replaced(x):
    x[-1] = 0.0
    return x.mean()


def shifted(x):
    return x - x.mean()


batches = [jnp.ones(8), jnp.ones(8), jnp.ones(5)]
