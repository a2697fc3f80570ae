from backprop import Value

from diamond import diamond


def replace(node):
    for parent, local in node.parents:
        parent.grad = local * node.grad
        replace(parent)


def pile_up(node):
    for parent, local in node.parents:
        parent.grad += local * node.grad
        pile_up(parent)


def only_once(node, done):
    for parent, local in node.parents:
        parent.grad += local * node.grad
        if parent not in done:
            done.add(parent)
            only_once(parent, done)


def try_out(way, *more):
    u = Value(1)
    v = diamond(u)
    f = diamond(v)
    f.grad = 1
    way(f, *more)
    print(f"{way.__name__:9}  v {v.grad:6.0f}  u {u.grad:6.0f}")
    #> replace    v     12  u     24
    #> pile_up    v     28  u    480
    #> only_once  v     28  u    128
    #> backward   v     28  u    224


try_out(replace)
try_out(pile_up)
try_out(only_once, set())
try_out(Value.backward)
