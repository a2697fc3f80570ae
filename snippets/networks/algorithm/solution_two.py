from backprop import sigmoid, sigmoid_prime

from network import W2, W3, b2, b3, net, x, y

x, y = x[:, [0, 3]], y[:, [0, 3]]  # the first sample and the fourth

a2 = sigmoid(W2 @ x + b2)
z3 = W3 @ a2 + b3
alone = (sigmoid(z3) - y) * sigmoid_prime(z3)
delta3 = alone / 2
print("errors alone", alone[0].round(4), "in the batch", delta3[0].round(4))
#> errors alone [ 0.1444 -0.0611] in the batch [ 0.0722 -0.0306]
print("activations ", a2[0].round(4), "products    ", (delta3[0] * a2[0]).round(4))
#> activations  [0.2689 0.3775] products     [ 0.0194 -0.0115]
print(f"b3 {delta3.sum():.4f}, w3_11 {(delta3[0] * a2[0]).sum():.4f}")
#> b3 0.0416, w3_11 0.0079

nabla_b, nabla_w = net.backprop(x, y)
print(f"as the library has them: {nabla_b[1][0, 0]:.4f} and {nabla_w[1][0, 0]:.4f}")
#> as the library has them: 0.0416 and 0.0079
print(f"mean error times mean activation: {alone.mean() * a2[0].mean():.4f}")
#> mean error times mean activation: 0.0135
