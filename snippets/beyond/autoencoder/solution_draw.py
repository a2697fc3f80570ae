import numpy as np

weights, image = np.array([1.0, 2.0]), np.array([1.0, 0.0])
rng = np.random.default_rng(0)


def cost(mu, s, draw):
    code = mu + s * draw
    return 0.5 * np.sum((code * weights - image) ** 2)


mu, s, draw, h = 1.0, 0.5, -2.0, 1e-6
arrives = ((mu + s * draw) * weights - image) @ weights
print("arrives", arrives, "to the mean", arrives, "to the spread", arrives * draw)
#> arrives -1.0 to the mean -1.0 to the spread 2.0
to_mu = (cost(mu + h, s, draw) - cost(mu - h, s, draw)) / (2 * h)
to_s = (cost(mu, s + h, draw) - cost(mu, s - h, draw)) / (2 * h)
print(f"nudged {to_mu:.4f} {to_s:.4f}")
#> nudged -1.0000 2.0000
anew = [cost(mu + h, s, rng.normal()) - cost(mu - h, s, rng.normal()) for _ in range(9)]
print("drawn anew each time, a quotient above 1000:", max(anew) / (2 * h) > 1000)
#> drawn anew each time, a quotient above 1000: True
