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
        print(f"{gate.__name__:8}  {row}  {round(change / h, 6):10g}")
        #> add         4.01    1.01    0.01           1
        #> add        -2.99    1.01    0.01           1
        #> multiply    4.01  -12.03   -0.03          -3
        #> multiply   -2.99  -11.96    0.04           4
