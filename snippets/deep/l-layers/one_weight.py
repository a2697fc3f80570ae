from network import X, Y, net

h = 1e-5
W2 = net.weights[0].copy()
costs = []
for nudge in [h, -h]:
    net.weights[0] = W2.copy()
    net.weights[0][1, 0] += nudge
    costs.append(net.cost(X, Y))
print(f"{(costs[0] - costs[1]) / (2 * h):.5f}")
#> 0.08663
