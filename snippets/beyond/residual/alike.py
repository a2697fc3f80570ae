import numpy as np
from deeper import plain

from digits import x, y


def cosine(a):
    """Return the mean cosine of the angle between two columns."""
    directions = a / np.linalg.norm(a, axis=0)
    cosines = directions.T @ directions
    return cosines[np.triu_indices(len(cosines), 1)].mean()


if __name__ == "__main__":
    print(f"the images themselves: {cosine(x):.2f}")
    #> the images themselves: 0.69
    print("before training, five seeds: cosine at the end, norm of the first gradient")
    #> before training, five seeds: cosine at the end, norm of the first gradient
    for depth in [2, 20, 80]:
        cosines, norms = [], []
        for seed in range(5):
            model = plain(depth, seed)
            norms.append(np.linalg.norm(model.backprop(x, y)["0.w"]))
            a = x
            for layer in list(model.body)[:-1]:
                a = layer.forward(a)
            cosines.append(cosine(a))
        ends = f"{min(cosines):.2f} to {max(cosines):.2f}"
        print(f"{depth:2} more layers:  {ends}   {min(norms):.0e} to {max(norms):.0e}")
        #>  2 more layers:  0.68 to 0.97   4e-01 to 2e+00
        #> 20 more layers:  0.97 to 1.00   2e-01 to 2e+01
        #> 80 more layers:  0.99 to 1.00   1e-05 to 2e-02
