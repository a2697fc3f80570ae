def place(steps, beta):
    w, v = 4.0, 0.0
    for _ in range(steps):
        v = beta * v - 0.5 * w
        w = w + v
    return w


print(f"answer {place(3, beta=0.5):.1f}")
#> answer -1.0
print(f"no_memory {place(3, beta=0):.1f}")
#> no_memory 0.5
print(f"undamped {place(3, beta=1):.1f}")
#> undamped -3.5
print(f"rests {place(2, beta=0.5):.1f}")
#> rests 0.0
