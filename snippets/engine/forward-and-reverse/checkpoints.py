import numpy as np

rng = np.random.default_rng(0)
weights = [rng.normal(0, 1 / np.sqrt(50), (50, 50)) for _ in range(64)]
x = rng.normal(size=(50, 1))


def way_back(every):
    kept, runs, a = {}, 0, x
    for index, w in enumerate(weights):
        if index % every == 0:
            kept[index] = a
        a = np.tanh(w @ a)
        runs += 1
    delta, after, most = np.ones((50, 1)), a, 0
    for start in sorted(kept, reverse=True):
        part = weights[start : start + every]
        again = [kept[start]]
        for w in part[:-1]:
            again.append(np.tanh(w @ again[-1]))
            runs += 1
        most = max(most, len(kept) + len(again) - 1)
        for w, out in zip(part[::-1], [after, *again[:0:-1]], strict=True):
            delta = w.T @ (delta * (1 - out**2))
        after = kept.pop(start)
    return delta, most, runs


if __name__ == "__main__":
    right, _, _ = way_back(every=1)
    print("every  kept  layers run  same gradient")
    #> every  kept  layers run  same gradient
    for every in [1, 2, 4, 8, 16, 32, 64]:
        delta, most, runs = way_back(every)
        print(f"{every:5} {most:5} {runs:11}  {np.allclose(delta, right)}")
        #>     1    64          64  True
        #>     2    33          96  True
        #>     4    19         112  True
        #>     8    15         120  True
        #>    16    19         124  True
        #>    32    33         126  True
        #>    64    64         127  True
