from backprop import add, multiply

a, b = 4, -3
h = 0.01


def row(gate, new_a, new_b):
    output = gate(new_a, new_b)
    change = output - gate(a, b)
    factor = round(change / h, 6)
    return f"{new_a:4g}  {new_b:5g}  {output:6.2f}  {change:6.2f}  {factor:6g}"


print("   a      b  output  change  change / h")
#>    a      b  output  change  change / h
print(row(add, a + h, b))
#> 4.01     -3    1.01    0.01       1
print(row(add, a, b + h))
#>    4  -2.99    1.01    0.01       1
print(row(multiply, a + h, b))
#> 4.01     -3  -12.03   -0.03      -3
print(row(multiply, a, b + h))
#>    4  -2.99  -11.96    0.04       4
