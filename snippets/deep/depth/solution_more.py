import numpy as np
from tents import folding, pieces

x = np.arange(4097)[None] / 4096
for layers in [2, 3, 4, 5]:
    q = folding(layers - 1).feedforward(x)
    line = np.maximum(0, 3 / 4 - q) + 2 * np.maximum(0, q - 1 / 4)
    print(f"{layers} layers: {pieces(line[0]) - 1} bends, with folds {2**layers - 1}")
    #> 2 layers: 5 bends, with folds 3
    #> 3 layers: 11 bends, with folds 7
    #> 4 layers: 23 bends, with folds 15
    #> 5 layers: 47 bends, with folds 31
