import numpy as np

from network import net, six, wanted, x, x_new, y, y_new

true = y_new.argmax(axis=0)
weights, biases = net.weights, net.biases
for seed in range(3):
    rng = np.random.default_rng(seed)
    net.weights, net.biases = weights, biases
    steps = 0
    while net.feedforward(six).argmax() != 6:
        others = rng.choice(x.shape[1], size=31, replace=False)
        images = np.hstack([six, x[:, others]])
        answers = np.hstack([wanted, y[:, others]])
        nabla_b, nabla_w = net.backprop(images, answers)  # the mean of 32 wishes
        net.weights = [w - 0.1 * g for w, g in zip(net.weights, nabla_w, strict=True)]
        net.biases = [b - 0.1 * g for b, g in zip(net.biases, nabla_b, strict=True)]
        steps += 1
    right = (net.feedforward(x_new).argmax(axis=0) == true).sum()
    print(f"{steps} steps, then the 6 is read, and {right} of {true.size} in all")
    #> 34 steps, then the 6 is read, and 434 of 449 in all
    #> 32 steps, then the 6 is read, and 435 of 449 in all
    #> 33 steps, then the 6 is read, and 434 of 449 in all
