import math

p, m = 0.6, 2000  # each of 2000 bets gets the likelihood 0.6
print(f"product of the likelihoods: {p**m}")
#> product of the likelihoods: 0.0
print(f"sum of the costs: {m * -math.log(p):.2f}")
#> sum of the costs: 1021.65
