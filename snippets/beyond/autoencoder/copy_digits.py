import numpy as np

from backprop import Activation, Dense, Model, train

from digits import x, x_new


def build(code, seed):
    """64 numbers, 40 tanh units, the code, 40 tanh units, 64 numbers."""
    rng = np.random.default_rng(seed)
    layers = []
    for n_in, n_out in [(64, 40), (40, code), (code, 40), (40, 64)]:
        layers += [Dense(n_in, n_out, init="xavier", rng=rng), Activation("tanh")]
    del layers[3], layers[-1]  # neither the code nor the copy is squeezed
    return Model(layers)


how = {"epochs": 60, "eta": 0.005, "batch_size": 50, "optimizer": "adam"}

if __name__ == "__main__":
    for seed in range(2):
        model = build(2, seed)
        train(model, x, x, **how, rng=seed)
        seen, new = model.cost(x, x), model.cost(x_new, x_new)
        print(f"cost of a copy: {seen:.1f}, of a new image: {new:.1f}")
        #> cost of a copy: 1.2, of a new image: 1.3
        #> cost of a copy: 1.3, of a new image: 1.4
    mean = x.mean(axis=1, keepdims=True)
    print(f"without looking: {((x - mean) ** 2).sum() / 2 / x.shape[1]:.1f}")
    #> without looking: 2.4
