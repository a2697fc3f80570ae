from backprop import Network, accuracy, datasets, train

x, y = datasets.breast_cancer()
settings = {"hidden": "relu", "cost": "cross_entropy", "init": "he"}
for eta in [0.3, 0.0001]:
    scores = []
    for seed in range(5):
        x_train, y_train, x_test, y_test = datasets.split(x, y, rng=seed)
        net = Network([30, 20, 10, 5, 1], rng=seed, **settings)
        train(net, x_train, y_train, epochs=500, eta=eta, batch_size=None)
        scores.append(accuracy(net, x_test, y_test))
    print(f"{eta:6}", *(f"{score:.3f}" for score in scores))
    #>    0.3 0.648 0.606 0.620 0.606 0.634
    #> 0.0001 0.908 0.824 0.908 0.873 0.845
