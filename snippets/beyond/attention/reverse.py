from reversed import build, how, x, x_new, y

from backprop import train

for seed in range(3):
    model, attention = build(seed)
    train(model, x, y, **how, rng=seed)
    answers = model.feedforward(x_new).argmax(axis=0)
    right = (answers == x_new[::-1]).all(axis=0).sum()
    looks = attention.p[0].mean(axis=-1).argmax(axis=0)
    print(f"{right} of 200 new ones right, most weight on places", *looks)
    #> 200 of 200 new ones right, most weight on places 5 4 3 2 1 0
    #> 200 of 200 new ones right, most weight on places 5 4 3 2 1 0
    #> 200 of 200 new ones right, most weight on places 5 4 3 2 1 0

print(*x_new[:, 0], "->", *answers[:, 0])
#> 2 6 5 4 6 6 -> 6 6 4 5 6 2
