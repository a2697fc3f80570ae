from network import net, six, wanted, x_new, y_new

true = y_new.argmax(axis=0)
nabla_b, nabla_w = net.backprop(six, wanted)
weights, biases = net.weights, net.biases
print(" eta  read correctly  called a 6  share of our 6")
#>  eta  read correctly  called a 6  share of our 6
for eta in [0.01, 0.1, 1]:
    net.weights = [w - eta * g for w, g in zip(weights, nabla_w, strict=True)]
    net.biases = [b - eta * g for b, g in zip(biases, nabla_b, strict=True)]
    said = net.feedforward(x_new).argmax(axis=0)
    share = 100 * net.feedforward(six)[6, 0]
    right, sixes = (said == true).sum(), (said == 6).sum()
    print(f"{eta:4}  {right:14}  {sixes:10}  {share:6.0f} percent")
    #> 0.01             434          38       3 percent
    #>  0.1             424          45      88 percent
    #>    1              39         449     100 percent
