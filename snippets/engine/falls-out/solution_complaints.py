from backprop import Value


def ann(node):
    for parent, local in node.parents:
        parent.grad += local * node.grad
        ann(parent)


def only_once(node, done):
    for parent, local in node.parents:
        parent.grad += local * node.grad
        if parent not in done:
            done.add(parent)
            only_once(parent, done)


def dora(node):
    for parent, local in node.parents:
        parent.grad = local * node.grad
        dora(parent)


x = Value(3)
a = x * Value(2)
f = a * Value(5) + a  # a wire past the product
f.grad = 1
ann(f)
print("Ann: ", a.grad, "should be 6,", x.grad, "should be 12")
#> Ann:  6.0 should be 6, 22.0 should be 12

x = Value(3)
a = x * Value(2)
f = a * Value(5) + a
f.grad = 1
only_once(f, set())
print("if handed on only once:", a.grad, x.grad)
#> if handed on only once: 6.0 10.0

w = Value(4)
f = w * Value(5) + w * Value(3)
f.grad = 1
dora(f)
print("Dora:", w.grad, "should be 8")
#> Dora: 3.0 should be 8

w = Value(4)
for _ in range(2):
    f = w * Value(5)
    f.backward()
    print("Ben: ", w.grad, "should be 5")
    #> Ben:  5.0 should be 5
    #> Ben:  10.0 should be 5
