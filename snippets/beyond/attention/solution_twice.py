import numpy as np

from backprop import RNN, Attention

layer, recurrent = Attention(4, heads=2), RNN(4, 4)
for t in [50, 100, 200]:
    x = np.zeros((4, t, 1))
    layer.forward(x)
    states = recurrent.forward(x)
    print(f"{t:3} places: {layer.p.size:5} weights kept, {states.size:3} states")
    #>  50 places:  5000 weights kept, 200 states
    #> 100 places: 20000 weights kept, 400 states
    #> 200 places: 80000 weights kept, 800 states
