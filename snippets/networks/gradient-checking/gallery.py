import numpy as np

from seven import Wrong, measured

rng = np.random.default_rng(0)
net = Wrong([3, 3, 3, 3], rng=1)
x, y = rng.normal(size=(3, 4)), rng.integers(0, 2, size=(3, 4))
right = measured(net, x, y)

bugs = ["none", "BP1 without slope", "BP2 without slope", "no transpose"]
bugs += ["a for z", "delta of next layer", "a of same layer", "no 1/m"]
print("                     W2    W3    W4    b")
#>                      W2    W3    W4    b
for bug in bugs:
    net.bug = bug
    nabla_b, nabla_w = net.backprop(x, y)
    errors = [
        np.max(np.abs(a - b) / np.maximum(np.abs(a), np.abs(b)))
        for a, b in zip(nabla_w + nabla_b, right, strict=True)
    ]
    errors = [*errors[:3], max(errors[3:])]
    shown = ["  ok" if error < 1e-6 else f"{error:.2f}" for error in errors]
    print(f"{bug:19}", "  ".join(shown))
    #> none                  ok    ok    ok    ok
    #> BP1 without slope   0.76  0.76  0.79  0.79
    #> BP2 without slope   1.03  0.86    ok  1.23
    #> no transpose        1.52  1.32    ok  1.17
    #> a for z             1.33  0.62  0.07  1.70
    #> delta of next layer 1.67  1.96    ok  1.67
    #> a of same layer     1.29  1.26  0.79    ok
    #> no 1/m              0.75  0.75  0.75  0.75
