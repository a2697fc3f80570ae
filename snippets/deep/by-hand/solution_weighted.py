import numpy as np

from backprop import Network, datasets, train

x, y = datasets.breast_cancer()
print("each malignant counts  benign from  missed  false alarms")
#> each malignant counts  benign from  missed  false alarms
for count, threshold in [(1, 0.5), (1, 0.9), (9, 0.5)]:
    missed = alarms = 0
    for seed in range(5):
        x_train, y_train, x_test, y_test = datasets.split(x, y, rng=seed)
        x_train, x_test = datasets.standardise(x_train, x_test)
        counts = np.where(y_train[0] == 0, count, 1)
        x_train, y_train = np.repeat(x_train, counts, 1), np.repeat(y_train, counts, 1)
        net = Network([30, 1], cost="cross_entropy", init="zeros")
        train(net, x_train, y_train, epochs=500, eta=0.3, batch_size=None)
        benign = net.feedforward(x_test) >= threshold
        missed += np.sum(benign & (y_test == 0))
        alarms += np.sum(~benign & (y_test == 1))
    print(f"{count:21}  {threshold:11}  {missed:6}  {alarms:12}")
    #>                     1          0.5       9             4
    #>                     1          0.9       4            40
    #>                     9          0.5       4            35
