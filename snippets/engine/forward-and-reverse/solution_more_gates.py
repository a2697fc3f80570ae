import cmath
import math

from dual import Dual


def exp(u):
    e = math.exp(u.data)
    return Dual(e, e * u.dot)


def divide(u, v):
    quotient = u.data / v.data
    return Dual(quotient, (u.dot - quotient * v.dot) / v.data)


def by_dual(x):
    u = Dual(x, 1)
    return divide(exp(u), u * u + Dual(1)).dot


def by_complex_step(x):
    z = x + 1e-30j
    return (cmath.exp(z) / (z * z + 1)).imag / 1e-30


for x in [-1.5, 0.0, 2.0]:
    print(f"x = {x:4}: {by_dual(x):.6f} {by_complex_step(x):.6f}")
    #> x = -1.5: 0.132030 0.132030
    #> x =  0.0: 1.000000 1.000000
    #> x =  2.0: 0.295562 0.295562
