from ten_times import ten_times
from tracer import trace

print("answer", len(trace(ten_times, "x")))
#> answer 20
print("once", len(trace(lambda x: x * x + x, "x")))
#> once 2
print("turns", 10)
#> turns 10
print("doubling", 2 * (2**10 - 1))
#> doubling 2046
