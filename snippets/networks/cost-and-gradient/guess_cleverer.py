import numpy as np

W2, W3 = np.ones((30, 784)), np.ones((10, 30))
changed = W2[:1, :1]  # the one wire that has been nudged
behind = W3[:, :1]  # the wires from the unit at its end

print(f"answer {changed.size + behind.size}")
#> answer 11
print(f"own_wire {changed.size}")
#> own_wire 1
print(f"only_behind {behind.size}")
#> only_behind 10
print(f"whole_layer {changed.size + W3.size}")
#> whole_layer 301
print(f"whole_pass {W2.size + W3.size}")
#> whole_pass 23820
