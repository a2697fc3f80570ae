from copy_digits import build, how

from backprop import train

from digits import x

for code in [1, 2, 8]:
    model = build(code, 0)
    train(model, x, x, **how | {"epochs": 30}, rng=0)
    print(f"{code} numbers: {model.cost(x, x):.1f}")
    #> 1 numbers: 2.0
    #> 2 numbers: 1.5
    #> 8 numbers: 0.7
