"""Data to learn from: samples as columns of x, their targets as columns of y.

Small sets are drawn here, from a seed; two real ones come with scikit-learn, and MNIST is read from a folder.
Nothing is fetched over a network.
"""

from pathlib import Path
from typing import Any, overload

import numpy as np
from numpy.typing import ArrayLike

from backprop._idx import images_and_labels
from backprop._validate import Array, check_count, file_name, finite, generator, numbers, real, whole

Pair = tuple[Array, Array]
Quartet = tuple[Array, Array, Array, Array]


def xor() -> Pair:
    """Return the four cases of "one or the other, but not both".

    Returns
    -------
    x : array of shape (2, 4)
    y : array of shape (1, 4), 1 where the two inputs differ

    Examples
    --------
    >>> x, y = xor()
    >>> print(x, y, sep="\\n")
    [[0. 0. 1. 1.]
     [0. 1. 0. 1.]]
    [[0. 1. 1. 0.]]
    """
    x = np.array([[0.0, 0, 1, 1], [0, 1, 0, 1]])
    return x, (x[:1] != x[1:]).astype(np.float64)


def spirals(m: int = 300, classes: int = 3, noise: float = 0.2, rng: int | np.random.Generator = 0) -> Pair:
    """Return points on the arms of a spiral, one arm a class: no straight line parts them.

    (r sin t, r cos t) with r from 0 to 1 and t = 2πk / classes + 4r + noise · ε, where ε is normal

    The idea is from the course CS231n (Karpathy, Stanford, 2015).

    Parameters
    ----------
    m : positive integer, at least one point for each class
        The number of points; if they cannot be shared out evenly, the first classes have one more.
    classes : integer, at least 2
    noise : number, not negative
        The standard deviation of the angle, in radians.
    rng : integer (a seed) or numpy Generator

    Returns
    -------
    x : array of shape (2, m), class after class
    y : array of shape (classes, m), in each column a 1 at the class

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> x, y = spirals(m=7, classes=3)
    >>> print(x.shape, y.sum(axis=1))
    (2, 7) [3. 2. 2.]
    """
    classes, m = whole("classes", classes, 2), whole("m", m)
    check_count("m and classes", m * classes, "numbers")
    if m < classes:
        raise ValueError(f"m must be at least 1 for each of the {classes} classes; got {m}")
    noise, draws = _spread(noise), generator(rng)
    arms = [np.linspace(0, 1, m // classes + (k < m % classes)) for k in range(classes)]
    r, k = np.concatenate(arms), np.repeat(np.arange(classes), [len(arm) for arm in arms])
    t = 2 * np.pi * k / classes + 4 * r + noise * draws.normal(size=m)
    return np.vstack([r * np.sin(t), r * np.cos(t)]), one_hot(k, classes)


def moons(m: int = 200, noise: float = 0.1, rng: int | np.random.Generator = 0) -> Pair:
    """Return points on two half circles that reach into each other.

    (cos t, sin t) for class 0 and (1 − cos t, 1/2 − sin t) for class 1, with t from 0 to π, plus noise · ε,
    where ε is normal

    The same figure as scikit-learn's `make_moons`, not the same points.

    Parameters
    ----------
    m : integer, at least 2
        The number of points; if it is odd, class 0 has one more.
    noise : number, not negative
        The standard deviation of each coordinate's error.
    rng : integer (a seed) or numpy Generator

    Returns
    -------
    x : array of shape (2, m), class after class
    y : array of shape (1, m), 0 or 1

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> x, y = moons(m=5)
    >>> print(x.shape, y)
    (2, 5) [[0. 0. 0. 1. 1.]]
    """
    m, noise, draws = whole("m", m, 2), _spread(noise), generator(rng)
    check_count("m", 2 * m, "numbers")
    y = np.repeat([0.0, 1.0], [m - m // 2, m // 2])
    t = np.concatenate([np.linspace(0, np.pi, m - m // 2), np.linspace(0, np.pi, m // 2)])
    upper, lower = np.vstack([np.cos(t), np.sin(t)]), np.vstack([1 - np.cos(t), 0.5 - np.sin(t)])
    return np.where(y == 0, upper, lower) + noise * draws.normal(size=(2, m)), y[None, :]


def twenty_points() -> Pair:
    """Return twenty points on three curved arms, one arm a class: those of the chapter on softmax.

    (r cos t, r sin t) for the points i = 0, …, 19, with k = i mod 3 for the class, r = 0.3 + 0.13 ⌊i / 3⌋
    and t = 2πk / 3 + 3.5 r

    Returns
    -------
    x : array of shape (2, 20)
    y : array of shape (3, 20), in each column a 1 at the class

    Examples
    --------
    >>> x, y = twenty_points()
    >>> print(x[:, 0].round(2), y[:, 0], y.sum(axis=1))
    [0.15 0.26] [1. 0. 0.] [7. 7. 6.]
    """
    i = np.arange(20)
    r = 0.3 + 0.13 * (i // 3)
    t = 2 * np.pi * (i % 3) / 3 + 3.5 * r
    return np.vstack([r * np.cos(t), r * np.sin(t)]), one_hot(i % 3, 3)


def breast_cancer() -> Pair:
    """Return measurements of 569 breast tumours, with the finding: 1 for benign, 0 for malignant.

    Wolberg, Street and Mangasarian (1995), Breast Cancer Wisconsin (Diagnostic), UCI Machine Learning
    Repository, as scikit-learn brings it along. For each tumour, ten features of the cell nuclei in one
    image: mean, standard error, and mean of the three worst. 357 tumours are benign, 212 malignant.

    Returns
    -------
    x : array of shape (30, 569), as measured: the features' sizes differ greatly (see `standardise`)
    y : array of shape (1, 569)

    Raises
    ------
    ImportError
        If scikit-learn is not installed.
    """
    found = _of_scikit_learn("load_breast_cancer")
    return found.data.T.astype(np.float64), found.target[None, :].astype(np.float64)


def digits() -> Pair:
    """Return 1797 handwritten digits, as images of 8 × 8 pixels.

    Alpaydin and Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine Learning Repository
    (its test part), as scikit-learn brings it along.

    Returns
    -------
    x : array of shape (64, 1797), pixels row by row, from 0 (paper) to 1 (ink), in steps of 1/16
    y : array of shape (10, 1797), in each column a 1 at the digit

    Raises
    ------
    ImportError
        If scikit-learn is not installed.
    """
    found = _of_scikit_learn("load_digits")
    return found.data.T / 16, one_hot(found.target, 10)


def mnist(folder: str | Path) -> Quartet:
    """Read the MNIST images of handwritten digits, or others in its format, from its four files.

    LeCun, Cortes and Burges (1998): 60,000 images to train with and 10,000 to test with, of 28 × 28 pixels.
    The files are those that everybody hands on, train-images-idx3-ubyte, train-labels-idx1-ubyte,
    t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte; train-images.idx3-ubyte and so on will do, too, and
    either may be compressed (.gz).

    Parameters
    ----------
    folder : path of the folder with the four files

    Returns
    -------
    x_train : float32 array of shape (784, 60000), pixels row by row, from 0 (paper) to 1 (ink)
    y_train : float32 array of shape (10, 60000), in each column a 1 at the digit
    x_test, y_test : the same for the 10,000 others

    Raises
    ------
    TypeError
        If folder is no path.
    FileNotFoundError
        If the folder or a file is missing.
    ValueError
        If a file is not in the format, ends too early or too late, holds a label above 9, or does not go
        with the others. The message names the file.
    """
    folder = Path(file_name("folder", folder, "a path"))
    if not folder.is_dir():
        raise FileNotFoundError(f"folder must be one with the four files of MNIST; got {str(folder)!r}")
    x_train, y_train = _digits_of(folder, "train")
    x_test, y_test = _digits_of(folder, "t10k")
    if len(x_train) != len(x_test):
        wanted = f"{folder}: the images to train and to test with must be of one size"
        raise ValueError(f"{wanted}; got {len(x_train)} pixels and {len(x_test)}")
    return x_train, y_train, x_test, y_test


def split(x: ArrayLike, y: ArrayLike, test: float = 0.25, rng: int | np.random.Generator = 0) -> Quartet:
    """Hold out some of the samples, drawn at random, to test with what training has not seen.

    Parameters
    ----------
    x : array of shape (n, m), one column a sample
    y : array of shape (k, m), the targets
    test : number between 0 and 1
        The part to hold out, to the nearest whole number of samples.
    rng : integer (a seed) or numpy Generator

    Returns
    -------
    x_train, y_train, x_test, y_test : arrays with the samples in a new order, at least one in each part

    Raises
    ------
    TypeError, ValueError
        If x and y do not have the same number of columns, or one of the parts would be empty.

    Examples
    --------
    >>> x_train, y_train, x_test, y_test = split(*moons(m=40))
    >>> print(x_train.shape, y_train.shape, x_test.shape, y_test.shape)
    (2, 30) (1, 30) (2, 10) (1, 10)
    """
    x, y = _table("x", x), _table("y", y)
    m = x.shape[1]
    if y.shape[1] != m:
        raise ValueError(f"y must have a column for each sample: x has {m}; got {y.shape[1]}")
    test = real("test", test, above=0, below=1)
    held_out = round(m * test)
    if not 0 < held_out < m:
        raise ValueError(f"test must leave samples in both parts; got {test:g} of {m}, which is {held_out}")
    order = generator(rng).permutation(m)
    train, others = order[held_out:], order[:held_out]
    return x[:, train], y[:, train], x[:, others], y[:, others]


@overload
def standardise(x_train: ArrayLike) -> Array: ...
@overload
def standardise(x_train: ArrayLike, second: ArrayLike, /, *others: ArrayLike) -> tuple[Array, ...]: ...
def standardise(x_train: ArrayLike, *others: ArrayLike) -> Any:
    """Shift and scale each feature so that over the training samples its mean is 0 and its deviation 1.

    (x_j − mean_j) / deviation_j, with the mean and the standard deviation of x_train for the others, too:
    what is held out must not be looked at

    A feature that is the same in all training samples is only shifted.

    Parameters
    ----------
    x_train : array of shape (n, m), one column a sample
    others : arrays of shape (n, any number of columns)

    Returns
    -------
    array of x_train's shape; with others, a tuple of arrays, one for each that was given

    Raises
    ------
    TypeError, ValueError
        If an array has another number of features, has no samples, or is not finite.

    Examples
    --------
    >>> x_train, x_test = standardise([[1, 3], [5, 5]], [[7], [6]])
    >>> print(x_train, x_test, sep="\\n")
    [[-1.  1.]
     [ 0.  0.]]
    [[5.]
     [1.]]
    """
    tables = [_table("x_train", x_train), *(_table(f"others[{i}]", x) for i, x in enumerate(others))]
    train = tables[0].astype(np.float64)
    for i, table in enumerate(tables[1:]):
        if len(table) != len(train):
            raise ValueError(f"others[{i}] must have the {len(train)} features of x_train; got {len(table)}")
    constant = (train == train[:, :1]).all(axis=1, keepdims=True)  # rounding would give it a tiny deviation
    exponent = np.frexp(np.abs(train).max(axis=1, keepdims=True))[1]  # squares of 1e200 would be infinite
    exponent = np.where(constant, 0, exponent)
    scaled = np.ldexp(train, -exponent)
    with np.errstate(over="ignore", invalid="ignore"):  # of what is constant, which needs neither
        mean = np.where(constant, scaled[:, :1], scaled.mean(axis=1, keepdims=True))
        deviation = np.where(constant, 1, scaled.std(axis=1, keepdims=True))
    standardised = []
    for name, table in zip(["x_train", *(f"others[{i}]" for i in range(len(others)))], tables, strict=True):
        with np.errstate(over="ignore", invalid="ignore"):  # what is not finite is found
            scaled = (np.ldexp(table.astype(np.float64), -exponent) - mean) / deviation
            standardised.append(scaled.astype(table.dtype))
        _check_near(name, table, standardised[-1])
    return tuple(standardised) if others else standardised[0]


def _check_near(name: str, table: Array, standardised: Array) -> None:
    """Raise ValueError for what is so many deviations away from the mean that no float says how many."""
    far = ~np.isfinite(standardised)
    if far.any():
        j, i = map(int, np.argwhere(far)[0])
        wanted = f"{name} must lie so near to x_train that {table.dtype} can hold the standardised feature"
        raise ValueError(f"{wanted}; got {table[j, i]:g} at index ({j}, {i})")


def one_hot(labels: ArrayLike, classes: int) -> Array:
    """Write each class as a column with a 1 at its place and 0 elsewhere.

    Parameters
    ----------
    labels : array of shape (m,), whole numbers from 0 to classes − 1
    classes : positive integer

    Returns
    -------
    array of shape (classes, m)

    Raises
    ------
    TypeError, ValueError
        If labels has another shape, or a label is no whole number in the range.

    Examples
    --------
    >>> print(one_hot([2, 0], classes=3))
    [[0. 1.]
     [0. 0.]
     [1. 0.]]
    """
    classes, given = whole("classes", classes), numbers("labels", labels)
    if given.ndim != 1:
        raise ValueError(f"labels must have shape (m,), one label a sample; got shape {given.shape}")
    check_count("labels and classes", given.size * classes, "numbers")
    wrong = (given != given.round()) | (given < 0) | (given >= classes)
    if wrong.any():
        i = int(wrong.argmax())
        wanted = f"labels must be whole numbers from 0 to {classes - 1}"
        raise ValueError(f"{wanted}; got {given[i]:g} at index {i}")
    columns: Array = (np.arange(classes)[:, None] == given).astype(np.float64)
    return columns


def _spread(noise: float) -> float:
    return real("noise", noise, least=0)


def _table(name: str, value: ArrayLike) -> Array:
    array = finite(name, value)
    if array.ndim != 2 or array.shape[1] == 0:
        wanted = f"{name} must have shape (n, m), one column for each of m ≥ 1 samples"
        raise ValueError(f"{wanted}; got shape {array.shape}")
    return array


def _of_scikit_learn(loader: str) -> Any:
    try:
        from sklearn import datasets as known
    except ImportError:
        raise ImportError(
            "this data set comes with scikit-learn, and that is not installed; "
            "python -m pip install scikit-learn does it"
        ) from None
    return getattr(known, loader)()


def _digits_of(folder: Path, part: str) -> Pair:
    images, labels = images_and_labels(folder, part)
    x = images.reshape(len(images), -1).T.astype(np.float32)  # each image stays in one piece in memory
    x /= 255
    return x, one_hot(labels, 10).astype(np.float32)
