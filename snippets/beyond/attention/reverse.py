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

known = {tuple(column) for column in x.T}
print(sum(tuple(column) in known for column in x_new.T), "of the 200 among the 500")
#> 0 of the 200 among the 500
print(*x_new[:, 0], "->", *answers[:, 0])
#> 3 3 0 5 4 0 -> 0 4 5 0 3 3
