curvature = 4  # the cost is half the curvature times w²

print("rate  factor     0      1      2      3      4      5     50")
#> rate  factor     0      1      2      3      4      5     50
for eta in [0.02, 0.2, 0.25, 0.45, 0.5, 0.52]:
    w, factor = 1.0, 1 - eta * curvature
    places = []
    for step in range(51):
        if step <= 5 or step == 50:
            places.append(f"{w:6.2f}")
        w = w - eta * curvature * w
    print(f"{eta:.2f} {factor:7.3g}", *places)
    #> 0.02    0.92   1.00   0.92   0.85   0.78   0.72   0.66   0.02
    #> 0.20     0.2   1.00   0.20   0.04   0.01   0.00   0.00   0.00
    #> 0.25       0   1.00   0.00   0.00   0.00   0.00   0.00   0.00
    #> 0.45    -0.8   1.00  -0.80   0.64  -0.51   0.41  -0.33   0.00
    #> 0.50      -1   1.00  -1.00   1.00  -1.00   1.00  -1.00   1.00
    #> 0.52   -1.08   1.00  -1.08   1.17  -1.26   1.36  -1.47  46.90
