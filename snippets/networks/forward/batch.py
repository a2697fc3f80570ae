from backprop import sigmoid

from network import W2, W3, b2, b3, x

z2 = W2 @ x + b2
a2 = sigmoid(z2)
z3 = W3 @ a2 + b3
a3 = sigmoid(z3)
print("z2")
#> z2
for row in z2.tolist():
    print(row)
    #> [-1.0, -2.5, 1.0, -0.5]
    #> [2.0, 3.0, -1.0, 0.0]
    #> [1.5, -0.5, 0.0, -2.0]
print("a2")
#> a2
for row in a2.round(4).tolist():
    print(row)
    #> [0.2689, 0.0759, 0.7311, 0.3775]
    #> [0.8808, 0.9526, 0.2689, 0.5]
    #> [0.8176, 0.3775, 0.5, 0.1192]
print("z3", z3.round(4).tolist())
#> z3 [[0.9747, 0.0767, 2.1932, 0.8743]]
print("a3", a3.round(4).tolist())
#> a3 [[0.726, 0.5192, 0.8996, 0.7056]]
