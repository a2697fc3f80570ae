import numpy as np

rng = np.random.default_rng(0)
for kind in ["symmetric", "square", "3 by 2"]:
    R = rng.normal(size=(3, 2) if kind == "3 by 2" else (3, 3))
    if kind == "symmetric":
        R = R + R.T
    g = rng.normal(size=(4, R.shape[1]))
    right = g @ R.T
    try:
        found = "right" if np.allclose(g @ R, right) else "wrong"
    except ValueError:
        found = "an error"
    print(f"{kind}: {found}")
    #> symmetric: right
    #> square: wrong
    #> 3 by 2: an error
