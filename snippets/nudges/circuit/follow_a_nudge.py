from backprop import sigmoid

c = -3
h = 0.001
e_before, e_after = -1 * c, -1 * (c + h)
f_before, f_after = sigmoid(e_before), sigmoid(e_after)

print(f"change of e / change of c: {(e_after - e_before) / h:.4f}")
#> change of e / change of c: -1.0000
ratio = (f_after - f_before) / (e_after - e_before)
print(f"change of f / change of e: {ratio:.4f}")
#> change of f / change of e: 0.0452
print(f"change of f / change of c: {(f_after - f_before) / h:.4f}")
#> change of f / change of c: -0.0452
