import numpy as np

from backprop import numerical_gradient


def weights(length, direction):
    return length * direction / np.linalg.norm(direction)


delta = np.array([1, 2, -2])  # what arrives at the weights
length, direction = np.array(3), np.array([2, -1, 2])
of_length = numerical_gradient(lambda g: delta @ weights(g, direction), length)
of_direction = numerical_gradient(lambda v: delta @ weights(length, v), direction)
print(f"length {of_length:.4f}, squares of the others {(of_direction**2).sum():.4f}")
#> length -1.3333, squares of the others 7.2222
