import jax

jax.config.update("jax_enable_x64", True)  # 64 bits, as in this book


def circuit(a, b, c):
    return jax.lax.logistic((a + b) * c)


inputs = 1.0, -2.0, -3.0
f, companions = jax.linearize(circuit, *inputs)
print(f"slope of the sigmoid: {f * (1 - f):.4f}")
#> slope of the sigmoid: 0.0452
for line in str(jax.make_jaxpr(companions)(*inputs)).splitlines():
    print(line)
    #> { lambda a:f64[] b:f64[]; c:f64[] d:f64[] e:f64[]. let
    #>     f:f64[] = add c d
    #>     g:f64[] = mul f -3.0:f64[]
    #>     h:f64[] = mul a e
    #>     i:f64[] = add_any g h
    #>     j:f64[] = mul i b
    #>   in (j,) }

turned = jax.linear_transpose(companions, *inputs)
for line in str(jax.make_jaxpr(turned)(1.0)).splitlines():
    print(line)
    #> { lambda a:f64[] b:f64[]; c:f64[]. let
    #>     d:f64[] = mul c a
    #>     e:f64[] = mul b d
    #>     f:f64[] = mul d -3.0:f64[]
    #>   in (f, f, e) }
