"""Guesses for "Back twice": the gradient of the first input after two calls."""

from tape import Value

a, b, c = Value(1), Value(-2), Value(-3)
f = ((a + b) * c).sigmoid()
f.backward()
once = a.grad
f.backward()

print(f"answer {a.grad:.4f}")
#> answer -0.5421
print(f"once {once:.4f}")
#> once -0.1355
print(f"doubled {2 * once:.4f}")
#> doubled -0.2711
