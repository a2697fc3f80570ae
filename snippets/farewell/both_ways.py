import numpy as np

from network import net, new_sixes


def read(x, columns):
    """Move images to the right by some columns, and return what they are read as."""
    moved = np.roll(x.reshape(8, 8, -1), columns, axis=1).reshape(64, -1)
    return net.feedforward(moved).argmax(axis=0)


missed = read(new_sixes, 0) != 6
print("the misread one, a column to the left:", read(new_sixes[:, missed], -1))
#> the misread one, a column to the left: [6]
others = read(new_sixes[:, ~missed], 1)
print(f"{others.size} others, to the right: read as a 1 are {(others == 1).sum()}")
#> 38 others, to the right: read as a 1 are 36
