from three_steps import h, slopes, w, x

of_w = of_u = 0
arrives = 1  # dC/dh_3, with C = h_3
for t in [3, 2, 1]:
    print(f"step {t}: {arrives:.4f} arrives at the state")
    #> step 3: 1.0000 arrives at the state
    #> step 2: 0.5627 arrives at the state
    #> step 1: 0.4365 arrives at the state
    error = arrives * slopes[t]
    of_w += error * h[t - 1]
    of_u += error * x[t - 1]
    arrives = w * error
print(f"gradients: w {of_w:.4f}, u {of_u:.4f}")
#> gradients: w 0.3714, u 0.1032
