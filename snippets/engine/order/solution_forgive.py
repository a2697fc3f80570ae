from backprop import Value


def walk(node, way, done):
    for parent, local in node.parents:
        share = local * node.grad
        parent.grad = share if way == "replace" else parent.grad + share
        if way != "only once" or parent not in done:
            done.add(parent)
            walk(parent, way, done)


def chain(x):
    return (3 * x).tanh()


def input_twice(x):
    return x * x + 2 * x


def computed_twice(x):
    y = 3 * x
    return y * y + y


for circuit in chain, input_twice, computed_twice:
    x = Value(0.5)
    circuit(x).backward()
    for way in "replace", "pile up", "only once":
        u = Value(0.5)
        f = circuit(u)
        f.grad = 1
        walk(f, way, set())
        verdict = "right" if abs(u.grad - x.grad) < 1e-9 else "wrong"
        print(f"{circuit.__name__:14}  {way:9}  {verdict}")
        #> chain           replace    right
        #> chain           pile up    right
        #> chain           only once  right
        #> input_twice     replace    wrong
        #> input_twice     pile up    right
        #> input_twice     only once  right
        #> computed_twice  replace    wrong
        #> computed_twice  pile up    wrong
        #> computed_twice  only once  wrong
