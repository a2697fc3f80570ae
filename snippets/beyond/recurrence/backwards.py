from three_steps import h, slopes, w, x

of_w = of_u = 0
arrives = 1  # dC/dh_3, with C = h_3
for t in [3, 2, 1]:
    factor = w * slopes[t]
    print(f"step {t}: {arrives:.4f} arrives at the state, times {factor:.4f} goes on")
    #> step 3: 1.0000 arrives at the state, times 0.5627 goes on
    #> step 2: 0.5627 arrives at the state, times 0.7758 goes on
    #> step 1: 0.4365 arrives at the state, times 0.1446 goes on
    error = arrives * slopes[t]
    of_w += error * h[t - 1]
    of_u += error * x[t - 1]
    arrives = factor * arrives
print(f"gradients: w {of_w:.4f}, u {of_u:.4f}")
#> gradients: w 0.3714, u 0.1032
print(f"with w {w}, {arrives:.4f} is left at the start")
#> with w 0.8, 0.0631 is left at the start
