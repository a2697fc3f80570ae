import jax
import numpy as np

from network import cost, numbers, x, y

jax.config.update("jax_enable_x64", True)  # 64 bits, as in this book


def of_one(numbers, x, y):
    return cost(numbers, x[:, None], y[:, None], jax.nn.sigmoid)


slopes = jax.grad(of_one)
each = jax.vmap(slopes, in_axes=(None, 1, 1))(numbers, x, y)
print("shape:", each["W3"].shape)
#> shape: (4, 1, 3)
print(np.asarray(each["W3"][:, 0, 0]).round(4))
#> [ 0.0388 -0.0091 -0.0066  0.0553]

added = each["W3"].sum(axis=0)[0, 0]
print(f"added up: {added:.4f}")
#> added up: 0.0784

one_by_one = [slopes(numbers, x[:, k], y[:, k])["W3"] for k in range(4)]
print("one after the other:", np.allclose(each["W3"], one_by_one, rtol=1e-12))
#> one after the other: True
