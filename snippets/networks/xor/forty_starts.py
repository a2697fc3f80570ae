import numpy as np

from starts import answers, drawn, judged, train

networks = drawn(range(40), hidden=3)
train(*networks, epochs=10_000)

A3 = answers(*networks)
print(networks[0].shape, A3.shape)
#> (40, 2, 3) (40, 4, 1)
loss, solved = judged(A3)
print(solved.sum(), "of 40 solved")
#> 40 of 40 solved
print(f"loss: median {np.median(loss):.4f}, largest {loss.max():.4f}")
#> loss: median 0.0023, largest 0.0065
