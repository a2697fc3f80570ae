import jax
import jax.numpy as jnp


def relu(x):
    return x if x > 0 else 0.0 * x


def chosen(x):
    return jnp.where(x > 0, x, 0.0)


print("as it is:", relu(2.0), jax.grad(relu)(2.0))
#> as it is: 2.0 1.0
try:
    jax.jit(relu)(2.0)
except jax.errors.TracerBoolConversionError as error:
    print("compiled:", str(error).partition(" with ")[0])
    #> compiled: Attempted boolean conversion of traced array
print("where:   ", jax.jit(chosen)(2.0), jax.jit(jax.grad(chosen))(-2.0))
#> where:    2.0 0.0
