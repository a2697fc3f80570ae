from dataclasses import dataclass

import numpy as np

from backprop import relu, relu_prime


@dataclass
class Block:
    """a = x + V relu(U x + b) + c."""

    U: np.ndarray
    b: np.ndarray
    V: np.ndarray
    c: np.ndarray

    def forward(self, x):
        self.x, self.z = x, self.U @ x + self.b
        return x + self.V @ relu(self.z) + self.c

    # --8<-- [start:shown]
    def backward(self, back):
        """From what arrives at a, return what arrives at x."""
        error = (self.V.T @ back) * relu_prime(self.z)
        self.nabla_V, self.nabla_c = back @ relu(self.z).T, back.sum(1, keepdims=True)
        self.nabla_U, self.nabla_b = error @ self.x.T, error.sum(1, keepdims=True)
        return back + self.U.T @ error


if __name__ == "__main__":
    block = Block(
        np.array([[1, -1], [2, 1]]),
        np.array([[0], [-1]]),
        np.array([[1, 2], [0, -1]]),
        np.array([[0.5], [0]]),
    )
    a = block.forward(np.array([[1], [2]]))
    print("z", block.z.ravel(), " V relu(z)", (block.V @ relu(block.z)).ravel())
    #> z [-1  3]  V relu(z) [ 6. -3.]
    print("a", a.ravel())
    #> a [ 7.5 -1. ]
    print("back", block.backward(np.array([[1], [1]])).ravel())
    #> back [3. 2.]
# --8<-- [end:shown]
