"""The same training by other means: one sample at a time, and with PyTorch, JAX, scikit-learn, if installed.

Each function returns a function that trains for an epoch. Samples are rows, as PyTorch and scikit-learn want
them; `order` says in which order they have their turn.
"""

import importlib.util
import os
import warnings
from importlib.metadata import version

import numpy as np

from backprop import Network

PACKAGES = {"PyTorch": "torch", "JAX": "jax", "scikit-learn": "scikit-learn"}
MODULES = {"PyTorch": "torch", "JAX": "jax", "scikit-learn": "sklearn"}


def installed(name: str) -> bool:
    """Return whether there is such a library."""
    return importlib.util.find_spec(MODULES[name]) is not None


def titled(name: str) -> str:
    """Return the library's name with its version."""
    return f"{name} {version(PACKAGES[name]).partition('+')[0]}"


def float32(net: Network) -> Network:
    """Make the network one of float32."""
    net.weights = [w.astype(np.float32) for w in net.weights]
    net.biases = [b.astype(np.float32) for b in net.biases]
    return net


def one_sample_at_a_time(net, x, y, order, eta, batch_size):
    """Add up the gradients of a mini-batch sample by sample, in a loop written for two layers of sigmoids."""
    (w2, w3), (b2, b3) = net.weights, net.biases

    def epoch():
        for start in range(0, len(order), batch_size):
            batch = order[start : start + batch_size]
            nabla_w2, nabla_w3, nabla_b2, nabla_b3 = (np.zeros_like(array) for array in (w2, w3, b2, b3))
            for i in batch:
                a1 = x[i][:, None]
                a2 = 1 / (1 + np.exp(-(w2 @ a1 + b2)))
                a3 = 1 / (1 + np.exp(-(w3 @ a2 + b3)))
                delta3 = a3 - y[i][:, None]
                delta2 = (w3.T @ delta3) * a2 * (1 - a2)
                nabla_b2 += delta2
                nabla_b3 += delta3
                nabla_w2 += delta2 @ a1.T
                nabla_w3 += delta3 @ a2.T
            share = eta / len(batch)
            for array, nabla in (w2, nabla_w2), (w3, nabla_w3), (b2, nabla_b2), (b3, nabla_b3):
                array -= share * nabla

    return epoch


def one_call_a_batch(net, x, y, order, eta, batch_size):
    """Take the library's gradient of each mini-batch, as in the book."""

    def epoch():
        for start in range(0, len(order), batch_size):
            batch = order[start : start + batch_size]
            nabla_b, nabla_w = net.backprop(x[batch].T, y[batch].T)
            for arrays, nablas in (net.weights, nabla_w), (net.biases, nabla_b):
                for array, nabla in zip(arrays, nablas, strict=True):
                    array -= eta * nabla

    return epoch


def pytorch(net, x, y, order, eta, batch_size, threads=1):
    """Train a copy of the network with PyTorch, eagerly; it is the epoch's `module`."""
    import torch

    torch.set_num_threads(threads)
    hidden = {"sigmoid": torch.nn.Sigmoid, "relu": torch.nn.ReLU}[net.hidden]
    parts = []
    for w, b in zip(net.weights, net.biases, strict=True):
        layer = torch.nn.Linear(w.shape[1], w.shape[0])
        layer.weight.data, layer.bias.data = torch.tensor(w), torch.tensor(b[:, 0])
        parts += [layer, hidden()]
    module = torch.nn.Sequential(*parts[:-1])
    if net.output == "softmax":
        cost, targets = torch.nn.CrossEntropyLoss(), torch.tensor(y.argmax(axis=1))
    else:
        cost, targets = torch.nn.BCEWithLogitsLoss(reduction="sum"), torch.tensor(y)
    optimizer = torch.optim.SGD(module.parameters(), lr=eta)
    samples, turns = torch.tensor(x), torch.tensor(order)

    def epoch():
        for start in range(0, len(turns), batch_size):
            batch = turns[start : start + batch_size]
            optimizer.zero_grad()
            value = cost(module(samples[batch]), targets[batch])
            if net.output == "sigmoid":
                value = value / len(batch)
            value.backward()
            optimizer.step()

    epoch.module = module
    return epoch


def jax_compiled(net, x, y, order, eta, batch_size):
    """Train a copy of the network with JAX: a whole epoch is one compiled program, on one thread."""
    one_thread = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
    os.environ["XLA_FLAGS"] = f"{os.environ.get('XLA_FLAGS', '')} {one_thread}"
    import jax
    from jax import numpy as jnp

    hidden = {"sigmoid": jax.nn.sigmoid, "relu": jax.nn.relu}[net.hidden]

    def cost(parameters, x, y):
        a = x
        for w, b in parameters[:-1]:
            a = hidden(a @ w.T + b)
        w, b = parameters[-1]
        z = a @ w.T + b
        if net.output == "softmax":
            return -(y * jax.nn.log_softmax(z)).sum() / len(x)
        return (jax.nn.softplus(z) - y * z).sum() / len(x)

    def step(parameters, batch):
        nablas = jax.grad(cost)(parameters, *batch)
        return jax.tree.map(lambda array, nabla: array - eta * nabla, parameters, nablas), None

    @jax.jit
    def whole_epoch(parameters, x, y, order):
        x, y = x[order], y[order]  # all at once: twice as fast as batch by batch
        whole = len(order) // batch_size * batch_size
        batches = [array[:whole].reshape(-1, batch_size, array.shape[1]) for array in (x, y)]
        parameters, _ = jax.lax.scan(step, parameters, tuple(batches))
        return step(parameters, (x[whole:], y[whole:]))[0] if whole < len(order) else parameters

    x, y, order = jnp.asarray(x), jnp.asarray(y), jnp.asarray(order)

    def epoch():
        epoch.parameters = jax.block_until_ready(whole_epoch(epoch.parameters, x, y, order))

    epoch.parameters = [
        (jnp.asarray(w), jnp.asarray(b[:, 0])) for w, b in zip(net.weights, net.biases, strict=True)
    ]
    return epoch


def scikit_learn(net, x, y, eta, batch_size):
    """Train a network of the same sizes with scikit-learn, which draws, shuffles and has a softmax."""
    from sklearn.neural_network import MLPClassifier

    model = MLPClassifier(
        tuple(net.sizes[1:-1]),
        activation={"sigmoid": "logistic", "relu": "relu"}[net.hidden],
        solver="sgd",
        alpha=0,
        batch_size=batch_size,
        learning_rate_init=eta,
        momentum=0,
        nesterovs_momentum=False,
        random_state=0,
    )
    classes, labels = np.arange(net.sizes[-1]), y.argmax(axis=1)

    def epoch():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model.partial_fit(x, labels, classes=classes)

    epoch.model = model
    return epoch
