import numpy as np
from one_query import keys, look, query, values

from backprop import softmax

h = 1e-6


def measured(query_step, key_step, value_step):
    """The change of the result for a change of h along these steps, divided by h."""
    ahead, back = (
        look(query + e * query_step, keys + e * key_step, values + e * value_step)[1]
        for e in [h, -h]
    )
    return (ahead - back) / (2 * h)


print(f"query {measured(1, 0, 0):.4f}")
#> query -1.0000
for j in range(3):
    one = np.arange(3) == j
    # With z in the format, a zero has no minus.
    print(f"key {j}: {measured(0, one, 0):z.4f}, its value: {measured(0, 0, one):.4f}")
    #> key 0: 0.0000, its value: 0.2500
    #> key 1: 0.6931, its value: 0.2500
    #> key 2: -0.6931, its value: 0.5000

nudge = h * (np.arange(3) == 2)
ahead, back = softmax(keys * query + nudge), softmax(keys * query - nudge)
print("how the weights answer the third score:", ((ahead - back) / (2 * h)).round(4))
#> how the weights answer the third score: [-0.125 -0.125  0.25 ]
