from dual import Dual

from backprop import Value


def picture(u, v, w):
    return [u * v, v * w, u + w, w * u, w * w]


dials = 2, 3, 5
columns = []
for moved in range(3):
    companions = [Dual(value, int(k == moved)) for k, value in enumerate(dials)]
    columns.append([dot.dot for dot in picture(*companions)])
print(f"{len(columns)} runs forward, a column each: {columns}")
#> 3 runs forward, a column each: [[3, 0, 1, 5, 0], [2, 5, 0, 0, 0], [0, 3, 1, 2, 10]]

rows = []
for k in range(5):
    values = [Value(value) for value in dials]
    picture(*values)[k].backward()
    rows.append([int(value.grad) for value in values])
print(f"{len(rows)} walks back, a row each")
#> 5 walks back, a row each
print(columns == [list(column) for column in zip(*rows, strict=True)])
#> True

values = [Value(value) for value in dials]
sum(picture(*values)).backward()
print("rating, one walk back:", [int(value.grad) for value in values])
#> rating, one walk back: [9, 7, 16]
