def q(x):
    return x**3 - 6 * x**2


x = 1
exact = 3 * x**2 - 12 * x
for h in [0.1, 0.01]:
    one_sided = (q(x + h) - q(x)) / h
    central = (q(x + h) - q(x - h)) / (2 * h)
    print(f"{h:4}  {one_sided - exact:.4f}  {central - exact:.4f}")
    #>  0.1  -0.2900  0.0100
    #> 0.01  -0.0299  0.0001
