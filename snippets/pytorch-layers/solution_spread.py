import numpy as np

rng = np.random.default_rng(0)
for keep in (0.9, 0.1):
    average, ends = np.zeros(20000), []
    for batch in rng.normal(size=(300, 20000)):  # 20000 layers side by side
        average = keep * average + (1 - keep) * batch
    print(f"keep {keep}: {average.var():.2f}, expected {(1 - keep) / (1 + keep):.2f}")
    #> keep 0.9: 0.05, expected 0.05
    #> keep 0.1: 0.83, expected 0.82
