import numpy as np

from backprop import Adam, AdamW

eta, decay = 0.01, 0.1
print("gradient's size   Adam with L2   AdamW")
#> gradient's size   Adam with L2   AdamW
for size in [0.01, 1, 100]:
    with_l2, beside = np.array([1.0]), np.array([1.0])
    adam, adamw = Adam(), AdamW(decay=decay)
    for t in range(1000):
        g = np.array([size * (-1.0) ** t])
        adam.step(with_l2, g + decay * with_l2, eta)
        adamw.step(beside, g, eta)
    print(f"{size:15}   {with_l2[0]:12.4f}   {beside[0]:.4f}")
    #>            0.01         0.0001   0.3614
    #>               1         0.3598   0.3614
    #>             100         0.9727   0.3614
