eta, beta = 0.01, 0.9
v = 0
for t in range(1, 101):
    g = (-1) ** t
    v = beta * v - eta * g
print(f"{abs(v):.4f} and {eta / (1 + beta):.4f}")
#> 0.0053 and 0.0053
