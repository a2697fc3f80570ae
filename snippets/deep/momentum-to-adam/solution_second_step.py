import numpy as np

from backprop import Adam, RMSProp

for optimiser in [Adam(), RMSProp(0.9)]:
    w, places = np.array([0.0]), [0.0]
    for g in [4.0, -4.0]:
        optimiser.step(w, np.array([g]), eta=1)
        places.append(w[0])
    name = type(optimiser).__name__
    print(f"{name}: {places[1]:.4f}, then {places[2] - places[1]:.4f}")
    #> Adam: -1.0000, then 0.0526
    #> RMSProp: -3.1623, then 2.2942

beta_1, beta_2 = 0.9, 0.999
m = beta_1 * (1 - beta_1) * 4 - (1 - beta_1) * 4
v = beta_2 * (1 - beta_2) * 16 + (1 - beta_2) * 16
print(f"corrected: {m / (1 - beta_1**2):.2f} and {v / (1 - beta_2**2):.0f}")
#> corrected: -0.21 and 16
