from itertools import pairwise


def multiplications(sizes):
    """How many there are forward, and on the way back."""
    products = [n * before for before, n in pairwise(sizes)]
    gradients = sum(products)  # delta a^T, in every layer
    errors = sum(products[1:])  # W^T delta, in all but the first
    return sum(products), gradients + errors


networks = {
    "read a 6": [64, 32, 10],
    "3 layers": [64, 64, 64, 10],
    "11 wide": [64] + 10 * [1000] + [10],
}
print("            knobs   forward   and back  ratio")
#>             knobs   forward   and back  ratio
for name, sizes in networks.items():
    knobs = sum(n * (before + 1) for before, n in pairwise(sizes))
    forward, back = multiplications(sizes)
    both = forward + back
    print(f"{name:8}  {knobs:7}  {forward:8}  {both:9}  {both / forward:.2f}")
    #> read a 6     2410      2368       5056  2.14
    #> 3 layers     8970      8832      22400  2.54
    #> 11 wide   9084010   9074000   27158000  2.99
