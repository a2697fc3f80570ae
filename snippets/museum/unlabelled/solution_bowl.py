import numpy as np

from backprop import numerical_gradient

u = np.array([1.0, 1])
for rows in ([[1, 2], [0, 3]], [[1, 2], [2, 3]], [[0, 1], [-1, 0]]):
    A = np.array(rows)
    measured = numerical_gradient(lambda u, rows=A: u @ rows @ u, u).round(2) + 0.0
    print(f"measured {measured}, twice the product {2 * A @ u}")
    #> measured [4. 8.], twice the product [6. 6.]
    #> measured [ 6. 10.], twice the product [ 6. 10.]
    #> measured [0. 0.], twice the product [ 2. -2.]
