from backprop import numerical_gradient, sigmoid

a = -2
f = sigmoid(a)
print(f"measured:  {numerical_gradient(sigmoid, a):.4f}")
#> measured:  0.1050
print(f"f (1 - f): {f * (1 - f):.4f}")
#> f (1 - f): 0.1050
print(f"a (1 - a): {a * (1 - a):.4f}")
#> a (1 - a): -6.0000
