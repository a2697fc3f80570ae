"""Training: mini-batch after mini-batch, a step down the gradient of the cost.

Where nothing else is asked for, `train` is the loop below, made fast; the rest of this file is what else can
be asked for, and what is said where it cannot be had.

>>> import numpy as np
>>> from backprop import Network, datasets, train
>>> x, y = datasets.moons(60, rng=0)
>>> net, other = (Network([2, 5, 1], cost="cross_entropy", rng=0) for _ in range(2))

>>> rng, m = np.random.default_rng(7), x.shape[1]
>>> for epoch in range(4):
...     order = rng.permutation(m)
...     for start in range(0, m, 8):
...         batch = order[start : start + 8]
...         nabla_b, nabla_w = net.backprop(x[:, batch], y[:, batch])
...         for w, b, dw, db in zip(net.weights, net.biases, nabla_w, nabla_b):
...             w -= 0.5 * dw
...             b -= 0.5 * db

>>> history = train(other, x, y, epochs=4, batch_size=8, eta=0.5, rng=7)
>>> all(np.allclose(w, v, rtol=1e-9) for w, v in zip(net.weights, other.weights))
True
"""

import sys
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from backprop._data import checked_data, checked_validation, collected
from backprop._engines import NotFiniteError, squared_norm
from backprop._options import Callback, Options, chances, check_methods, checked_function, checked_optimiser
from backprop._validate import brief, check_count, generator, real, whole
from backprop.engine import Engine
from backprop.history import History
from backprop.layers.engine import LayerEngine
from backprop.layers.model import Model, check_net
from backprop.network import Network
from backprop.optimiser import Optimiser
from backprop.optimisers import SGD
from backprop.schedules import Schedule, checked_schedule


class DivergedError(ArithmeticError):
    """The cost became NaN or infinite.

    Attributes
    ----------
    epoch : integer, counted from 0
    layer : integer
        The first layer of which something was not finite.
    eta : float
        The learning rate of that epoch.
    history : History
        Of the epochs before.

    Examples
    --------
    >>> from backprop import Network, train
    >>> net = Network([1, 1], output="identity", rng=0)
    >>> try:
    ...     train(net, [[0, 1000]], [[0, 1]], eta=1, epochs=200)
    ... except DivergedError as error:
    ...     print(error.layer)
    2
    """

    def __init__(self, what: str, layer: int, epoch: int, eta: float, history: History, kept: str) -> None:
        super().__init__(what, layer, epoch, eta, history, kept)  # for a copy, as another process gets it
        self.epoch, self.layer, self.eta, self.history = epoch, layer, eta, history

    def __str__(self) -> str:
        what, kept = self.args[0], self.args[-1]
        return (
            f"training diverged in epoch {self.epoch} (the first is 0), with eta = {self.eta:g}: {what} of "
            f"layer {self.layer} became NaN or infinite. The network has the weights {kept}. A smaller eta "
            "is the usual cure; clip_norm, or standardised inputs, may help, too"
        )


def train(
    net: Network | Model,
    x: ArrayLike,
    y: ArrayLike,
    *,
    epochs: int = 30,
    eta: float = 0.5,
    batch_size: int | None = 10,
    optimizer: str | Optimiser = "sgd",
    schedule: Schedule | None = None,
    l2: float = 0.0,
    l1: float = 0.0,
    dropout: float | Sequence[float] = 0.0,
    clip_value: float | None = None,
    clip_norm: float | None = None,
    validation: tuple[ArrayLike, ArrayLike] | None = None,
    patience: int | None = None,
    callback: Callback | None = None,
    rng: int | np.random.Generator = 0,
    progress: bool = True,
) -> History:
    """Train the network: in every epoch each sample has its turn once, in a mini-batch, in a new order.

    w ← w − η ∂C/∂w and b ← b − η ∂C/∂b, where C is the mean cost of a mini-batch

    This is the step of "sgd"; the other optimisers say theirs. At the beginning of each epoch the samples
    are shuffled with `rng.permutation(m)` and cut into batches from the left; the last one may be smaller.
    x and y are not changed. Where the numbers of a sample do not lie side by side in memory, in the network's
    precision, one sample after another, they are first copied so, if the copy takes up to 256 MiB; more data
    are collected batch by batch, which may take twice the time.

    Parameters
    ----------
    net : Network or Model
        It gets new weights and biases. A network with a `feedforward`, `forward_pass`, `cost` or `backprop`
        of its own is refused: `train` has the equations of `Network`, made fast.
    x : array of shape (n_1, m), one column a sample
        For a model of the shape that its first layer takes, samples last; what is said here of layers is
        then said of those of its own layers that have weights.
    y : array of shape (n_L, m), the targets
    epochs : positive integer
    eta : positive number
        The learning rate η.
    batch_size : positive integer, or None
        None takes all samples at once, in their own order.
    optimizer : "sgd", "momentum", "nesterov", "rmsprop", "adam" or "adamw", or an instance
        `Adam(beta_1=0.8)`, say: see `backprop.optimisers`. A copy of it is used, from its beginning.
    schedule : function (epoch, epochs) -> number, not negative; optional
        By which factor eta is multiplied: see `backprop.schedules`.
    l2, l1 : numbers, not negative
        Add l2/2 · Σ w² and l1 · Σ |w| to the cost whose gradient is taken; biases are left alone.
    dropout : number, 0 ≤ dropout < 1, or one for each hidden layer
        The chance that a hidden activation is set to 0; the others are divided by 1 − dropout. Not for a
        model.
    clip_value : positive number, optional
        Entries of the gradient beyond ±clip_value are brought back to it.
    clip_norm : positive number, optional
        A gradient (of all weights and biases) that is longer is shortened to this length.
    validation : (x, y), optional
        Data that are not trained on: their cost is measured after each epoch.
    patience : positive integer, optional
        Stop when so many epochs have brought no lower validation cost. However the training ends, the network
        then gets the weights of the best epoch, as they were measured, before what the callback does.
    callback : function (epoch, net, history), optional
        Called after every epoch.
    rng : integer (a seed) or numpy Generator
    progress : bool
        Show a bar on stderr, if that is a terminal and tqdm is installed.

    Returns
    -------
    History
        Ctrl-C ends the training early, with the history up to there and `stopped == "interrupted"`.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.
    DivergedError
        If the cost becomes NaN or infinite. The network then has the weights with which that epoch began, or,
        with patience, those of the best epoch.

    Examples
    --------
    >>> net = Network([2, 2, 1], hidden="tanh", cost="cross_entropy", rng=1)
    >>> x, y = [[0, 0, 1, 1], [0, 1, 0, 1]], [[0, 1, 1, 0]]
    >>> history = train(net, x, y, epochs=500, batch_size=None)
    >>> history.accuracy[-1]
    1.0
    """
    check_net(net)
    if not isinstance(net, Model):
        check_methods(net)
    data = checked_data(net, x, y)
    check_count("epochs", whole("epochs", epochs), "epochs")
    options = Options(
        data=collected(net, data),
        epochs=whole("epochs", epochs),
        eta=real("eta", eta, above=0),
        batch_size=None if batch_size is None else whole("batch_size", batch_size),
        optimiser=checked_optimiser(optimizer),
        schedule=None if schedule is None else checked_schedule("schedule", schedule),
        l2=real("l2", l2, least=0),
        l1=real("l1", l1, least=0),
        dropout=chances(dropout, net),
        clip_value=None if clip_value is None else real("clip_value", clip_value, above=0),
        clip_norm=None if clip_norm is None else real("clip_norm", clip_norm, above=0),
        validation=None if validation is None else checked_validation(net, validation, data),
        patience=None if patience is None else whole("patience", patience),
        callback=checked_function("callback", callback),
    )
    if patience is not None and validation is None:
        raise ValueError("patience needs validation data, validation=(x, y); got none")
    if not isinstance(progress, bool):
        raise TypeError(f"progress must be True or False; got {brief(progress)}")
    return _Training(net, options, generator(rng)).run(progress)


class _Training:
    """One run of `train`."""

    def __init__(self, net: Network | Model, options: Options, rng: np.random.Generator) -> None:
        self.net, self.options, self.rng = net, options, rng
        self.m = options.data.x.shape[-1]
        batch_size = self.m if options.batch_size is None else min(options.batch_size, self.m)
        self.engine: Engine | LayerEngine
        if isinstance(net, Model):
            self.engine = LayerEngine(net, options.data, batch_size)
        else:
            self.engine = Engine(net, options.data, batch_size, options.dropout, rng)
        self.optimiser = options.optimiser
        self.optimiser.reset(self.engine.parameters, self.engine.weight_count)
        self.eta = options.eta
        penalised = (
            options.l2 or options.l1 or options.clip_value is not None or options.clip_norm is not None
        )
        self.plain = type(self.optimiser) is SGD and not penalised
        self.history = History(layers=self.engine.layer_count)
        self.kept = self.engine.parameters.copy()  # as they were at the end of the last epoch
        self.best = self.kept if options.patience is None else self.kept.copy()

    def run(self, progress: bool) -> History:
        """Train epoch by epoch, and leave the network with the weights that it is to have."""
        bar = _bar(self.options.epochs) if progress else None
        done = 0
        try:
            for epoch in range(self.options.epochs):
                self._epoch(epoch)
                done += 1
                if bar is not None:
                    bar.set_postfix_str(f"cost {self.history.cost[-1]:.4g}", refresh=False)
                    bar.update()
                if self.options.callback is not None:
                    try:
                        self.options.callback(epoch, self.net, self.history)
                    finally:
                        self.engine.adopt()
                    self.engine.check_parameters()
                    self.kept[...] = self.engine.parameters
                if self._out_of_patience(epoch):
                    self.history.stopped = "patience"
                    break
        except KeyboardInterrupt:
            self.history.stopped = "interrupted"
            self.history.cut(done)
            if not np.isfinite(self.engine.parameters).all():
                self.engine.parameters[...] = self.kept
        except NotFiniteError as trouble:
            self.history.cut(done)
            self.engine.parameters[...] = self.kept
            kept = "with which that epoch began"
            if self._has_best():
                kept = f"of epoch {self.history.best_epoch}, the best one"
            raise DivergedError(trouble.what, trouble.layer, done, self.eta, self.history, kept) from None
        finally:
            if bar is not None:
                bar.close()
            if self._has_best():
                self.engine.parameters[...] = self.best
            del self.best, self.kept  # their memory is needed now
            self.engine.release()
        return self.history

    def _has_best(self) -> bool:
        return self.options.patience is not None and bool(self.history.validation_cost)

    def _epoch(self, epoch: int) -> None:
        engine, history, data = self.engine, self.history, self.options.data
        self.eta = real(f"eta in epoch {epoch}", self.options.eta * self._factor(epoch))
        order = None if self.options.batch_size is None else self.rng.permutation(self.m)
        if self.plain and 1e-9 < self.eta < 1e9:  # η times a number of float32 is one, too
            sums = engine.epoch(order, scale=self.eta)
        else:
            sums = engine.epoch(order, self._step)
        engine.check_parameters()
        validation = self.options.validation
        held_out = None if validation is None else engine.evaluate(validation)
        self.kept[...] = engine.parameters

        history.eta.append(self.eta)
        history.cost.append(sums.cost / self.m)
        history.norms.append([(square / sums.batches) ** 0.5 for square in sums.squared_norms])
        if data.classes is not None:
            history.accuracy.append(sums.right / self.m)
        if validation is not None and held_out is not None:
            count = validation.x.shape[-1]
            history.validation_cost.append(held_out.cost / count)
            if validation.classes is not None:
                history.validation_accuracy.append(held_out.right / count)
            if self.options.patience is not None and history.best_epoch == epoch:
                self.best[...] = engine.parameters

    def _step(self) -> None:
        """Penalties, clipping, optimiser: what happens to the parameters when the gradient is there."""
        options, w, g = self.options, self.engine.parameters, self.engine.gradient
        weights = slice(self.engine.weight_count)
        if options.l2:
            g[weights] += options.l2 * w[weights]  # of l2/2 · Σ w²
        if options.l1:
            g[weights] += options.l1 * np.sign(w[weights])  # of l1 · Σ |w|
        if options.clip_value is not None:
            np.clip(g, -options.clip_value, options.clip_value, out=g)
        if options.clip_norm is not None:
            norm = squared_norm(g) ** 0.5
            if norm > options.clip_norm:
                g *= options.clip_norm / norm
        self.optimiser.step(w, g, self.eta)

    def _factor(self, epoch: int) -> float:
        if self.options.schedule is None:
            return 1.0
        return real(
            f"schedule({epoch}, {self.options.epochs})",
            self.options.schedule(epoch, self.options.epochs),
            least=0,
        )

    def _out_of_patience(self, epoch: int) -> bool:
        best = self.history.best_epoch
        return (
            self.options.patience is not None and best is not None and epoch - best >= self.options.patience
        )


def _bar(epochs: int) -> Any:
    """Return a progress bar, if there is a terminal to show it and tqdm to draw it."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    try:
        from tqdm import tqdm
    except ModuleNotFoundError:
        return None
    return tqdm(total=epochs, unit="epoch", file=sys.stderr)
