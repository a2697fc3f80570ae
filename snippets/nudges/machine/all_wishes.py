import numpy as np

from backprop import Value

from network import net, six, wanted

weights = [[[Value(w) for w in row] for row in W] for W in net.weights]
biases = [[Value(b) for b in column[:, 0]] for column in net.biases]


def sums(layer, values):
    found = []
    for row, z in zip(weights[layer], biases[layer], strict=True):
        for w, value in zip(row, values, strict=True):
            z = z + w * value
        found.append(z)
    return found


# --8<-- [start:shown]
hidden = [z.sigmoid() for z in sums(0, six[:, 0])]
lamps = [z.exp() for z in sums(1, hidden)]
share = lamps[6] / sum(lamps)
cost = -share.log()
cost.backward()
print(f"share of the 6: {share.data:.2f}")
#> share of the 6: 0.01
knobs = [w for W in weights for row in W for w in row]
knobs += [b for column in biases for b in column]
print(f"{len(knobs):,} wishes")
#> 2,410 wishes
nabla_b, nabla_w = net.backprop(six, wanted)
expected = np.concatenate([array.ravel() for array in nabla_w + nabla_b])
same = np.allclose([knob.grad for knob in knobs], expected, rtol=1e-9, atol=1e-12)
print("the wishes of the first page:", same)
#> the wishes of the first page: True
print("neuron  arrives  slope  gradient of its sum")
#> neuron  arrives  slope  gradient of its sum
for n in [29, 14, 13]:
    slope = hidden[n].data * (1 - hidden[n].data)
    print(f"{n:6}  {hidden[n].grad:7.2f}  {slope:.3f}  {biases[0][n].grad:19.3f}")
    #>     29    -3.44  0.230               -0.790
    #>     14     2.90  0.248                0.718
    #>     13    -0.67  0.020               -0.013
# --8<-- [end:shown]
