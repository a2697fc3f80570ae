from backprop import Network, datasets

x, y, _, _ = datasets.split(*datasets.breast_cancer())
standard = datasets.standardise(x)
m = x.shape[1]


def costs(x, eta=0.3, init="he", error="cross_entropy"):
    net = Network([30, 20, 10, 5, 1], hidden="relu", cost="cross_entropy", init=init)
    back = Network([30, 20, 10, 5, 1], hidden="relu", cost=error)
    shown = []
    for step in range(501):
        cost = net.cost(x, y)
        if step in [0, 1, 100, 500]:
            shown.append(f"{cost:.4f}" if cost < 1000 else f"{cost:.0e}")
        if cost > 1000:
            break
        back.weights, back.biases = net.weights, net.biases
        nabla_b, nabla_w = back.backprop(x, y)
        net.weights = [w - eta * g for w, g in zip(net.weights, nabla_w, strict=True)]
        net.biases = [b - eta * g for b, g in zip(net.biases, nabla_b, strict=True)]
    return shown


print("after step       0      1    100    500")
#> after step       0      1    100    500
print("right      ", *costs(standard))
#> right       0.7324 0.6709 0.0296 0.0015
print(f"eta {0.3 * m:.1f}  ", *costs(standard, eta=0.3 * m))
#> eta 128.1   0.7324 8e+03
print("small      ", *costs(standard, init="small"))
#> small       0.6931 0.6889 0.6638 0.6638
print("slope left ", *costs(standard, error="quadratic"))
#> slope left  0.7324 0.7166 0.1214 0.0653
print("raw        ", *costs(x))
#> raw         36.3395 1e+08
