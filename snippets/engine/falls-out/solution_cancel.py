from backprop import Tensor


def in_pieces(z, y):
    a = z.sigmoid()
    return -(y * a.log() + (1 - y) * (1 - a).log())


for at in [2, 30, 36, 40]:
    z = Tensor(at)
    try:
        in_pieces(z, 0).backward()
        print(at, f"{float(z.grad):.4f}", f"{1 / float(1 + (-z).exp()):.4f}")
        #> 2 0.8808 0.8808
        #> 30 1.0010 1.0000
        #> 36 1.0446 1.0000
    except ValueError as error:
        print(at, error)
        #> 40 log needs numbers above 0; got 0
