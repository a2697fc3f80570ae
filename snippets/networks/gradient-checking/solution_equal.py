pairs = [(0.030700001, 0.0307), (0.0304, 0.0307), (0.012, -0.015), (1.4e-9, 7e-10)]
for computed, measured in pairs:
    distance = abs(computed - measured)
    larger = max(abs(computed), abs(measured))
    print(f"{distance / larger:.2g}, in the check {distance / max(larger, 0.001):.2g}")
    #> 3.3e-08, in the check 3.3e-08
    #> 0.0098, in the check 0.0098
    #> 1.8, in the check 1.8
    #> 0.5, in the check 7e-07
