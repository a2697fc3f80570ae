from network import W2, W3, b2, b3, x

two_layers = W3 @ (W2 @ x + b2) + b3
one_layer = (W3 @ W2) @ x + (W3 @ b2 + b3)
print(two_layers.tolist(), (W3 @ W2).tolist(), (W3 @ b2 + b3).tolist())
#> [[-2.0, -8.0, 3.5, -2.5]] [[3.5, -1.0]] [[-3.5]]
print(one_layer.tolist())
#> [[-2.0, -8.0, 3.5, -2.5]]
