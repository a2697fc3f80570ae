from reversed import build, how, x, x_new, y

from backprop import train

print("right at each of the six places")
#> right at each of the six places
for seed in range(3):
    model, attention = build(seed)
    attention.causal = True
    train(model, x, y, **how, rng=seed)
    answers = model.feedforward(x_new).argmax(axis=0)
    shares = (answers == x_new[::-1]).mean(axis=1)
    print(*[f"{share:5.0%}" for share in shares])
    #>   14%   11%   10%  100%  100%  100%
    #>   12%   18%    9%  100%  100%  100%
    #>   16%   15%   12%  100%  100%  100%
