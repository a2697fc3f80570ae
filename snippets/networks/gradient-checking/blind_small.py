from backprop import Network, check_gradient


class Doubled(Network):
    def backprop(self, x, y):
        nabla_b, nabla_w = Network.backprop(self, x, y)
        return [2 * g for g in nabla_b], [2 * g for g in nabla_w]


net = Doubled([1, 1, 1])
net.weights = [[[1]], [[8]]]
for bias in [4, 24]:
    net.biases = [[[0]], [[bias]]]
    _, nabla_w = net.backprop([[1]], [[0]])
    passed = check_gradient(net, [[1]], [[0]]) < 1e-6
    print(f"bias {bias:2}: derivative {nabla_w[1][0, 0]:.0e}, passed {passed}")
    #> bias  4: derivative 8e-05, passed False
    #> bias 24: derivative 2e-13, passed True
