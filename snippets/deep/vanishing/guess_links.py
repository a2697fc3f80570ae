import math

print(f"answer {math.ceil(math.log(1e6) / math.log(4))}")
#> answer 10
print(f"one_less {math.floor(math.log(1e6) / math.log(4))}")
#> one_less 9
print(f"halves {math.ceil(math.log(1e6) / math.log(2))}")
#> halves 20
print(f"divided {1_000_000 // 4}")
#> divided 250000
