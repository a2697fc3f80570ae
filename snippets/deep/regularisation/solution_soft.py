import numpy as np

h, decay = 2.0, 1.0
w = np.linspace(-3, 3, 600_001)
for u in [-2.0, -0.3, 0.25, 0.5, 1.5]:
    cost = h / 2 * (w - u) ** 2 + decay * abs(w)
    formula = np.sign(u) * max(abs(u) - decay / h, 0)
    print(f"u {u:5}: lowest at {w[cost.argmin()] + 0:.2f}, formula {formula + 0:.2f}")
    #> u  -2.0: lowest at -1.50, formula -1.50
    #> u  -0.3: lowest at 0.00, formula 0.00
    #> u  0.25: lowest at 0.00, formula 0.00
    #> u   0.5: lowest at 0.00, formula 0.00
    #> u   1.5: lowest at 1.00, formula 1.00
