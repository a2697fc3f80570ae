from backprop import Network, numerical_gradient

net = Network([2, 3, 1])
net.weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
net.biases = [[[-1], [1], [-1]], [[0.5]]]
x = [[1, -1, 2, 0], [2, 1, 0, -1]]
y = [[0, 1, 0, 1]]


def cost_of(parameters, index):
    def cost(array):
        kept, parameters[index] = parameters[index], array
        value = net.cost(x, y)
        parameters[index] = kept
        return value

    return cost


for name, parameters in [("W", net.weights), ("b", net.biases)]:
    for index, array in enumerate(parameters):
        gradient = numerical_gradient(cost_of(parameters, index), array)
        print(f"{name}{index + 2}", gradient.round(4).tolist())
        #> W2 [[0.0344, 0.0314], [-0.0131, -0.01], [0.0226, 0.0053]]
        #> W3 [[0.0165, 0.001, 0.0265]]
        #> b2 [[0.0108], [-0.0026], [0.0018]]
        #> b3 [[0.0111]]
