import math

factor = 1 - 0.1 * 0.1

print(f"answer {math.ceil(math.log(0.5) / math.log(factor))}")
#> answer 69
print(f"evenly {round(0.5 / (1 - factor))}")
#> evenly 50
print(f"rate_only {math.ceil(math.log(0.5) / math.log(1 - 0.1))}")
#> rate_only 7
