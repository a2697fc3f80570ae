costs = [0.60, 0.48, 0.41, 0.43, 0.39, 0.40, 0.42, 0.41, 0.35, 0.37]
epoch, best = 0, 0
while epoch - best < 3:
    epoch = epoch + 1
    if costs[epoch] < costs[best]:
        best = epoch
rises = [costs[i] > costs[i - 1] for i in range(1, 10)]

print(f"answer {epoch + 1}")
#> answer 8
print(f"kept {best + 1}")
#> kept 5
print(f"first_rise {rises.index(True) + 2}")
#> first_rise 4
print(f"lowest {costs.index(min(costs)) + 1}")
#> lowest 9
