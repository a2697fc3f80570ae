import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)  # 64 bits, as in this book


def cost(w):
    return (w**4).sum()


w, step = jnp.array([1.0, -2.0]), jnp.array([0.5, 0.25])
_, change = jax.jvp(jax.grad(cost), (w,), (step,))
print(change.tolist(), f"{step @ change:.4f}")
#> [6.0, 12.0] 6.0000

slopes = [step @ jax.grad(cost)(w + h * step) for h in (1e-4, -1e-4)]
print(f"{(slopes[0] - slopes[1]) / 2e-4:.4f}")
#> 6.0000
