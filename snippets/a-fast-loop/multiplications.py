from itertools import pairwise


def multiplications(sizes, batch):
    """Count those of the matrix products of one step, forward and back."""
    weights = [m * n for m, n in pairwise(sizes)]
    forward, gradient = sum(weights), sum(weights)
    errors = sum(weights[1:])  # BP2 ends at layer 2: the inputs need no error
    return batch * (forward + errors + gradient)
