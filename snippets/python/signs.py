import numpy as np

print(np.exp(0))
#> 1.0
u = v = 0
print(u, v)
#> 0 0
u, v = 2, 5
print(u + v)
#> 7
u += 5
print(u)
#> 7
m, last = 4, False
print(1 if last else m)
#> 4
x = 3
print(x**2)
#> 9
i = 7
print(i // 3, i % 3)
#> 2 1
print(100_000 * 6e-06)
#> 0.6
x = 1 / 3
print("a third is", f"{x:.4f}")
#> a third is 0.3333
print(round(x, 2), np.array([x, 2 * x]).round(2))
#> 0.33 [0.33 0.67]
print(f"{u:4} {x:8.4f} {100_000:,}")
#>    7   0.3333 100,000
print(f"{x:.1%} {0.50:g} {'right':>8}")
#> 33.3% 0.5    right
