from backprop import sigmoid

a, b, c = 0.986447, -2.013553, -3.004518
d = a + b
e = d * c
print(f"a = {a:.3f}, b = {b:.3f}, c = {c:.3f}")
#> a = 0.986, b = -2.014, c = -3.005
print(f"d = {d:.3f}, e = {e:.3f}, f = {sigmoid(e):.4f}")
#> d = -1.027, e = 3.086, f = 0.9563
print(f"f = {sigmoid(e):.6f}")
#> f = 0.956310
