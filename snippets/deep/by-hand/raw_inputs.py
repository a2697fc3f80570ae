import numpy as np

from backprop import Network, datasets, train

x, y, _, _ = datasets.split(*datasets.breast_cancer())
net = Network([30, 20, 10, 5, 1], hidden="relu", cost="cross_entropy", init="he")
for step in range(3):
    zs, _ = net.forward_pass(x)
    _, nabla_w = net.backprop(x, y)
    on = [f"{np.mean(zs[layer] > 0):.2f}" for layer in [2, 3, 4]]
    slope = np.abs(nabla_w[0]).max()
    print(f"step {step}: cost {net.cost(x, y):.0e}, dW2 up to {slope:.0e}, on", *on)
    #> step 0: cost 4e+01, dW2 up to 1e+02, on 0.43 0.50 0.60
    #> step 1: cost 1e+08, dW2 up to 2e+06, on 0.30 0.40 0.20
    #> step 2: cost 7e-01, dW2 up to 0e+00, on 0.00 0.10 0.20
    train(net, x, y, epochs=1, eta=0.3, batch_size=None)
