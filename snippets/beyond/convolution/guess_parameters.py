from backprop import Conv2d

layer = Conv2d(3, 16, size=3, stride=2, padding=1)

if __name__ == "__main__":
    print("answer", sum(p.size for p in layer.parameters.values()))
    #> answer 448
    print("one_channel", 16 * (3 * 3 + 1))
    #> one_channel 160
    print("no_biases", 16 * 3 * 3 * 3)
    #> no_biases 432
    print("bias_for_each_channel", 16 * 3 * (3 * 3 + 1))
    #> bias_for_each_channel 480
