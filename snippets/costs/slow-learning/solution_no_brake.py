import numpy as np

from backprop import numerical_gradient, sigmoid


def another_cost(z):
    a = sigmoid(z)
    return -a - np.log(1 - a)


for z in [0, 4, 8]:
    measured = numerical_gradient(another_cost, z)
    squared = sigmoid(z) ** 2
    print(f"output {sigmoid(z):.4f}, its square {squared:.4f}, error {measured:.4f}")
    #> output 0.5000, its square 0.2500, error 0.2500
    #> output 0.9820, its square 0.9644, error 0.9644
    #> output 0.9997, its square 0.9993, error 0.9993
