def move(a, b, step=1):
    return a + step, b - step


def twice(f, x):
    return f(f(x))


a, b = move(4, -3)
print(a, b)
#> 5 -4
inputs = [4, -3]
print(move(*inputs), move(4, -3, step=2))
#> (5, -4) (6, -5)
print(twice(lambda x: x**2, 3))
#> 81

uses = {"u": 2}
uses["v"] = 1
for name, _ in uses.items():
    print(name, uses[name])
    #> u 2
    #> v 1
try:
    print(1 / 0)
except ZeroDivisionError as error:
    print("no:", error)
    #> no: division by zero
assert uses["v"] == 1
