import numpy as np
from sklearn.neural_network import MLPClassifier

from backprop import Network, datasets, train

x_train, y_train, _, _ = datasets.split(*datasets.breast_cancer())
x_train = datasets.standardise(x_train)
m = x_train.shape[1]
net = Network([30, 20, 10, 5, 1], hidden="relu", cost="cross_entropy", init="he")

settings = {"solver": "sgd", "learning_rate_init": 0.3, "momentum": 0, "alpha": 0}
mlp = MLPClassifier((20, 10, 5), batch_size=m, **settings)
mlp.partial_fit(x_train.T, y_train[0], classes=[0, 1])
for i, (w, b) in enumerate(zip(net.weights, net.biases, strict=True)):
    mlp.coefs_[i][:] = w.T
    mlp.intercepts_[i][:] = b[:, 0]

train(net, x_train, y_train, epochs=500, eta=0.3, batch_size=None)
for _ in range(500):
    mlp.partial_fit(x_train.T, y_train[0])
for w, coefs in zip(net.weights, mlp.coefs_, strict=True):
    print(w.shape, np.abs(w - coefs.T).max() < 1e-9)
    #> (20, 30) True
    #> (10, 20) True
    #> (5, 10) True
    #> (1, 5) True
