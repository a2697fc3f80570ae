from backprop import sigmoid, sigmoid_prime

z, y = -3, 1
a, slope = sigmoid(z), sigmoid_prime(z)

print(f"answer {(a - y) * slope:.4f}")
#> answer -0.0430
print(f"mistake {a - y:.4f}")
#> mistake -0.9526
print(f"old_target {a * slope:.4f}")
#> old_target 0.0021
print(f"turned {(y - a) * slope:.4f}")
#> turned 0.0430
