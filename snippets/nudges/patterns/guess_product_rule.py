from backprop import sigmoid, sigmoid_prime

x = 2

print(f"answer {sigmoid(x) + x * sigmoid_prime(x):.4f}")
#> answer 1.0908
print(f"first_only {sigmoid(x):.4f}")
#> first_only 0.8808
print(f"second_only {x * sigmoid_prime(x):.4f}")
#> second_only 0.2100
print(f"slopes {1 * sigmoid_prime(x):.4f}")
#> slopes 0.1050
