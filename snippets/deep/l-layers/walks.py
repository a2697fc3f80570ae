from backprop import sigmoid, tanh, tanh_prime


def forward(W, b, X):
    Z, A, L = {}, {1: X}, max(W)
    for n in range(2, L + 1):
        Z[n] = W[n] @ A[n - 1] + b[n]
        A[n] = sigmoid(Z[n]) if n == L else tanh(Z[n])
    return Z, A


def backward(W, Z, A, Y):
    dW, db, L = {}, {}, max(W)
    dZ = (A[L] - Y) / Y.shape[1]
    for n in range(L, 1, -1):
        dW[n] = dZ @ A[n - 1].T
        db[n] = dZ.sum(axis=1, keepdims=True)
        if n > 2:
            dZ = (W[n].T @ dZ) * tanh_prime(Z[n - 1])
    return dW, db
