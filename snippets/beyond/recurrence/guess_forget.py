from math import tanh

f, i, o = 0.95, 0.5, 0.8
g, before = 0.26, 1.2
above = o * (1 - tanh(f * before + i * g) ** 2)
arrives = 0.5 + above
slope = f * (1 - f)

print(f"answer {arrives * before * slope:.4f}")
#> answer 0.0409
print(f"gate_itself {arrives * before:.4f}")
#> gate_itself 0.8602
print(f"from_above {above * before * slope:.4f}")
#> from_above 0.0124
print(f"next_moment {0.5 * before * slope:.4f}")
#> next_moment 0.0285
print(f"input_gate {arrives * g * i * (1 - i):.4f}")
#> input_gate 0.0466
