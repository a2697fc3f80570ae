from walks import backward, forward

from network import X, Y, net

W = dict(enumerate(net.weights, start=2))  # W[2], W[3], W[4]
b = dict(enumerate(net.biases, start=2))
Z, A = forward(W, b, X)
dW, db = backward(W, Z, A, Y)
print([dW[n].shape for n in W], [db[n].shape for n in b])
#> [(4, 3), (2, 4), (1, 2)] [(4, 1), (2, 1), (1, 1)]
print(f"dW2, second row, first column: {dW[2][1, 0]:.5f}")
#> dW2, second row, first column: 0.08663
