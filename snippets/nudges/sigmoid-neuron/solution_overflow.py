import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def safe_sigmoid(z):
    if z < 0:
        return math.exp(z) / (1 + math.exp(z))
    return 1 / (1 + math.exp(-z))


try:
    sigmoid(-1000)
except OverflowError:
    print("exp(1000) is too large for the computer")
    #> exp(1000) is too large for the computer

print(safe_sigmoid(-1000), safe_sigmoid(1000))
#> 0.0 1.0
print(f"{safe_sigmoid(-2):.4f}")
#> 0.1192
