from five_epochs import learn

print("            rate   cost   held out")
#>             rate   cost   held out
for optimizer, rates in {
    "sgd": [0.3, 1, 3],
    "momentum": [0.1, 0.3, 1],
    "nesterov": [0.1, 0.3, 1],
    "rmsprop": [0.01, 0.03, 0.1],
    "adam": [0.03, 0.1, 0.3],
    "adamw": [0.03, 0.1, 0.3],
}.items():
    cost, right, eta = min(learn(optimizer, eta) for eta in rates)
    print(f"{optimizer:8}   {eta:5}   {cost:.2f}      {right:.1%}")
    #> sgd            1   0.28      91.9%
    #> momentum     0.3   0.10      94.4%
    #> nesterov     0.3   0.06      95.9%
    #> rmsprop     0.03   0.11      95.7%
    #> adam         0.1   0.09      94.8%
    #> adamw        0.1   0.09      94.6%

cost, right, eta = learn("sgd", 1, epochs=10)
print(f"sgd, 10 epochs:    {cost:.2f}      {right:.1%}")
#> sgd, 10 epochs:    0.12      95.0%
