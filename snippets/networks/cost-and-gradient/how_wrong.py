from network import net, x, y

a = net.feedforward(x)
print(a.round(4).tolist())
#> [[0.726, 0.5192, 0.8996, 0.7056]]
print(((y - a) ** 2 / 2).round(4).tolist())
#> [[0.2636, 0.1156, 0.4047, 0.0433]]
print(round(net.cost(x, y), 4))
#> 0.2068
