from dual import Dual

from backprop import Value


def outputs(u, v):
    return [u * v, u + v, u * u]


print("forward, u moves:", [out.dot for out in outputs(Dual(2, 1), Dual(3))])
#> forward, u moves: [3, 1, 4]
print("forward, v moves:", [out.dot for out in outputs(Dual(2), Dual(3, 1))])
#> forward, v moves: [2, 1, 0]
for k in range(3):
    u, v = Value(2), Value(3)
    outputs(u, v)[k].backward()
    print(f"back from output {k + 1}: [{u.grad:.0f}, {v.grad:.0f}]")
    #> back from output 1: [3, 2]
    #> back from output 2: [1, 1]
    #> back from output 3: [4, 0]
