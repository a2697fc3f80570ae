import numpy as np

curvature = np.array([1, 25])  # along the valley, across the valley
print("rate     steps")
#> rate     steps
for eta in [0.01, 0.04, 0.07, 0.0769, 0.079, 0.08]:
    w = np.array([10.0, 1.0])
    step = 0
    while abs(w).max() >= 0.01 and step < 1000:
        w = w - eta * curvature * w
        step = step + 1
    print(f"{eta:.4f}   {step if step < 1000 else 'more than 1000'}")
    #> 0.0100   688
    #> 0.0400   170
    #> 0.0700   96
    #> 0.0769   87
    #> 0.0790   182
    #> 0.0800   more than 1000
