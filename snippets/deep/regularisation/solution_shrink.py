eta, l2 = 0.1, 0.1
w, steps = 1.0, 0
while w > 0.5:
    w = (1 - eta * l2) * w
    steps = steps + 1
print(steps, "steps")
#> 69 steps
