from backprop import sigmoid, sigmoid_prime

z, y = -3, 1
a, slope = sigmoid(z), sigmoid_prime(z)

print(f"answer {(a - y) * slope:.3f}")
#> answer -0.043
print(f"mistake {a - y:.3f}")
#> mistake -0.953
print(f"old_target {a * slope:.3f}")
#> old_target 0.002
print(f"turned {(y - a) * slope:.3f}")
#> turned 0.043
