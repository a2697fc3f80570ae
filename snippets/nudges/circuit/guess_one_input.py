from backprop import sigmoid


def f(a, b, c):
    return sigmoid((a + b) * c)


print(f"answer {f(1 - 0.1, -2, -3):.4f}")
#> answer 0.9644
print(f"up {f(1 + 0.1, -2, -3):.4f}")
#> up 0.9370
print(f"third {f(1, -2, -3 - 0.1):.4f}")
#> third 0.9569
print(f"all_three {f(1 - 0.1, -2 - 0.1, -3 - 0.1):.4f}")
#> all_three 0.9763
