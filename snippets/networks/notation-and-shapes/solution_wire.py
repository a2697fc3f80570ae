import numpy as np

W2 = np.array([[1, -0.5], [-1, 1], [0.5, 1]])

for to in [1, 2, 3]:
    for source in [1, 2]:
        print(f"to {to} from {source}: {W2[to - 1, source - 1]:g}")
        #> to 1 from 1: 1
        #> to 1 from 2: -0.5
        #> to 2 from 1: -1
        #> to 2 from 2: 1
        #> to 3 from 1: 0.5
        #> to 3 from 2: 1
