import numpy as np

W = np.array([[1, 2], [3, 4], [5, 6]])
x = np.array([[10], [1]])
print(W.shape, W.T.shape, W.size)
#> (3, 2) (2, 3) 6
print((2 * W).tolist(), np.abs(-W)[0])
#> [[2, 4], [6, 8], [10, 12]] [1 2]
print((W @ x).tolist())
#> [[12], [34], [56]]
print((W * W).tolist())
#> [[1, 4], [9, 16], [25, 36]]
print((W @ x).ravel(), x.item(0))
#> [12 34 56] 10

print(W[0], W[:, 0], W[1, 0])
#> [1 2] [1 3 5] 3
print(W[:, [0]].tolist())
#> [[1], [3], [5]]
print(W[:2, 1:].tolist())
#> [[2], [4]]
print(W.reshape(2, 3).tolist(), W.reshape(2, -1).shape)
#> [[1, 2, 3], [4, 5, 6]] (2, 3)

W[0] -= 1
print(W[0], np.zeros((1, 3)), np.eye(2).tolist())
#> [0 1] [[0. 0. 0.]] [[1.0, 0.0], [0.0, 1.0]]
print(np.arange(3), np.linspace(0, 1, 5))
#> [0 1 2] [0.   0.25 0.5  0.75 1.  ]
print(np.hstack([W, W]).tolist())
#> [[0, 1, 0, 1], [3, 4, 3, 4], [5, 6, 5, 6]]
