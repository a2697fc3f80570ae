from backprop import sigmoid_prime

print(f"answer {10 * sigmoid_prime(0):.1f}")
#> answer 2.5
print(f"ten_times {10 * sigmoid_prime(1):.1f}")
#> ten_times 2.0
print(f"divided {sigmoid_prime(0) / 10:.3f}")
#> divided 0.025
print(f"unchanged {sigmoid_prime(0):.2f}")
#> unchanged 0.25
