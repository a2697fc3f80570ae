# --8<-- [start:given]
import numpy as np

# Thirteen rows that have nothing in common: an input, and what twelve blocks add.
rows = np.eye(13) * np.sqrt(13)
# --8<-- [end:given]

after = rows[0]
for added in rows[1:]:
    after = after + added
    after = after / np.sqrt((after**2).mean())
before = rows.sum(axis=0)  # normalised only on the way into a block


def part(row, of):
    """How much of a row there is in what comes out, in parts of its size."""
    return row @ of / (np.linalg.norm(row) * np.linalg.norm(of))


# --8<-- [start:check]
print(f"after:  the input      {part(rows[0], after):.4f}")
#> after:  the input      0.0156
print(f"before: the last block {part(rows[-1], before):.4f}")
#> before: the last block 0.2774
# --8<-- [end:check]
