sizes, m = [784, 30, 10], 10

print(f"answer {m * (sum(sizes) + sum(sizes[1:]))}")
#> answer 8640
print(f"one_sample {sum(sizes) + sum(sizes[1:])}")
#> one_sample 864
print(f"activations_only {m * sum(sizes)}")
#> activations_only 8240
print(f"inputs_have_z {2 * m * sum(sizes)}")
#> inputs_have_z 16480
