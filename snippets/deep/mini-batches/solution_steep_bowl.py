curvature = 8
print("limit:", 2 / curvature, "best:", 1 / curvature)
#> limit: 0.25 best: 0.125
w = 1.0
for step in [1, 2, 3]:
    w = w - 0.15 * curvature * w
    print(f"after step {step}: {w:.3f}")
    #> after step 1: -0.200
    #> after step 2: 0.040
    #> after step 3: -0.008
for eta, variance in [(0.05, 1), (0.1, 1 / 2)]:
    floor = eta * variance / (curvature * (2 - eta * curvature))
    print(f"floor with the rate {eta}: {floor:.4f}")
    #> floor with the rate 0.05: 0.0039
    #> floor with the rate 0.1: 0.0052
