"""Guesses for "Be the machine": the derivative of q x + q, q = x x, at 3."""

x = 3
q = x * x
to_q = x + 1

print(f"answer {to_q * 2 * x + q}")
#> answer 33
print(f"too_often {x * 2 * x + q + to_q * 2 * x}")
#> too_often 51
print(f"one_wire {to_q * 2 * x}")
#> one_wire 24
print(f"first_share {x * 2 * x + q}")
#> first_share 27
