import math

y = 0.3


def cost(a):
    return -(y * math.log(a) + (1 - y) * math.log(1 - a))


print(f"answer {cost(0.3):.4f}")
#> answer 0.6109
print(f"zero {math.log(1):.4f}")  # told for sure
#> zero 0.0000
print(f"even {cost(0.5):.4f}")
#> even 0.6931
print(f"first_only {-y * math.log(y):.4f}")
#> first_only 0.3612
print(f"surprise {-math.log(y):.4f}")
#> surprise 1.2040
