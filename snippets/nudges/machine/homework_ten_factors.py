from backprop import numerical_gradient, sigmoid


def circuit(x):
    f = 1
    for k in range(1, 11):
        f = f * sigmoid(k * x)
    return f


print(f"derivative at 0.3: {numerical_gradient(circuit, 0.3):.4f}")
#> derivative at 0.3: 0.7423
