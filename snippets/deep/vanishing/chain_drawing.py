import matplotlib.pyplot as plt

from backprop import sigmoid, sigmoid_prime
from bookdraw import Layers, live, shown

x = 1.0
weights = {"W2": 1.5, "W3": -2, "W4": 1, "W5": 2.5}
biases = {"b2": 0, "b3": 1, "b4": 0, "b5": -1}

network = Layers([1, 1, 1, 1, 1], column=1.1, numbers_at=0.5)
network.units(1, inside=["x"], above=[shown(x)], names=("x",))
values, needs = {}, {}
a, product = x, 1.0
for layer, w, b in zip(range(2, 6), weights.values(), biases.values(), strict=True):
    z = w * a + b
    a, factor = sigmoid(z), w * sigmoid_prime(z)
    product *= factor
    network.units(
        layer,
        inside=[f"a_{layer}"],
        above=[shown(a)],
        below=[shown(factor)],
        beneath=[shown(product)],
        names=(f"a{layer}", f"factor{layer}", f"product{layer}"),
    )
    network.wires(layer, [[shown(w)]], name=f"W{layer}")
    values |= {
        f"a{layer}": [a],
        f"factor{layer}": [factor],
        f"product{layer}": [product],
    }
    before = "x" if layer == 2 else f"a{layer - 1}"
    needs[f"a{layer}.j"] = [f"W{layer}", before]
    needs[f"factor{layer}.j"] = [f"W{layer}", f"a{layer}"]
    needs[f"product{layer}.j"] = [f"factor{number}" for number in range(2, layer + 1)]

far = (-8, 8, 0.1)
live(
    network.draw(),
    "chain",
    {"x": [x]} | {name: [[w]] for name, w in weights.items()},
    values=values,
    ranges=dict.fromkeys(weights, far),
    latex={"x": "x"} | {name: f"w_{name[1]}" for name in weights},
    needs=needs,
    data=biases,
)
plt.show()
