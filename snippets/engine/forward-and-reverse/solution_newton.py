import numpy as np
from dual import Dual

from backprop import Value


def f(u, v):
    return u * u * u * u + u * v + v * v + v


def gradient_and_column(point, du, dv):
    u, v = Value(point[0]), Value(point[1])
    out = f(Dual(u, du), Dual(v, dv))
    out.dot.backward()
    column = [u.grad, v.grad]
    out.dot.zero_grad()
    out.data.backward()
    return [u.grad, v.grad], column


point = np.array([1.0, 1.0])
for step in range(6):
    gradient, first = gradient_and_column(point, 1, 0)
    _, second = gradient_and_column(point, 0, 1)
    steepest = np.abs(gradient).max()
    print(f"{step}  {point[0]:7.4f}  {point[1]:7.4f}  slope {steepest:.6f}")
    #> 0   1.0000   1.0000  slope 5.000000
    #> 1   0.7391  -0.8696  slope 0.745623
    #> 2   0.6160  -0.8080  slope 0.126997
    #> 3   0.5847  -0.7923  slope 0.007133
    #> 4   0.5827  -0.7913  slope 0.000027
    #> 5   0.5827  -0.7913  slope 0.000000
    hessian = np.array([first, second]).T
    point = point - np.linalg.solve(hessian, gradient)
print("symmetric:", np.allclose(hessian, hessian.T))
#> symmetric: True
print("eigenvalues above 0:", np.linalg.eigvalsh(hessian) > 0)
#> eigenvalues above 0: [ True  True]
