inside = outside = 0.0  # two velocities, the learning rate in the one only
for t in range(1, 301):
    eta = 0.04 if t <= 200 else 0.004
    g = 1
    inside = 0.9 * inside - eta * g
    outside = 0.9 * outside + g
    if t in (200, 201, 210, 300):
        print(f"step {t}: {-inside:.4f} and {eta * outside:.4f}")
        #> step 200: 0.4000 and 0.4000
        #> step 201: 0.3640 and 0.0400
        #> step 210: 0.1655 and 0.0400
        #> step 300: 0.0400 and 0.0400
