from backprop import sigmoid

a, b, c = 0.986447, -2.013553, -3.004518
d = a + b
e = d * c
print(f"a = {a:.2f}, b = {b:.2f}, c = {c:.2f}")
#> a = 0.99, b = -2.01, c = -3.00
print(f"d = {d:.2f}, e = {e:.2f}, f = {sigmoid(e):.4f}")
#> d = -1.03, e = 3.09, f = 0.9563
print(f"f = {sigmoid(e):.6f}")
#> f = 0.956310
