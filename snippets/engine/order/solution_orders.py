from itertools import permutations

users = {"p": "v", "q": "v", "u": "pq", "2": "p", "c": "q"}
orders = [
    "".join(order)
    for order in permutations("vpqu")
    if all(
        order.index(user) < order.index(node)
        for node in order
        for user in users.get(node, "")
    )
]
print(orders)
#> ['vpqu', 'vqpu']
with_constants = [
    order
    for order in permutations("vpqu2c")
    if all(
        order.index(user) < order.index(node)
        for node in order
        for user in users.get(node, "")
    )
]
print(len(with_constants))
#> 16
