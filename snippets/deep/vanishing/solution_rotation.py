import numpy as np

rng = np.random.default_rng(0)
for name in ["random", "turned"]:
    delta = np.ones((50, 1)) / np.sqrt(50)
    for _ in range(100):
        W = rng.normal(0, 1 / np.sqrt(50), (50, 50))
        if name == "turned":
            W, _ = np.linalg.qr(W)
        delta = W.T @ delta
    print(name, f"{np.linalg.norm(delta):.4f}")
    #> random 0.3523
    #> turned 1.0000
