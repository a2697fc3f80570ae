import numpy as np

from backprop import Network, datasets, numerical_gradient, softmax

x, y = datasets.spirals(m=6)
net = Network([2, 5, 3], hidden="tanh", output="softmax")


def wrong_axis(x):
    """The same network, with its softmax along the samples."""
    zs, _ = net.forward_pass(x)
    return softmax(zs[3].T).T


# --8<-- [start:shown]
def centred(x):
    """The same network, behind the mean of the batch."""
    return net.feedforward(x - x.mean(axis=1, keepdims=True))


def felt_by_the_first(answer):
    """How strongly the cost of sample 0 feels the inputs of each."""

    def cost(x):
        return -np.log(answer(x)[0, 0])

    return abs(numerical_gradient(cost, x)).sum(axis=0)


for answer in [net.feedforward, wrong_axis, centred]:
    print(f"{answer.__name__:11}", felt_by_the_first(answer).round(2))
    #> feedforward [0.61 0.   0.   0.   0.   0.  ]
    #> wrong_axis  [0.09 0.77 0.01 0.04 0.01 0.02]
    #> centred     [0.52 0.1  0.1  0.1  0.1  0.1 ]
# --8<-- [end:shown]
