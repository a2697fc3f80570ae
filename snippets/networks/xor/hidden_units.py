import numpy as np

from starts import answers, drawn, judged, train

networks = drawn(range(40), hidden=2)
train(*networks, epochs=10_000)

A3 = answers(*networks)
loss, solved = judged(A3)
print(solved.sum(), "of 40 solved")
#> 29 of 40 solved
for seed in np.flatnonzero(~solved):
    print(f"seed {seed:2}: loss {loss[seed]:.3f}, answers", A3[seed, :, 0].round(2))
    #> seed  0: loss 0.127, answers [0.04 0.5  0.95 0.5 ]
    #> seed  6: loss 0.128, answers [0.05 0.5  0.96 0.5 ]
    #> seed  8: loss 0.127, answers [0.04 0.5  0.96 0.5 ]
    #> seed 11: loss 0.129, answers [0.04 0.93 0.5  0.51]
    #> seed 13: loss 0.128, answers [0.06 0.94 0.5  0.51]
    #> seed 24: loss 0.129, answers [0.05 0.93 0.5  0.51]
    #> seed 25: loss 0.129, answers [0.05 0.92 0.5  0.51]
    #> seed 30: loss 0.169, answers [0.05 0.66 0.66 0.67]
    #> seed 32: loss 0.129, answers [0.06 0.94 0.5  0.51]
    #> seed 36: loss 0.128, answers [0.04 0.95 0.5  0.51]
    #> seed 38: loss 0.128, answers [0.06 0.95 0.5  0.5 ]
