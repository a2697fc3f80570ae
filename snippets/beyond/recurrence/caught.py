import numpy as np
from by_hand import backward, forward
from late import late

rng = np.random.default_rng(0)
W, U, b = rng.normal(size=(4, 4)), rng.normal(size=(4, 2)), rng.normal(size=(4, 1))
for moments in [1, 2, 3]:
    x, delta = rng.normal(size=(2, moments, 5)), rng.normal(size=(4, moments, 5))
    h = forward(x, W, U, b)
    pairs = zip("WUb", late(x, W, h, delta), backward(x, W, h, delta), strict=True)
    wrong = [name for name, found, right in pairs if not np.allclose(found, right)]
    print(f"moments {moments}, wrong:", *wrong)
    #> moments 1, wrong:
    #> moments 2, wrong: U b
    #> moments 3, wrong: W U b
