import numpy as np

ripe = 0.75  # of the apples that look like this one
bets = np.array([0.5, 0.75, 0.9, 0.99])
prices = {
    "the distance": (1 - bets, bets),  # if it is ripe, if it is not
    "its square": ((1 - bets) ** 2, bets**2),
    "minus log": (-np.log(bets), -np.log(1 - bets)),
}
print("bet         ", *(f"{bet:6.2f}" for bet in bets))
#> bet            0.50   0.75   0.90   0.99
for name, (if_ripe, if_not) in prices.items():
    mean = ripe * if_ripe + (1 - ripe) * if_not
    shown = " ".join(f"{price:.4f}" for price in mean)
    print(f"{name:12} {shown}  cheapest: {bets[mean.argmin()]}")
    #> the distance 0.5000 0.3750 0.3000 0.2550  cheapest: 0.99
    #> its square   0.2500 0.1875 0.2100 0.2451  cheapest: 0.75
    #> minus log    0.6931 0.5623 0.6547 1.1588  cheapest: 0.75
