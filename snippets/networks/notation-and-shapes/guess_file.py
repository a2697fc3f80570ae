print(f"answer {128 * 784 + 128 + 10 * 128 + 10}")
#> answer 101770
print(f"no_biases {128 * 784 + 10 * 128}")
#> no_biases 101632
print(f"first_layer {128 * 784 + 128}")
#> first_layer 100480
print(f"biases_of_inputs {128 * 784 + 784 + 10 * 128 + 128}")
#> biases_of_inputs 102544
