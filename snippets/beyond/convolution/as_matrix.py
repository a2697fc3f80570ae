import numpy as np

x = np.array([2, 2, 7, 7, 3])
W = np.zeros((4, 5))
for i in range(4):
    W[i, i : i + 2] = [-1, 1]

if __name__ == "__main__":
    for row in W:
        print(row)
        #> [-1.  1.  0.  0.  0.]
        #> [ 0. -1.  1.  0.  0.]
        #> [ 0.  0. -1.  1.  0.]
        #> [ 0.  0.  0. -1.  1.]
    print(W @ x)
    #> [ 0.  5.  0. -4.]
