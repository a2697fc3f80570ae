from network import net, x

print(net.feedforward(x).round(4).tolist())
#> [[0.726, 0.5192, 0.8996, 0.7056]]
