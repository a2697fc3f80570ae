import numpy as np

A = np.ones((2, 3))
B = np.ones((2, 3))
try:
    A @ B
except ValueError as error:
    print(type(error).__name__)
    #> ValueError

row = np.array([[1, 2, 3]])
column = np.array([[10], [20]])
print((row * column).tolist())  # no error, but no Hadamard product either
#> [[10, 20, 30], [20, 40, 60]]
