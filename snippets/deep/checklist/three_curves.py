from backprop import train

from network import fresh, x, y

# --8<-- [start:rates]
hidden = {"sgd": 0.03, "momentum": 0.3, "adam": 1}
# --8<-- [end:rates]


def curve(optimiser, eta, steps):
    """Return the cost before each step, with all points in every step."""
    how = {"batch_size": None, "epochs": steps, "optimizer": optimiser, "eta": eta}
    return train(fresh(rng=1), x, y, **how).cost


# --8<-- [start:printed]
after = [0, 1, 2, 3, 5, 10, 20, 50]
print("steps:     ", *(f"{steps:6}" for steps in after))
#> steps:           0      1      2      3      5     10     20     50
for name, optimiser in zip("ABC", hidden, strict=True):
    costs = curve(optimiser, hidden[optimiser], 51)
    print(f"{name}  {optimiser:8}", *(f"{costs[steps]:6.3f}" for steps in after))
    #> A  sgd       1.134  1.128  1.122  1.116  1.104  1.078  1.034  0.940
    #> B  momentum  1.134  1.076  0.993  0.919  0.809  0.652  0.345  0.055
    #> C  adam      1.134 22.139 84.539 16.830  3.187  1.215  1.114  1.101
# --8<-- [end:printed]
