from backprop import sigmoid

d, c = -1, -3
h = 0.001
e_before, e_after = d * c, d * (c + h)
f_before, f_after = sigmoid(e_before), sigmoid(e_after)
change_e, change_f = e_after - e_before, f_after - f_before

print(f"e moves by {change_e:.3f}, f by {change_f:.7f}")
#> e moves by -0.001, f by -0.0000452
print(f"change of e / change of c: {change_e / h:.4f}")
#> change of e / change of c: -1.0000
print(f"change of f / change of e: {change_f / change_e:.4f}")
#> change of f / change of e: 0.0452
print(f"change of f / change of c: {change_f / h:.4f}")
#> change of f / change of c: -0.0452
