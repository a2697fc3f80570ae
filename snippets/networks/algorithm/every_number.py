import numpy as np

from backprop import sigmoid, sigmoid_prime

W2 = np.array([[1, -0.5], [-1, 1], [0.5, 1]])
b2 = np.array([[-1.0], [1], [-1]])
W3 = np.array([[2.0, -1, 1]])
b3 = np.array([[0.5]])
x, y = np.array([[1.0], [2]]), np.array([[0]])


def show(name, matrix):
    print(f"{name:9}", matrix.round(4).tolist())
    #> z2        [[-1.0], [2.0], [1.5]]
    #> a2        [[0.2689], [0.8808], [0.8176]]
    #> z3        [[0.9747]]
    #> a3        [[0.726]]
    #> cost      [[0.2636]]
    #> a3 - y    [[0.726]]
    #> slope3    [[0.1989]]
    #> delta3    [[0.1444]]
    #> W3.T d3   [[0.2888], [-0.1444], [0.1444]]
    #> slope2    [[0.1966], [0.105], [0.1491]]
    #> delta2    [[0.0568], [-0.0152], [0.0215]]
    #> dC/db3    [[0.1444]]
    #> dC/dW3    [[0.0388, 0.1272, 0.1181]]
    #> dC/db2    [[0.0568], [-0.0152], [0.0215]]
    #> dC/dW2    [[0.0568, 0.1136], [-0.0152, -0.0303], [0.0215, 0.0431]]


z2 = W2 @ x + b2
a2 = sigmoid(z2)
z3 = W3 @ a2 + b3
a3 = sigmoid(z3)
show("z2", z2)
show("a2", a2)
show("z3", z3)
show("a3", a3)
show("cost", (a3 - y) ** 2 / 2)

show("a3 - y", a3 - y)
show("slope3", sigmoid_prime(z3))
delta3 = (a3 - y) * sigmoid_prime(z3)
show("delta3", delta3)

show("W3.T d3", W3.T @ delta3)
show("slope2", sigmoid_prime(z2))
delta2 = (W3.T @ delta3) * sigmoid_prime(z2)
show("delta2", delta2)

show("dC/db3", delta3)
show("dC/dW3", delta3 @ a2.T)
show("dC/db2", delta2)
show("dC/dW2", delta2 @ x.T)
