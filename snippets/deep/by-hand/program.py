# --8<-- [start:data]
from itertools import pairwise

import numpy as np
from sklearn.datasets import load_breast_cancer

rows, labels = load_breast_cancer(return_X_y=True)
x, y = rows.T, labels.reshape(1, -1)
print("x", x.shape, "y", y.shape)
#> x (30, 569) y (1, 569)
print("benign", np.sum(y == 1), "malignant", np.sum(y == 0))
#> benign 357 malignant 212
print(f"always benign: {np.mean(y == 1):.3f} right")
#> always benign: 0.627 right
spread = x.std(axis=1)
print(f"deviations from {spread.min():.4f} to {spread.max():.0f}")
#> deviations from 0.0026 to 569
# --8<-- [end:data]


# --8<-- [start:split]
def split(x, y, rng):
    order = rng.permutation(x.shape[1])
    held_out, rest = np.split(order, [x.shape[1] // 4])
    mean = x[:, rest].mean(axis=1, keepdims=True)
    deviation = x[:, rest].std(axis=1, keepdims=True)
    x = (x - mean) / deviation
    return x[:, rest], y[:, rest], x[:, held_out], y[:, held_out]


rng = np.random.default_rng(0)
x_train, y_train, x_test, y_test = split(x, y, rng)
print("train", x_train.shape, "test", x_test.shape)
#> train (30, 427) test (30, 142)
means, deviations = x_train.mean(axis=1), x_train.std(axis=1)
print("means 0:", np.allclose(means, 0), "deviations 1:", np.allclose(deviations, 1))
#> means 0: True deviations 1: True
# --8<-- [end:split]


# --8<-- [start:initialise]
def initialise(sizes, rng):
    weights, biases = {}, {}
    for layer, (n_in, n_out) in enumerate(pairwise(sizes), start=2):
        weights[layer] = rng.normal(0, np.sqrt(2 / n_in), (n_out, n_in))
        biases[layer] = np.zeros((n_out, 1))
    return weights, biases


weights, biases = initialise([30, 20, 10, 5, 1], rng)
for layer in weights:
    print(layer, weights[layer].shape, biases[layer].shape)
    #> 2 (20, 30) (20, 1)
    #> 3 (10, 20) (10, 1)
    #> 4 (5, 10) (5, 1)
    #> 5 (1, 5) (1, 1)
print("parameters", sum(p.size for d in (weights, biases) for p in d.values()))
#> parameters 891
# --8<-- [end:initialise]


# --8<-- [start:activations]
def relu(z):
    return np.maximum(0, z)


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2


z = np.array([-1000.0, -1, 0, 1])
print(relu(z), sigmoid(z).round(4))
#> [0. 0. 0. 1.] [0.     0.2689 0.5    0.7311]
# --8<-- [end:activations]


# --8<-- [start:forward]
def forward(weights, biases, x):
    zs, activations, last = {}, {1: x}, max(weights)
    for layer in weights:
        zs[layer] = weights[layer] @ activations[layer - 1] + biases[layer]
        g = sigmoid if layer == last else relu
        activations[layer] = g(zs[layer])
    return zs, activations


zs, activations = forward(weights, biases, x_train)
print([a.shape for a in activations.values()])
#> [(30, 427), (20, 427), (10, 427), (5, 427), (1, 427)]
print("first answers", activations[5][0, :4].round(2), "wanted", y_train[0, :4])
#> first answers [0.5  0.58 0.52 0.56] wanted [0 0 0 0]
# --8<-- [end:forward]


# --8<-- [start:cost]
def cost(z, y):
    return np.mean(np.logaddexp(0, z) - y * z)


print(f"{cost(zs[5], y_train):.4f}")
#> 0.6641
# --8<-- [end:cost]


# --8<-- [start:backward]
def relu_prime(z):
    return np.where(z > 0, 1.0, 0.0)


def backward(weights, zs, activations, y):
    nabla_w, nabla_b, last = {}, {}, max(weights)
    for layer in range(last, 1, -1):
        if layer == last:
            delta = (activations[layer] - y) / y.shape[1]  # BP1
        else:
            delta = (weights[layer + 1].T @ delta) * relu_prime(zs[layer])  # BP2
        nabla_b[layer] = delta.sum(axis=1, keepdims=True)  # BP3
        nabla_w[layer] = delta @ activations[layer - 1].T  # BP4
    return nabla_w, nabla_b


nabla_w, nabla_b = backward(weights, zs, activations, y_train)
print({layer: nabla_w[layer].shape for layer in nabla_w})
#> {5: (1, 5), 4: (5, 10), 3: (10, 20), 2: (20, 30)}
# --8<-- [end:backward]


# --8<-- [start:check]
def measure(array, h=1e-6):
    measured = np.zeros_like(array)
    for index in np.ndindex(array.shape):
        start, costs = array[index], []
        for nudge in [h, -h]:
            array[index] = start + nudge
            costs.append(cost(forward(weights, biases, x_few)[0][5], y_few))
        array[index] = start
        measured[index] = (costs[0] - costs[1]) / (2 * h)
    return measured


x_few, y_few = x_train[:, :20], y_train[:, :20]
nabla_w, nabla_b = backward(weights, *forward(weights, biases, x_few), y_few)
for name, parameters, nabla in [("W", weights, nabla_w), ("b", biases, nabla_b)]:
    for layer in parameters:
        measured = measure(parameters[layer])
        apart = np.abs(nabla[layer] - measured).max() / np.abs(measured).max()
        print(f"{name}{layer}: {measured.size:3} derivatives,", apart < 1e-6)
        #> W2: 600 derivatives, True
        #> W3: 200 derivatives, True
        #> W4:  50 derivatives, True
        #> W5:   5 derivatives, True
        #> b2:  20 derivatives, True
        #> b3:  10 derivatives, True
        #> b4:   5 derivatives, True
        #> b5:   1 derivatives, True
# --8<-- [end:check]


# --8<-- [start:update]
def update(weights, biases, nabla_w, nabla_b, eta):
    for layer in weights:
        weights[layer] -= eta * nabla_w[layer]
        biases[layer] -= eta * nabla_b[layer]


before = cost(forward(weights, biases, x_few)[0][5], y_few)
update(weights, biases, nabla_w, nabla_b, eta=0.3)
after = cost(forward(weights, biases, x_few)[0][5], y_few)
print(f"{before:.4f} {after:.4f}")
#> 0.6891 0.6286
# --8<-- [end:update]


# --8<-- [start:train]
def train(weights, biases, x, y, eta, steps):
    costs = []
    for _ in range(steps):
        zs, activations = forward(weights, biases, x)
        costs.append(cost(zs[max(zs)], y))
        nabla_w, nabla_b = backward(weights, zs, activations, y)
        update(weights, biases, nabla_w, nabla_b, eta)
    return costs


costs = train(weights, biases, x_train, y_train, eta=0.3, steps=500)
print([round(float(c), 2) for c in costs[::100]])
#> [0.6, 0.02, 0.01, 0.0, 0.0]
# --8<-- [end:train]


# --8<-- [start:predict]
def predict(weights, biases, x):
    _, activations = forward(weights, biases, x)
    return activations[max(activations)] >= 0.5


def accuracy(weights, biases, x, y):
    return np.mean(predict(weights, biases, x) == y)


print(f"{accuracy(weights, biases, x_train, y_train):.3f} of the training set")
#> 1.000 of the training set
print(f"{accuracy(weights, biases, x_test, y_test):.3f} of the test set")
#> 0.972 of the test set
# --8<-- [end:predict]


# --8<-- [start:main]
def main():
    scores = []
    for seed in range(5):
        rng = np.random.default_rng(seed)
        x_train, y_train, x_test, y_test = split(x, y, rng)
        weights, biases = initialise([30, 20, 10, 5, 1], rng)
        train(weights, biases, x_train, y_train, eta=0.3, steps=500)
        scores.append(accuracy(weights, biases, x_test, y_test))
        print(f"split {seed}: {scores[-1]:.3f}")
        #> split 0: 0.972
        #> split 1: 0.965
        #> split 2: 0.965
        #> split 3: 0.986
        #> split 4: 0.986
    print(f"mean: {np.mean(scores):.3f}")
    #> mean: 0.975


if __name__ == "__main__":
    main()
# --8<-- [end:main]


# --8<-- [start:library]
def compare():
    from backprop import Network

    rng = np.random.default_rng(0)
    x_train, y_train, _, _ = split(x, y, rng)
    weights, biases = initialise([30, 20, 10, 5, 1], rng)
    net = Network([30, 20, 10, 5, 1], hidden="relu", cost="cross_entropy")
    net.weights, net.biases = list(weights.values()), list(biases.values())

    zs, activations = forward(weights, biases, x_train)
    ours_w, ours_b = backward(weights, zs, activations, y_train)
    theirs_b, theirs_w = net.backprop(x_train, y_train)
    print([np.allclose(theirs_w[layer - 2], ours_w[layer]) for layer in weights])
    #> [True, True, True, True]
    print([np.allclose(theirs_b[layer - 2], ours_b[layer]) for layer in biases])
    #> [True, True, True, True]


compare()
# --8<-- [end:library]
