from backprop import Tensor, sigmoid


def in_pieces(z):
    a = z.sigmoid()
    return -(1 - a).log()


def error_at(number):
    z = Tensor(number)
    try:
        in_pieces(z).backward()
    except ValueError as error:
        return str(error)
    a = sigmoid(number)
    from_a = a * (1 - a) / (1 - a)
    return f"{float(z.grad):.4f}, should be {a:.4f}; slope from a: {from_a:.4f}"


for number in [2, 30, 36, 40]:
    print(f"{number:2}: {error_at(number)}")
    #>  2: 0.8808, should be 0.8808; slope from a: 0.8808
    #> 30: 1.0010, should be 1.0000; slope from a: 1.0000
    #> 36: 1.0446, should be 1.0000; slope from a: 1.0000
    #> 40: log needs numbers above 0; got 0
