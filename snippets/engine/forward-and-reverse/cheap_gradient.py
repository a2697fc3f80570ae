from itertools import pairwise


def multiplications(sizes):
    """How many there are forward, and on the way back."""
    products = [n * before for before, n in pairwise(sizes)]
    gradients = sum(products)  # delta a^T, in every layer
    errors = sum(products[1:])  # W^T delta, in all but the first
    return sum(products), gradients + errors


networks = {
    "a 6": [64, 32, 10],
    "three": [64, 64, 64, 10],
    "eleven": [64] + 10 * [1000] + [10],
}
print("         knobs  forward  with back")
#>          knobs  forward  with back
for name, sizes in networks.items():
    knobs = sum(n * (before + 1) for before, n in pairwise(sizes))
    forward, back = multiplications(sizes)
    both = forward + back
    print(f"{name:7}{knobs:7} {forward:8} {both:9} {both / forward:.2f}")
    #> a 6       2410     2368      5056 2.14
    #> three     8970     8832     22400 2.54
    #> eleven 9084010  9074000  27158000 2.99
