from itertools import pairwise

for sizes in [[2, 3, 1], [2, 4, 4, 3], [784, 30, 10]]:
    layers = list(pairwise(sizes))
    forward = sum(n_before * n for n_before, n in layers)
    outer_products = sum(n_before * n for n_before, n in layers)
    carried_back = sum(n_before * n for n_before, n in layers[1:])
    backward = outer_products + carried_back
    measured = 2 * (forward + sum(sizes[1:])) * forward
    print(sizes, "forward", forward, "back", backward, "measured", measured)
    #> [2, 3, 1] forward 9 back 12 measured 234
    #> [2, 4, 4, 3] forward 36 back 64 measured 3384
    #> [784, 30, 10] forward 23820 back 24120 measured 1136690400
