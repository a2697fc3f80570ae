import numpy as np

from backprop import Network, accuracy, datasets, train

x, y = datasets.xor()
for alike in ["both sides", "one side only"]:
    learned = 0
    for seed in range(10):
        net = Network([2, 4, 1], output="sigmoid", cost="cross_entropy", rng=seed)
        net.weights[0][:] = 0.5
        net.biases = [np.zeros((4, 1)), np.zeros((1, 1))]
        if alike == "both sides":
            net.weights[1][:] = net.weights[1][0, 0]
        train(net, x, y, epochs=1000, eta=1, batch_size=None)
        learned += accuracy(net, x, y) == 1
    print(f"alike on {alike}: {learned} of 10 learn XOR")
    #> alike on both sides: 0 of 10 learn XOR
    #> alike on one side only: 10 of 10 learn XOR
