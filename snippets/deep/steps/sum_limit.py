beta = 0.9
for t in [1, 2, 3]:
    to_t_minus_1 = sum(beta**s for s in range(t))
    to_t = sum(beta**s for s in range(t + 1))
    formula = (1 - beta**t) / (1 - beta)
    print(f"t = {t}: {to_t_minus_1:.2f} and {to_t:.3f}, formula {formula:.2f}")
    #> t = 1: 1.00 and 1.900, formula 1.00
    #> t = 2: 1.90 and 2.710, formula 1.90
    #> t = 3: 2.71 and 3.439, formula 2.71
