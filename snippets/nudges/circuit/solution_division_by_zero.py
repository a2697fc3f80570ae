def g(x):
    return 5


def q(u):
    return u * u


x, h = 2, 0.1
change_u = g(x + h) - g(x)
change_v = q(g(x + h)) - q(g(x))
print(change_u, change_v)
#> 0 0

try:
    print(change_v / change_u)
except ZeroDivisionError:
    print("the first quotient does not exist")
    #> the first quotient does not exist
