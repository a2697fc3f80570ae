"""Guesses for "Where is 1/m?": what arrives at each cost in a batch of eight."""

from backprop import Value

m = 8
costs = [Value(1.0) for _ in range(m)]
sum(costs).backward()
of_the_sum = costs[0].grad

costs = [Value(1.0) for _ in range(m)]
(sum(costs) / m).backward()
print(f"answer {costs[0].grad}")
#> answer 0.125
print(f"one {of_the_sum}")
#> one 1.0
print(f"sum {m * of_the_sum}")
#> sum 8.0
