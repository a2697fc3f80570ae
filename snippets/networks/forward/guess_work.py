sizes = [784, 30, 10]
weights = 784 * 30 + 30 * 10

print(f"answer {weights}")
#> answer 23820
print(f"with_biases {weights + 30 + 10}")
#> with_biases 23860
print(f"all_at_once {784 * 30 * 10}")
#> all_at_once 235200
print(f"hidden_only {784 * 30}")
#> hidden_only 23520
