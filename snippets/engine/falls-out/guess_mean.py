"""Guesses for "Where is 1/m?": what arrives at each cost in a batch of eight."""

m = 8
print(f"answer {1 / m}")
#> answer 0.125
print(f"one {1.0}")
#> one 1.0
print(f"sum {float(m)}")
#> sum 8.0
