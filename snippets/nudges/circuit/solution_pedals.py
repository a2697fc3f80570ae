def speed(x):
    return x / 10


def energy(u):
    return 3.6 * u**3


x = 80
u = speed(x)
v = energy(u)
print(f"{u:.1f} metres a second, {v:.1f} kilojoules an hour")
#> 8.0 metres a second, 1843.2 kilojoules an hour
to_u, to_v = 0.1, 3 * 3.6 * u**2
slope = to_v * to_u
print(f"factors {to_u} and {to_v:.2f}, together {slope:.2f}")
#> factors 0.1 and 691.20, together 69.12
taken = energy(speed(x + 1)) - v
print(f"one turn more: {1 / x:.2%}; promised {slope / v:.2%}")
#> one turn more: 1.25%; promised 3.75%
print(f"it takes {taken:.2f}, that is {taken / v:.2%}")
#> it takes 69.99, that is 3.80%
