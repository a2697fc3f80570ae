from backprop import Network, check_gradient, worst_entry

from network import x, y
from wrong import Wrong

for kind in [Network, Wrong]:
    net = kind([2, 3, 1], rng=0)
    print(kind.__name__, check_gradient(net, x, y) < 1e-6)
    #> Network True
    #> Wrong False
entry = worst_entry(net, x, y)
print(entry.name, "into layer", entry.layer, "at", entry.index)
#> biases into layer 2 at (0, 0)
print(f"backprop {entry.backprop:.5f}, measured {entry.numerical:.5f}")
#> backprop 0.01441, measured 0.00253
