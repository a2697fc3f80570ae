from backprop import numerical_gradient, sigmoid, tanh

z = 0.7
print(f"{tanh(z):.6f}  {2 * sigmoid(2 * z) - 1:.6f}")
#> 0.604368  0.604368
print(f"{1 - tanh(z) ** 2:.6f}  {numerical_gradient(tanh, z):.6f}")
#> 0.634740  0.634740
