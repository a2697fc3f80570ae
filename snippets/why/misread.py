from network import net, x_new, y_new

shares = net.feedforward(x_new)
said, true = shares.argmax(axis=0), y_new.argmax(axis=0)
right = said == true
print(f"read correctly: {right.sum()} of {true.size} new digits")
#> read correctly: 433 of 449 new digits
surest = (shares.max(axis=0) * ~right).argmax()
print(f"surest mistake: image {surest}, a {true[surest]} read as a {said[surest]}")
#> surest mistake: image 152, a 6 read as a 1
percent = 100 * shares[:, surest]
print(f"share of the 1: {percent[1]:.0f} percent, of the 6: {percent[6]:.0f} percent")
#> share of the 1: 97 percent, of the 6: 1 percent
