from backprop import sigmoid, sigmoid_prime

a, eta = -2, 0.1
slope = sigmoid_prime(a)

print(f"answer {sigmoid(a - eta * slope):.4f}")
#> answer 0.1181
print(f"up {sigmoid(a + eta * slope):.4f}")
#> up 0.1203
print(f"old {sigmoid(a):.4f}")
#> old 0.1192
print(f"whole_slope {sigmoid(a - slope):.4f}")
#> whole_slope 0.1086
print(f"new_input {a - eta * slope:.4f}")
#> new_input -2.0105
