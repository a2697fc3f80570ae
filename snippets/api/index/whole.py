from backprop import Network, accuracy, check_gradient, datasets, train

x, y = datasets.moons(m=200, rng=0)
x, y, x_new, y_new = datasets.split(x, y, rng=0)

net = Network([2, 16, 1], hidden="tanh", cost="cross_entropy", init="xavier", rng=0)
print("gradients agree:", check_gradient(net, x[:, :5], y[:, :5]) < 1e-6)
#> gradients agree: True

train(net, x, y, epochs=100, eta=0.5, batch_size=20, rng=0)
print(f"new points right: {accuracy(net, x_new, y_new):.0%}")
#> new points right: 98%
