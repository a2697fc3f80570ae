import numpy as np

rng = np.random.default_rng(0)
n = 64
u = rng.normal(size=(10_000, 2, n))
v = rng.normal(size=(10_000, 1, n))
sums = (u * v).sum(axis=2)
for name, scores in [
    ("divided by n", sums / n),
    ("divided by the root", sums / np.sqrt(n)),
    ("not scaled", sums),
    ("times the root", sums * np.sqrt(n)),
]:
    gap = np.abs(scores[:, 0] - scores[:, 1])
    share = 1 / (1 + np.exp(-gap))  # of the larger score
    much = (share > 0.99).mean()
    print(f"{name}: median {np.median(share):.0%}, above 99% in {much:.0%}")
    #> divided by n: median 53%, above 99% in 0%
    #> divided by the root: median 72%, above 99% in 0%
    #> not scaled: median 100%, above 99% in 69%
    #> times the root: median 100%, above 99% in 96%
