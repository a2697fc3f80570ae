from backprop import multiply

a, b = -2, 5
h = 0.07
before = multiply(a, b)
print(f"nudge a: {multiply(a + h, b) - before:.2f}")
#> nudge a: 0.35
print(f"nudge b: {multiply(a, b + h) - before:.2f}")
#> nudge b: -0.14
