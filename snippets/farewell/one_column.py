import numpy as np

from network import net, new_sixes, sixes


def middles(x):
    """In each image, the number of the column around which its ink lies."""
    ink = x.reshape(8, 8, -1).sum(axis=0)  # of each column, in each image
    return np.arange(8) @ ink / ink.sum(axis=0)


low, high = middles(sixes).min(), middles(sixes).max()
print(f"learned from {sixes.shape[1]}, with middles from {low:.3f} to {high:.3f}")
#> learned from 142, with middles from 3.097 to 3.892
found, shares = middles(new_sixes), net.feedforward(new_sixes)
print(f"{found.size} new ones, of which {(found > high).sum()} lie further right:")
#> 39 new ones, of which 2 lie further right:
for i in np.flatnonzero(found > high):
    said, share = shares[:, i].argmax(), 100 * shares[6, i]
    print(f"middle {found[i]:.3f}: a {said}; the 6 gets {share:.0f} percent")
    #> middle 4.125: a 1; the 6 gets 1 percent
    #> middle 3.937: a 6; the 6 gets 88 percent
