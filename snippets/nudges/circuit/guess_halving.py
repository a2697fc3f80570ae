from backprop import sigmoid, sigmoid_prime

a, b, c = 1, -2, -3
missing = 1 - sigmoid((a + b) * c)
taken = []  # the steps until a half is missing, and until a quarter is
for left in [missing / 2, missing / 4]:
    steps = sum(taken)
    while 1 - sigmoid((a + b) * c) > left:
        d = a + b
        slope = sigmoid_prime(d * c)
        a, b, c = a + 0.1 * c * slope, b + 0.1 * c * slope, c + 0.1 * d * slope
        steps += 1
    taken.append(steps - sum(taken))

first, second = taken
print(f"answer {second}")
#> answer 21
print(f"as_before {first}")
#> as_before 12
print(f"twice {2 * first}")
#> twice 24
print(f"in_all {first + second}")
#> in_all 33
