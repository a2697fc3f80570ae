import numpy as np

from backprop import sigmoid, softmax

for u, v in [(2.0, 1.0), (0.0, -3.0), (-1.0, 4.0)]:
    a = softmax(np.array([u, v]))
    print(f"softmax {a.round(4)}, sigmoid(u - v) {sigmoid(u - v):.4f}")
    #> softmax [0.7311 0.2689], sigmoid(u - v) 0.7311
    #> softmax [0.9526 0.0474], sigmoid(u - v) 0.9526
    #> softmax [0.0067 0.9933], sigmoid(u - v) 0.0067
