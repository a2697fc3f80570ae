from backprop import sigmoid, sigmoid_prime

from network import W2, W3, b2, b3, x, y

m = 4

z2 = W2 @ x + b2
a2 = sigmoid(z2)
z3 = W3 @ a2 + b3
a3 = sigmoid(z3)
delta3 = (a3 - y) / m * sigmoid_prime(z3)  # BP1
delta2 = (W3.T @ delta3) * sigmoid_prime(z2)  # BP2

print("delta3", delta3.round(4).tolist())
#> delta3 [[0.0361, -0.03, 0.0203, -0.0153]]
print("delta2")
#> delta2
for row in delta2.round(4).tolist():
    print(row)
    #> [0.0142, -0.0042, 0.008, -0.0072]
    #> [-0.0038, 0.0014, -0.004, 0.0038]
    #> [0.0054, -0.0071, 0.0051, -0.0016]
print("b3", delta3.sum(axis=1, keepdims=True).round(4).tolist())  # BP3
#> b3 [[0.0111]]
print("W3", (delta3 @ a2.T).round(4).tolist())  # BP4
#> W3 [[0.0165, 0.001, 0.0265]]
print("b2", delta2.sum(axis=1, keepdims=True).round(4).tolist())  # BP3
#> b2 [[0.0108], [-0.0026], [0.0018]]
print("W2", (delta2 @ x.T).round(4).tolist())  # BP4
#> W2 [[0.0344, 0.0314], [-0.0131, -0.01], [0.0226, 0.0053]]
