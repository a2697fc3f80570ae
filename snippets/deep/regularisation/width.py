import numpy as np
from tumours import Network, accuracy, draw, settings, train

print("hidden units   parameters   the 80   others")
#> hidden units   parameters   the 80   others
for units in [2, 8, 32, 128]:
    right = []
    for split in range(5):
        training, _, test = draw(split, wrong=8)
        net = Network([30, units, 1], **settings, rng=split)
        train(net, *training, epochs=100, eta=0.1, rng=split)
        right.append([accuracy(net, *training), accuracy(net, *test)])
    size = sum(array.size for array in net.weights + net.biases)
    own, others = np.mean(right, axis=0)
    print(f"{units:12}   {size:10}   {own:6.0%}   {others:6.1%}")
    #>            2           65      96%    86.5%
    #>            8          257      99%    88.0%
    #>           32         1025     100%    88.2%
    #>          128         4097     100%    88.1%
