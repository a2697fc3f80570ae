from gates import Value

a, b, c = Value(1), Value(-2), Value(-3)
d = a + b
e = d * c
f = e.sigmoid()

names = {a: "a", b: "b", c: "c", d: "d", e: "e", f: "f"}
for node in [d, e, f]:
    notes = [f"{local:.4f} for {names[parent]}" for parent, local in node.parents]
    print(f"{names[node]}:", ", ".join(notes))
    #> d: 1.0000 for a, 1.0000 for b
    #> e: -3.0000 for d, -1.0000 for c
    #> f: 0.0452 for e
