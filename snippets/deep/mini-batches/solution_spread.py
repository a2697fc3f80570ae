import numpy as np

rng = np.random.default_rng(0)
derivatives = rng.normal(0, 2, (10000, 100))  # one row for each mini-batch
for samples in [25, 100]:
    print(samples, f"{derivatives[:, :samples].mean(axis=1).std():.1f}")
    #> 25 0.4
    #> 100 0.2
