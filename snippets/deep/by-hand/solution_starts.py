from backprop import Network, accuracy, datasets, train

x, y = datasets.breast_cancer()
settings = {"hidden": "relu", "cost": "cross_entropy", "init": "he"}
for seed in range(5):
    x_train, y_train, x_test, y_test = datasets.split(x, y, rng=seed)
    x_train, x_test = datasets.standardise(x_train, x_test)
    scores = []
    for start in range(3):
        net = Network([30, 20, 10, 5, 1], rng=start, **settings)
        train(net, x_train, y_train, epochs=500, eta=0.3, batch_size=None)
        scores.append(accuracy(net, x_test, y_test))
    print(f"split {seed}:", *(f"{score:.3f}" for score in sorted(scores)))
    #> split 0: 0.965 0.972 0.972
    #> split 1: 0.958 0.965 0.972
    #> split 2: 0.951 0.993 1.000
    #> split 3: 0.972 0.972 0.979
    #> split 4: 0.958 0.979 0.986
