from backprop import Network, accuracy, datasets, train

x, y = datasets.breast_cancer()
x_train, y_train, x_test, y_test = datasets.split(x, y)
x_train, x_test = datasets.standardise(x_train, x_test)
m = x_train.shape[1]
for eta in [0.3, 0.3 * m]:
    net = Network([30, 20, 10, 5, 1], hidden="relu", cost="cross_entropy", init="he")
    history = train(net, x_train, y_train, epochs=500, eta=eta, batch_size=None)
    costs = [f"{c:.1g}" for c in history.cost[:3]]
    print(f"eta {eta:5.1f}:", *costs, f"right {accuracy(net, x_test, y_test):.3f}")
    #> eta   0.3: 0.7 0.7 0.6 right 0.972
    #> eta 128.1: 0.7 8e+03 7e+09 right 0.648
