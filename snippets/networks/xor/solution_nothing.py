import numpy as np

wanted = np.array([0, 1, 1, 0])
for answer in [0, 0.25, 0.5, 0.75, 1]:
    print(answer, np.mean((wanted - answer) ** 2))
    #> 0 0.5
    #> 0.25 0.3125
    #> 0.5 0.25
    #> 0.75 0.3125
    #> 1 0.5
