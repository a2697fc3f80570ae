import numpy as np


def cost(W, x):
    return ((W.T @ W @ x - x) ** 2).sum() / 2


W, x = np.array([[0, 3]]), np.array([[5], [1]])
code = W @ x
error = W.T @ code - x
as_decoder, as_encoder = code @ error.T, W @ error @ x.T
whole = as_decoder + as_encoder
print("terms", as_decoder, as_encoder, " whole", whole)
#> terms [[-15  24]] [[120  24]]  whole [[105  48]]
print("product with the whole gradient", (as_decoder * whole).sum())
#> product with the whole gradient -423
print(f"cost {cost(W, x):.2f}")
#> cost 44.50
for name, gradient in [("one path", as_decoder), ("both paths", whole)]:
    print(f"after a step against {name}: {cost(W - 0.001 * gradient, x):.2f}")
    #> after a step against one path: 44.91
    #> after a step against both paths: 32.81
