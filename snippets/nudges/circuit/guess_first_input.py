"""What readers guess for "Other numbers": the derivative of the first input."""

from backprop import sigmoid, sigmoid_prime

a, b, c = 4.0, -2.0, -1.0
d = a + b
e = d * c
slope = sigmoid_prime(e)

print(f"answer {slope * c:.4f}")
#> answer -0.1050
print(f"own_value {slope * d:.4f}")
#> own_value 0.2100
print(f"value_for_slope {sigmoid(e) * c:.4f}")
#> value_for_slope -0.1192
print(f"times_input {slope * c * a:.4f}")
#> times_input -0.4200
