from dual import Dual

a, b, c = Dual(1, 1), Dual(-2), Dual(-3)
d = a + b
e = d * c
f = e.sigmoid()
print("wire    value     dot")
#> wire    value     dot
for name, wire in [("d", d), ("e", e), ("f", f)]:
    print(f"{name:4}  {wire.data:7.4f} {wire.dot:7.4f}")
    #> d     -1.0000  1.0000
    #> e      3.0000 -3.0000
    #> f      0.9526 -0.1355
