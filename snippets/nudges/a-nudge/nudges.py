from backprop import add, multiply

a, b = 4, -3
h = 0.01

print("gate      nudged  output  change  change / h")
#> gate      nudged  output  change  change / h
for gate in [add, multiply]:
    before = gate(a, b)
    for nudged, after in [(a + h, gate(a + h, b)), (b + h, gate(a, b + h))]:
        change = after - before
        row = f"{nudged:6.2f}  {after:6.2f}  {change:6.2f}"
        print(f"{gate.__name__:8}  {row}  {change / h:10.2f}")
        #> add         4.01    1.01    0.01        1.00
        #> add        -2.99    1.01    0.01        1.00
        #> multiply    4.01  -12.03   -0.03       -3.00
        #> multiply   -2.99  -11.96    0.04        4.00
