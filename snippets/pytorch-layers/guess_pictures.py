shape = 16, 3, 5, 5
weights = shape[0] * shape[1] * shape[2] * shape[3]
print("answer", weights + shape[0])
#> answer 1216
print("no_biases", weights)
#> no_biases 1200
print("one_channel", shape[0] * shape[2] * shape[3] + shape[0])
#> one_channel 416
print("bias_each_channel", weights + shape[0] * shape[1])
#> bias_each_channel 1248
