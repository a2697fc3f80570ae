from collections import Counter
from itertools import product

right = []
for others in product(range(8), repeat=5):
    times = Counter(others)
    right.append(max(times.values()) / 5)
print(f"{len(right)} cases, right: {sum(right) / len(right):.1%}")
#> 32768 cases, right: 38.6%
