import numpy as np

from backprop import softmax

print("16 keys, 1000 draws: medians of largest weight and size of Jacobian")
#> 16 keys, 1000 draws: medians of largest weight and size of Jacobian
for n in [4, 64, 1024]:
    rng = np.random.default_rng(n)
    q, k = rng.normal(size=(n, 1000)), rng.normal(size=(n, 16, 1000))
    scores = np.einsum("nm,njm->jm", q, k)
    line = f"n {n:4}  deviation {scores.std():2.0f}"
    for name, divisor in [("plain", 1), ("divided", np.sqrt(n))]:
        p = softmax(scores / divisor)
        jacobian = p[:, None] * (np.eye(16)[:, :, None] - p[None])
        size = np.median(np.linalg.norm(jacobian, axis=(0, 1)))
        line += f"  {name}: {np.median(p.max(axis=0)):.2f} {size:.2f}"
    print(line)
    #> n    4  deviation  2  plain: 0.37 0.33  divided: 0.20 0.29
    #> n   64  deviation  8  plain: 0.93 0.12  divided: 0.22 0.30
    #> n 1024  deviation 32  plain: 1.00 0.00  divided: 0.22 0.30
