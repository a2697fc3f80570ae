from itertools import pairwise

import numpy as np
import pytest

from backprop import (
    Activation,
    Adam,
    BatchNorm,
    Conv2d,
    Dense,
    DivergedError,
    Flatten,
    Layer,
    Model,
    Network,
    Residual,
    _data,
    accuracy,
    numerical_gradient,
    predict,
    train,
)

ENDS = [
    ("identity", "quadratic"),
    ("sigmoid", "quadratic"),
    ("softmax", "quadratic"),
    ("sigmoid", "cross_entropy"),
    ("softmax", "cross_entropy"),
]


def twins(sizes, hidden="tanh", output="softmax", cost="cross_entropy"):
    """A network, and a model that is the same."""
    net = Network(sizes, hidden=hidden, output=output, cost=cost, init="xavier", rng=1)
    layers = []
    for n_in, n_out in pairwise(sizes):
        layers += [Dense(n_in, n_out), Activation(hidden)]
    model = Model(layers[:-1], output, cost)
    for layer, w, b in zip(model.body.layers[::2], net.weights, net.biases, strict=True):
        layer.w, layer.b = w, b
    return net, model


def data(n=3, classes=3, m=25, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, m)), np.eye(classes)[:, rng.integers(classes, size=m)]


@pytest.mark.parametrize(("output", "cost"), ENDS)
def test_a_model_of_dense_layers_is_a_network(output, cost):
    net, model = twins([3, 4, 3], output=output, cost=cost)
    x, y = data()
    np.testing.assert_allclose(model.feedforward(x), net.feedforward(x), rtol=1e-12)
    assert model.cost(x, y) == pytest.approx(net.cost(x, y), rel=1e-12)
    assert (predict(model, x) == predict(net, x)).all()
    assert accuracy(model, x, y) == accuracy(net, x, y)
    gradients = model.backprop(x, y)
    for i, (b, w) in enumerate(zip(*net.backprop(x, y), strict=True)):
        np.testing.assert_allclose(gradients[f"{2 * i}.w"], w, rtol=1e-10, atol=1e-14)
        np.testing.assert_allclose(gradients[f"{2 * i}.b"], b, rtol=1e-10, atol=1e-14)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"batch_size": None},
        {"optimizer": "momentum", "eta": 0.05},
        {"optimizer": Adam(beta_1=0.8), "eta": 0.01},
        {"optimizer": "adamw", "eta": 0.01},
        {"l2": 0.1, "l1": 0.01},
        {"clip_norm": 0.1},
        {"clip_value": 0.01, "schedule": lambda epoch, epochs: 1 - epoch / epochs},
        {"validation": data(seed=1), "patience": 2, "eta": 2},
    ],
)
def test_a_model_of_dense_layers_is_trained_as_a_network(options):
    net, model = twins([3, 4, 5, 3])
    x, y = data()
    options = {"epochs": 6, "eta": 0.3, "batch_size": 4, "rng": 3, **options}
    expected, history = train(net, x, y, **options), train(model, x, y, **options)
    for name in ("cost", "accuracy", "validation_cost", "validation_accuracy", "eta"):
        np.testing.assert_allclose(getattr(history, name), getattr(expected, name), rtol=1e-9, err_msg=name)
    np.testing.assert_allclose(history.gradient_norms, expected.gradient_norms, rtol=1e-8)
    assert history.stopped == expected.stopped
    for layer, w, b in zip(model.body.layers[::2], net.weights, net.biases, strict=True):
        np.testing.assert_allclose(layer.w, w, rtol=1e-8, atol=1e-12)
        np.testing.assert_allclose(layer.b, b, rtol=1e-8, atol=1e-12)


def test_the_callback_sees_the_model_and_may_assign():
    net, model = twins([3, 4, 3])
    x, y = data()

    def halve(epoch, given, history):
        assert len(history.cost) == epoch + 1
        if given is net:
            given.weights = [w / 2 for w in given.weights]
        else:
            for layer in given.body.layers[::2]:
                layer.w = layer.w / 2

    costs = [train(one, x, y, epochs=4, callback=halve).cost for one in (net, model)]
    np.testing.assert_allclose(*costs, rtol=1e-9)


@pytest.mark.parametrize("copied", [_data.COPIED, 0])
@pytest.mark.parametrize("batch_size", [4, None])
def test_where_samples_lie_in_memory_makes_no_difference(batch_size, copied, monkeypatch):
    monkeypatch.setattr(_data, "COPIED", copied)
    found = []
    x, y = np.random.default_rng(0).normal(size=(2, 4, 4, 25)), data(m=25)[1]
    for order in "FC":
        layers = [Conv2d(2, 3, 3, padding=1, rng=1), Activation("tanh"), Flatten(), Dense(48, 3, rng=2)]
        model = Model(layers, "softmax", "cross_entropy")
        given = np.array(x, order=order), np.array(y, order=order)
        history = train(model, *given, epochs=3, eta=0.1, batch_size=batch_size)
        found.append([*history.cost, *np.concatenate([p.ravel() for p in model.parameters.values()])])
    np.testing.assert_allclose(*found, rtol=0 if copied else 1e-12)


def test_after_training_a_layer_has_arrays_of_its_own():
    _, model = twins([3, 4, 3])
    train(model, *data(), epochs=1)
    assert all(array.base is None for array in model.parameters.values())


def deep():
    layers = [Dense(3, 5, rng=1), BatchNorm(5), Activation("relu")]
    return Model(
        [*layers, Residual([Dense(5, 5, rng=2), Activation("tanh")]), Dense(5, 3)], "softmax", "cross_entropy"
    )


def test_the_gradient_of_the_whole():
    model, (x, y) = deep(), data(m=7)
    gradients = model.backprop(x, y)
    assert list(gradients) == list(model.parameters)
    for _, layer, name in model.body.owners():
        start = vars(layer)[name]

        def cost(nudged, layer=layer, name=name):
            vars(layer)[name] = nudged
            return model.cost(x, y, training=True)

        numerical = numerical_gradient(cost, start)
        vars(layer)[name] = start
        np.testing.assert_allclose(getattr(layer, f"nabla_{name}"), gradients.pop(next(iter(gradients))))
        model.backprop(x, y)
        np.testing.assert_allclose(getattr(layer, f"nabla_{name}"), numerical, rtol=1e-5, atol=1e-8)


@pytest.mark.parametrize("seed", range(3))
def test_it_learns(seed):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(2, 200))
    inside = (x**2).sum(axis=0) < 1.2
    y = np.array([inside, ~inside], float)
    layers = [
        Dense(2, 16, rng=rng),
        BatchNorm(16),
        Activation("relu"),
        Residual([Dense(16, 16, rng=rng), Activation("relu")]),
    ]
    model = Model([*layers, Dense(16, 2, rng=rng)], "softmax", "cross_entropy")
    history = train(model, x, y, epochs=40, eta=0.02, batch_size=20, optimizer="adam", rng=seed)
    assert accuracy(model, x, y) > 0.95
    assert history.gradient_norms.shape == (40, 3)  # of the layers with weights: two dense ones, one residual


def test_the_best_epoch_comes_back_with_its_running_averages():
    model, (x, y), held_out = deep(), data(m=30), data(seed=1)
    history = train(model, x, y, epochs=40, eta=0.5, validation=held_out, patience=3)
    assert history.stopped == "patience"
    assert model.cost(*held_out) == pytest.approx(min(history.validation_cost), rel=1e-12)


def test_after_a_divergence_the_running_averages_are_those_of_before():
    model, x = Model([Dense(2, 2), BatchNorm(2), TrapBack(), Dense(2, 2)]), np.eye(2)
    norm = model.body.layers[1]
    with pytest.raises(DivergedError):
        train(model, x, x, epochs=3)
    assert not norm.running_mean.any()
    assert (norm.running_variance == 1).all()
    assert norm.running_mean.base is None


def test_running_averages_take_no_part_in_the_steps():
    for optimizer in ("momentum", "rmsprop", "adam", "adamw"):
        models = deep(), deep()
        x, y = data()
        train(models[0], x, y, epochs=1, batch_size=None, optimizer=optimizer, eta=1e-12)
        models[1].body.forward(x)
        for name in ("running_mean", "running_variance"):
            found, expected = (getattr(model.body.layers[1], name) for model in models)
            np.testing.assert_allclose(found, expected, rtol=1e-9)


def test_a_model_without_parameters_stays_as_it_is():
    history = train(Model([Activation("relu")]), [[1, -1]], [[1, 0]], epochs=2, optimizer="adam")
    assert history.cost == [0, 0]
    assert history.gradient_norms.shape == (2, 0)


def test_weights_decay_and_nothing_else_does():
    model = Model([BatchNorm(2), Dense(2, 2)])
    model.body.layers[0].beta = [[3], [3]]
    w = model.body.layers[1].w.copy()
    x = np.random.default_rng(0).normal(size=(2, 5))
    train(model, x, model.body.forward(x), epochs=1, eta=0.1, batch_size=None, l2=1)  # the gradient is 0
    np.testing.assert_allclose(model.body.layers[1].w, 0.9 * w, rtol=1e-12)
    np.testing.assert_allclose(model.body.layers[0].beta, 3, rtol=1e-12)


def test_targets_at_each_place():
    rng = np.random.default_rng(0)
    x = rng.normal(size=(2, 4, 30))
    right = (x[0] > x[1]).astype(int)
    y = np.eye(2)[right].transpose(2, 0, 1)
    model = Model([Dense(2, 2)], "softmax", "cross_entropy")
    flat_x, flat_y = x.reshape(2, -1), y.reshape(2, -1)
    assert model.cost(x, y) == pytest.approx(model.cost(flat_x, flat_y), rel=1e-12)
    np.testing.assert_allclose(model.backprop(x, y)["0.w"], model.backprop(flat_x, flat_y)["0.w"], rtol=1e-12)
    history = train(model, x, y, epochs=60, eta=2, validation=(x, y))
    assert predict(model, x).shape == (4, 30)
    assert (
        history.validation_accuracy[-1] == pytest.approx(accuracy(model, x, y)) == pytest.approx(1, abs=0.02)
    )
    assert history.validation_cost[-1] == pytest.approx(model.cost(x, y))


def test_float32_stays():
    model = deep().astype(np.float32)
    x, y = data()
    train(model, x, y, epochs=2)
    assert {array.dtype for array in model.parameters.values()} == {np.dtype(np.float32)}
    assert model.feedforward(x).dtype == np.float32
    assert {array.dtype for array in model.backprop(x, y).values()} == {np.dtype(np.float32)}


def test_in_use_the_running_averages_are_taken():
    model, (x, y) = deep(), data()
    train(model, x, y, epochs=5)
    assert model.cost(x, y) != pytest.approx(model.cost(x, y, training=True))
    np.testing.assert_array_equal(model.feedforward(x)[:, [3]], model.feedforward(x[:, [3]]))


@pytest.mark.parametrize("inside", [False, True])
def test_what_diverges_is_named(inside):
    explosive = [Dense(2, 2, rng=1), Dense(2, 2, rng=2), Dense(2, 2, rng=3)]
    model = Model([Dense(2, 2), Residual(explosive) if inside else explosive[0], Dense(2, 2)])
    before = {name: array.copy() for name, array in model.parameters.items()}
    with pytest.raises(
        DivergedError, match=r"training diverged in epoch 0 .* of layer \d became NaN or inf"
    ) as caught:
        train(model, np.full((2, 4), 1e3), np.full((2, 4), -1e3), eta=1e200, epochs=9, batch_size=2)
    assert caught.value.layer in (2, 3, 4)
    for name, array in model.parameters.items():
        np.testing.assert_array_equal(array, before[name])


class Trap(Layer):
    def forward(self, x):
        return x + 0 if x.shape[-1] == 1 else np.full_like(x, np.nan)  # the first sample goes ahead alone

    def backward(self, delta):
        return delta


class TrapBack(Layer):
    def forward(self, x):
        return x + 0

    def backward(self, delta):
        return np.full_like(delta, np.inf)


@pytest.mark.parametrize(
    ("layers", "what", "number"),
    [
        ([Dense(2, 2), Trap(), Dense(2, 2)], "what is returned by", 3),
        ([Dense(2, 2), Residual([Trap(), Dense(2, 2)])], "what is returned by", 3),
        ([Dense(2, 2), TrapBack(), Dense(2, 2)], "the gradient", 3),
    ],
)
def test_the_layer_that_is_not_finite_is_named(layers, what, number):
    model, x = Model([Dense(2, 2)]), np.eye(2)
    model.body.layers[:] = layers
    with pytest.raises(DivergedError, match=rf"{what} of layer {number} became NaN"):
        train(model, x, x)


MODEL = Model([Dense(2, 3)], "softmax", "cross_entropy")
X, Y = np.ones((2, 4)), np.eye(3)[:, [0, 1, 2, 0]]


@pytest.mark.parametrize(
    ("act", "error", "words"),
    [
        (lambda: Model([], "softmax"), ValueError, "layers must be a list of at least one layer"),
        (lambda: Model(Dense(1, 1)), TypeError, "layers must be a list of at least one layer; got"),
        (lambda: Model([Dense(1, 1)], "soft"), ValueError, "output must be one of 'sigmoid'"),
        (lambda: Model([Dense(1, 1)], cost="cross_entropy"), ValueError, "needs probabilities"),
        (lambda: MODEL.feedforward(X.T), ValueError, r"x of Dense must have shape \(2, …, m\)"),
        (
            lambda: MODEL.cost(X, Y[:, :3]),
            ValueError,
            r"y must have the shape .*, \(3, 4\); got shape \(3, 3\)",
        ),
        (lambda: MODEL.backprop(X, X), ValueError, "each column of y must sum to 1"),
        (lambda: MODEL.backprop(X, 2 * Y), ValueError, "y must lie between 0 and 1"),
        (lambda: MODEL.cost(X, [1, 0, 0]), ValueError, r"y must have shape \(n_out, …, m\)"),
        (lambda: train(MODEL, X, Y[:, :3]), ValueError, "x has 4; got 3"),
        (lambda: train(MODEL, X, Y[:2] + 0.0 * 1), ValueError, "each column of y must sum to 1"),
        (lambda: train(MODEL, X, np.full((2, 4), 0.5)), ValueError, r"last layer returns, \(3, 4\); got"),
        (lambda: train(MODEL, X.T, Y), ValueError, "y must have a target for each sample"),
        (lambda: train(MODEL, X[:, :0], Y[:, :0]), ValueError, r"x must have shape \(…, m\) with m ≥ 1"),
        (lambda: train(MODEL, [["a"]], Y), TypeError, "x must be a number or an array of numbers"),
        (lambda: train(MODEL, X, Y, validation=(X, X)), ValueError, "each column of y must sum to 1"),
        (lambda: train(MODEL, X, Y, validation=(X, Y.T[:3])), ValueError, "validation y must"),
        (lambda: train(MODEL, X, Y, dropout=0.5), ValueError, "net is a Model; got 0.5"),
        (lambda: train(MODEL, X, Y, dropout=[0.5]), ValueError, r"net is a Model; got \[0.5\]"),
        (lambda: train(Model([BatchNorm(2)]), X, X, batch_size=3), ValueError, "at least two values of each"),
        (lambda: accuracy(MODEL, X, Y[:, :3]), ValueError, r"y must have shape \(n_out, 4\), as the outputs"),
        (lambda: predict(Model([Dense(2, 1)]), X), ValueError, "net must have several outputs, or a sigmoid"),
        (lambda: predict(Flatten(), X), TypeError, "net must be a Network or a Model; got"),
        (
            lambda: train(Dense(2, 2), X, Y),
            TypeError,
            r"got Dense\(w: \(2, 2\).*; Model\(\[…\], output, cost\) makes",
        ),
    ],
)
def test_what_is_given_is_checked(act, error, words):
    with pytest.raises(error, match=words):
        act()


def test_one_sigmoid_decides_between_two_classes():
    model = Model([Dense(1, 1)], "sigmoid", "cross_entropy")
    x = np.linspace(-1, 1, 20)[None]
    y = (x > 0.2).astype(float)
    history = train(model, x, y, epochs=300, eta=3)
    assert accuracy(model, x, y) == 1
    assert history.accuracy[-1] == 1


def test_a_model_says_what_it_is():
    assert repr(MODEL) == "Model([Dense], output='softmax', cost='cross_entropy')"
