import numpy as np

from backprop import sigmoid

x = np.array([[1.6, 0.9, -0.4, -1.2], [-0.5, -1.2, 0.9, 1.4]])
y = np.array([[1, 1, 0, 0]])
w, b = np.array([[0.5, 0.5]]), 0.0

for copies in [1, 10, 1000]:
    many_x, many_y = np.tile(x, copies), np.tile(y, copies)
    delta = sigmoid(w @ many_x + b) - many_y
    total = delta @ many_x.T
    mean = total / many_x.shape[1]
    print(f"m = {many_x.shape[1]:4}  sum {total.round(2)}  mean {mean.round(4)}")
    #> m =    4  sum [[-1.92  2.07]]  mean [[-0.481   0.5172]]
    #> m =   40  sum [[-19.24  20.69]]  mean [[-0.481   0.5172]]
    #> m = 4000  sum [[-1923.92  2068.78]]  mean [[-0.481   0.5172]]
