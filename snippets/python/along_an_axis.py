import numpy as np

a = np.array([[1, 2, 3], [6, 5, 4]])
print(a.sum(), a.sum(axis=0), a.sum(axis=1))
#> 21 [7 7 7] [ 6 15]
print(a.mean(axis=1), a.max(axis=0))
#> [2. 5.] [6 5 4]
print(a.sum(axis=1, keepdims=True).tolist())
#> [[6], [15]]
print(a.argmax(axis=0))
#> [1 1 1]
big = a > 2
print(big[0], ~big[0], big.sum())
#> [False False  True] [ True  True False] 4
print(np.flatnonzero(big[0]))
#> [2]
print(np.where(big, a, 0).tolist())
#> [[0, 0, 3], [6, 5, 4]]
print(np.allclose(a, 3 * a / 3))
#> True
print((a + np.array([[10], [20]])).tolist())
#> [[11, 12, 13], [26, 25, 24]]

rng, again = np.random.default_rng(0), np.random.default_rng(0)
drawn = rng.normal(size=(2, 3))
print(drawn.shape, (drawn == again.normal(size=(2, 3))).all())
#> (2, 3) True
for place in np.ndindex(1, 2):
    print(place)
    #> (0, 0)
    #> (0, 1)
