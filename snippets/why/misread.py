from backprop import Network, datasets, train

x, y, x_new, y_new = datasets.split(*datasets.digits())
net = Network(
    [64, 32, 10], output="softmax", cost="cross_entropy", init="nielsen", rng=0
)
train(net, x, y, epochs=20, eta=1.0, batch_size=32, progress=False)

shares = net.feedforward(x_new)
said, true = shares.argmax(axis=0), y_new.argmax(axis=0)
right = said == true
print(f"read rightly: {right.sum()} of {true.size} new digits")
#> read rightly: 433 of 449 new digits
surest = (shares.max(axis=0) * ~right).argmax()
print(f"surest mistake: image {surest}, a {true[surest]} read as a {said[surest]}")
#> surest mistake: image 152, a 6 read as a 1
percent = 100 * shares[:, surest]
print(f"share of the 1: {percent[1]:.0f} percent, of the 6: {percent[6]:.0f} percent")
#> share of the 1: 97 percent, of the 6: 1 percent
