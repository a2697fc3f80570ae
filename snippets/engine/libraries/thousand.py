import jax

entered = 0


@jax.jit
def circuit(a, b, c):
    global entered
    entered += 1
    return jax.nn.sigmoid((a + b) * c)


calls = 1000
for _ in range(calls):
    f = circuit(1.0, -2.0, -3.0)
print(f"the last of {calls} answers: {f:.4f}")
#> the last of 1000 answers: 0.9526
print("Python was inside the function:", entered, "time")
#> Python was inside the function: 1 time
print("answers without it:", calls - entered)
#> answers without it: 999
