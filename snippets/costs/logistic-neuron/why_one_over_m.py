import numpy as np

from backprop import sigmoid

X = np.array([[1.6, 0.9, -0.4, -1.2], [-0.5, -1.2, 0.9, 1.4]])
Y = np.array([[1, 1, 0, 0]])
w, b = np.array([[0.5, 0.5]]), 0.0

for copies in [1, 10, 1000]:
    inputs, labels = np.tile(X, copies), np.tile(Y, copies)
    delta = sigmoid(w @ inputs + b) - labels
    m = inputs.shape[1]
    total = delta @ inputs.T
    mean = (total / m).round(4)
    print(m, "samples: sum", total.round(2), "mean", mean)
    #> 4 samples: sum [[-1.92  2.07]] mean [[-0.481   0.5172]]
    #> 40 samples: sum [[-19.24  20.69]] mean [[-0.481   0.5172]]
    #> 4000 samples: sum [[-1923.92  2068.78]] mean [[-0.481   0.5172]]
