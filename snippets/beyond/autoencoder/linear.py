import numpy as np

from backprop import Dense, Model, train

from digits import x

mean = x.mean(axis=1, keepdims=True)
directions, _, _ = np.linalg.svd(x - mean, full_matrices=False)
plane = directions[:, :2]
copies = mean + plane @ (plane.T @ (x - mean))
print(f"best plane: {((x - copies) ** 2).sum() / 2 / x.shape[1]:.4f}")
#> best plane: 1.6817

for seed in range(2):
    rng = np.random.default_rng(seed)
    model = Model([Dense(64, 2, rng=rng), Dense(2, 64, rng=rng)])
    for eta in [0.01, 0.001]:
        train(model, x, x, epochs=40, eta=eta, batch_size=50, optimizer="adam", rng=0)
    print(f"network:    {model.cost(x, x):.4f}")
    #> network:    1.6836
    #> network:    1.7169
