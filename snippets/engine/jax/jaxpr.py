import jax

jax.config.update("jax_enable_x64", True)  # 64 bits, as in this book


def circuit(a, b, c):
    return jax.lax.logistic((a + b) * c)


inputs = 1.0, -2.0, -3.0
for line in str(jax.make_jaxpr(circuit)(*inputs)).splitlines():
    print(line)
    #> { lambda ; a:f64[] b:f64[] c:f64[]. let
    #>     d:f64[] = add a b
    #>     e:f64[] = mul d c
    #>     f:f64[] = logistic e
    #>   in (f,) }

gradient = jax.grad(circuit, argnums=(0, 1, 2))
for line in str(jax.make_jaxpr(gradient)(*inputs)).splitlines():
    print(line)
    #> { lambda ; a:f64[] b:f64[] c:f64[]. let
    #>     d:f64[] = add a b
    #>     e:f64[] = mul d c
    #>     f:f64[] = logistic e
    #>     g:f64[] = sub 1.0:f64[] f
    #>     h:f64[] = mul f g
    #>     i:f64[] = mul 1.0:f64[] h
    #>     j:f64[] = mul d i
    #>     k:f64[] = mul i c
    #>   in (k, k, j) }
