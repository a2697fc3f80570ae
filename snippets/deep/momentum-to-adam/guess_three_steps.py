def after_three(eta, beta):
    w, v = 4.0, 0.0
    for _ in range(3):
        v = beta * v - eta * w
        w = w + v
    return w


print(f"answer {after_three(0.5, beta=0.5):.1f}")
#> answer -1.0
print(f"no_memory {after_three(0.5, beta=0):.1f}")
#> no_memory 0.5
print(f"undamped {after_three(0.5, beta=1):.1f}")
#> undamped -3.5
print(f"rests {0.0:.1f}")
#> rests 0.0
