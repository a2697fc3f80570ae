from backprop import Value

from recursive import in_order

y = Value(1)
for _ in range(100_000):
    y = -y
try:
    in_order(y)
except RecursionError as error:
    print(type(error).__name__)
    #> RecursionError
