from backprop import Tensor, Value

from digits import net, x, y


def length(output):
    found = {output}
    todo = [output]
    for node in todo:  # the list grows while the loop runs
        new = {parent for parent, _ in node.parents} - found
        found |= new
        todo += new
    return len([node for node in found if node.parents])


def one_image(pixels, digit):
    values = [float(pixel) for pixel in pixels]
    for W, b in zip(net.weights, net.biases, strict=True):
        sums = [
            sum((Value(w) * v for w, v in zip(row, values, strict=True)), Value(c))
            for row, c in zip(W, b[:, 0], strict=True)
        ]
        values = [z.sigmoid() for z in sums]
    lamps = [z.exp() for z in sums]
    return -(lamps[digit] / sum(lamps)).log()


# --8<-- [start:arrays]
def all_images(x, y):
    W2, W3 = (Tensor(w) for w in net.weights)
    b2, b3 = (Tensor(b) for b in net.biases)
    a2 = (W2 @ x + b2).sigmoid()
    z3 = W3 @ a2 + b3
    return z3.softmax_cross_entropy(y).mean()


# --8<-- [end:arrays]


# --8<-- [start:shown]
value = one_image(x[:, 0], y[:, 0].argmax())
print(f"Value:  {length(value):,} operations for one image")
#> Value:  4,791 operations for one image
tensor = all_images(x, y)
knobs = sum(array.size for array in net.weights + net.biases)
print(f"Tensor: {length(tensor)} operations for {x.shape[1]:,} images")
#> Tensor: 7 operations for 1,348 images
print(f"{knobs:,} weights and biases in both")
#> 2,410 weights and biases in both
# --8<-- [end:shown]
