def q(u):
    return u**2 * (1 - u)


print(f"answer {q(2 / 3):.4f}")
#> answer 0.1481
print(f"place {2 / 3:.4f}")
#> place 0.6667
print(f"middle {q(1 / 2):.4f}")
#> middle 0.1250
print(f"third {q(1 / 3):.4f}")
#> third 0.0741
