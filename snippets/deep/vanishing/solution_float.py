import numpy as np

for kind in [np.float64, np.float32, np.float16]:
    error, links = kind(1), 0
    while error > 0:
        error, links = error * kind(0.25), links + 1
    print(kind.__name__, links)
    #> float64 538
    #> float32 75
    #> float16 13
