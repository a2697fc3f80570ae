"""Guesses for "Share by share": arrivals at the input after twenty squares."""

gates = 20
print(f"answer {2**gates}")
#> answer 1048576
print(f"wires {2 * gates}")
#> wires 40
print(f"squared {gates**2}")
#> squared 400
