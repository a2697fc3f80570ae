from backprop import Value

a, b, c = Value(1), Value(-2), Value(-3)
node = ((a + b) * c).sigmoid()
while node.parents:
    noted = [f"{local:.4f}" for _, local in node.parents]
    print(f"{node.operation:7}", *noted)
    #> sigmoid 0.0452
    #> *       -3.0000 -1.0000
    #> +       1.0000 1.0000
    node = node.parents[0][0]
