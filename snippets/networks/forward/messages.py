import textwrap

import numpy as np

from backprop import sigmoid

from network import W2, W3, b2, x

try:
    print(W2 @ x + np.array([-1.0, 1, -1]))
except ValueError as error:
    print(str(error).strip())
    #> operands could not be broadcast together with shapes (3,4) (3,)

try:
    print(W3.T @ sigmoid(W2 @ x + b2))
except ValueError as error:
    for line in textwrap.wrap(str(error), 70):
        print(line)
        #> matmul: Input operand 1 has a mismatch in its core dimension 0, with
        #> gufunc signature (n?,k),(k,m?)->(n?,m?) (size 3 is different from 1)
