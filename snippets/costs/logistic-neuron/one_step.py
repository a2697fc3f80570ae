import numpy as np

from backprop import sigmoid

w = np.array([[0.5, -1.0, 2.0]])
b = np.array([[1.5]])
x = np.array([[1.0], [2.0], [0.5]])
y, eta = 1, 0.1

for _ in range(3):
    a = sigmoid(w @ x + b)
    print(f"a = {a.item():.4f}, cost {-np.log(a).item():.4f}")
    #> a = 0.7311, cost 0.3133
    #> a = 0.7628, cost 0.2708
    #> a = 0.7886, cost 0.2375
    delta = a - y
    w = w - eta * delta @ x.T
    b = b - eta * delta
