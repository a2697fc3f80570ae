from backprop import numerical_gradient

for x in [0.25, 0.5, 0.75]:
    s = 1 + (-1) * x
    direct, detour = s, (-1) * x  # the last gate swaps; the detour passes -1
    print(f"at {x}: {direct} and {detour}, together {direct + detour}")
    #> at 0.25: 0.75 and -0.25, together 0.5
    #> at 0.5: 0.5 and -0.5, together 0.0
    #> at 0.75: 0.25 and -0.75, together -0.5


def judge(x):
    return x * (1 + (-1) * x)


print(f"nudged at 0.5: {abs(numerical_gradient(judge, 0.5)):.4f}")
#> nudged at 0.5: 0.0000
