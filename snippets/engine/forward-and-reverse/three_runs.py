from dual import Dual


def circuit(a, b, c):
    return ((a + b) * c).sigmoid()


by_a = circuit(Dual(1, 1), Dual(-2), Dual(-3))
by_b = circuit(Dual(1), Dual(-2, 1), Dual(-3))
by_c = circuit(Dual(1), Dual(-2), Dual(-3, 1))
for f in [by_a, by_b, by_c]:
    print(f"value {f.data:.7f}, companion {f.dot:.7f}")
    #> value 0.9525741, companion -0.1355300
    #> value 0.9525741, companion -0.1355300
    #> value 0.9525741, companion -0.0451767
