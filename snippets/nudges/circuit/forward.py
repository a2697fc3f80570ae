from backprop import sigmoid

a, b, c = 1, -2, -3

d = a + b
e = d * c
f = sigmoid(e)
print(f"d = {d}, e = {e}, f = {f:.6f}")
#> d = -1, e = 3, f = 0.952574
