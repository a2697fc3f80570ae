from backprop import sigmoid, sigmoid_prime

print(f"{sigmoid(3):.4f}, {sigmoid(-3):.4f}")
#> 0.9526, 0.0474
print(f"{sigmoid(3) + sigmoid(-3):.4f}")
#> 1.0000
print(f"{sigmoid_prime(3):.4f}, {sigmoid_prime(-3):.4f}")
#> 0.0452, 0.0452
