from backprop import add, multiply

a, b = 4, -3
h = 0.01

print("gate      nudged  before   after  change / h")
#> gate      nudged  before   after  change / h
for gate in [add, multiply]:
    before = gate(a, b)
    for name, after in [("a", gate(a + h, b)), ("b", gate(a, b + h))]:
        ratio = (after - before) / h
        row = f"{before:6.2f}  {after:6.2f}  {ratio:10.2f}"
        print(f"{gate.__name__:8}  {name:6}  {row}")
        #> add       a         1.00    1.01        1.00
        #> add       b         1.00    1.01        1.00
        #> multiply  a       -12.00  -12.03       -3.00
        #> multiply  b       -12.00  -11.96        4.00
