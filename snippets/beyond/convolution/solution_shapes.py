import numpy as np
from guess_parameters import layer

result = layer.forward(np.zeros((3, 32, 32, 1)))
print("channels, rows, columns, images:", result.shape)
#> channels, rows, columns, images: (16, 16, 16, 1)
print("parameters:", sum(p.size for p in layer.parameters.values()))
#> parameters: 448
