import math

z = [0, 0, math.log(2)]
powers = [math.exp(value) for value in z]

print(f"answer {powers[2] / sum(powers):.2f}")
#> answer 0.50
print(f"no_division {powers[2]:.2f}")
#> no_division 2.00
print(f"linear {z[2] / sum(z):.2f}")
#> linear 1.00
print(f"zeros_left_out {powers[2] / (powers[1] + powers[2]):.2f}")
#> zeros_left_out 0.67
