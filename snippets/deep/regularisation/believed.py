import numpy as np
from tumours import draw, learn

epochs = [1, 5, 10, 20, 50, 100]
given = {epoch: [] for epoch in epochs}
for split in range(5):
    (x, y), _, _ = draw(split, wrong=8)
    for epoch in epochs:
        a = learn((x, y), split, epochs=epoch).feedforward(x[:, :8])
        given[epoch].append(np.where(y[:, :8] == 1, a, 1 - a)[0])

print("epoch   probability of each wrong finding          believed")
#> epoch   probability of each wrong finding          believed
for epoch in epochs:
    one = " ".join(f"{share:.2f}" for share in given[epoch][0])
    print(f"{epoch:5}   {one}   {(np.array(given[epoch]) > 0.5).sum() / 5:8.1f}")
    #>     1   0.43 0.69 0.27 0.38 0.41 0.12 0.06 0.05        1.4
    #>     5   0.56 0.81 0.24 0.41 0.33 0.05 0.15 0.03        1.8
    #>    10   0.64 0.89 0.29 0.45 0.32 0.06 0.41 0.12        2.0
    #>    20   0.67 0.95 0.58 0.56 0.48 0.06 0.84 0.55        4.8
    #>    50   0.86 0.99 0.91 0.77 0.77 0.12 0.94 0.81        7.0
    #>   100   0.95 1.00 0.98 0.92 0.91 0.61 0.99 0.94        8.0
