from tape import Value


def circuit(a, b, c):
    return ((a + b) * c).sigmoid()


inputs = [Value(1), Value(-2), Value(-3)]
f = circuit(*inputs)
f.backward()
print(f"f = {f.data:.4f}")
#> f = 0.9526

moved = [Value(x.data + 0.1 * x.grad) for x in inputs]
print(f"f = {circuit(*moved).data:.4f}")
#> f = 0.9563
print(f"f = {circuit(*moved).data:.8f}")
#> f = 0.95630980
