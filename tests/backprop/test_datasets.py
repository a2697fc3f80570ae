import gzip
import runpy
import struct
import sys
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn import datasets as known
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

from backprop import datasets

DRAWN = {
    "xor": datasets.xor,
    "spirals": datasets.spirals,
    "moons": datasets.moons,
    "twenty_points": datasets.twenty_points,
    "breast_cancer": datasets.breast_cancer,
    "digits": datasets.digits,
}


@pytest.mark.parametrize(
    ("name", "features", "outputs", "m"),
    [
        ("xor", 2, 1, 4),
        ("spirals", 2, 3, 300),
        ("moons", 2, 1, 200),
        ("twenty_points", 2, 3, 20),
        ("breast_cancer", 30, 1, 569),
        ("digits", 64, 10, 1797),
    ],
)
def test_shapes_and_targets(name, features, outputs, m):
    x, y = DRAWN[name]()
    assert (x.shape, y.shape) == ((features, m), (outputs, m))
    assert {x.dtype, y.dtype} == {np.dtype(np.float64)}
    assert set(y.flat) == {0, 1}
    if outputs > 1:
        assert (y.sum(axis=0) == 1).all()


@pytest.mark.parametrize("name", DRAWN)
def test_each_call_gives_arrays_of_its_own(name):
    x, y = DRAWN[name]()
    before = x.copy(), y.copy()
    x += 7
    y += 7
    for array, expected in zip(DRAWN[name](), before, strict=True):
        np.testing.assert_array_equal(array, expected)


# Drawn here


def test_xor_is_exclusive_or():
    x, y = datasets.xor()
    assert {(a, b): c for a, b, c in zip(*x, *y, strict=True)} == {
        (a, b): a ^ b for a in (0, 1) for b in (0, 1)
    }


def test_twenty_points_are_those_of_the_chapter():
    root = Path(__file__).parents[2]
    chapter = runpy.run_path(str(root / "snippets/costs/softmax/twenty_points.py"))
    x, y = datasets.twenty_points()
    np.testing.assert_allclose(x, chapter["X"], rtol=1e-14)
    np.testing.assert_array_equal(y, chapter["Y"])


def test_spirals_without_noise_lie_on_their_arms():
    x, y = datasets.spirals(m=40, classes=4, noise=0)
    r, k = np.hypot(*x), y.argmax(axis=0)
    turned_back = (x[1] + 1j * x[0]) * np.exp(-1j * (4 * r + k * np.pi / 2))
    np.testing.assert_allclose(turned_back, r, atol=1e-15)
    for arm in range(4):
        np.testing.assert_allclose(r[k == arm], np.arange(10) / 9)


def test_moons_without_noise_are_scikit_learn_s():
    x, y = datasets.moons(m=21, noise=0)
    theirs, labels = known.make_moons((11, 10), shuffle=False)
    np.testing.assert_allclose(x, theirs.T, atol=1e-15)
    np.testing.assert_array_equal(y[0], labels)


@pytest.mark.parametrize(("draw", "by"), [(datasets.spirals, 0.1), (datasets.moons, 0.1)])
def test_noise_has_the_deviation_that_was_asked_for(draw, by):
    exact, noisy = (draw(m=3000, noise=noise, rng=1)[0] for noise in (0, by))
    error = noisy - exact
    if draw is datasets.spirals:  # turned by an angle: r · 2 sin(ε / 2) away
        r = np.hypot(*exact)
        error = (2 * np.arcsin(np.hypot(*error)[r > 0] / r[r > 0] / 2)) * np.sign(noisy[0] * exact[1])[r > 0]
    assert np.sqrt((error**2).mean()) == pytest.approx(by, rel=0.05)


@pytest.mark.parametrize("draw", [datasets.spirals, datasets.moons])
def test_a_seed_draws_the_same_points_and_another_others(draw):
    np.testing.assert_array_equal(draw(rng=3)[0], draw(rng=np.random.default_rng(3))[0])
    assert (draw(rng=3)[0] != draw(rng=4)[0]).mean() > 0.9


@pytest.mark.parametrize("draw", [datasets.spirals, datasets.moons, datasets.twenty_points])
def test_no_straight_line_parts_the_classes_but_neighbours_know(draw):
    x, y = draw()
    labels = y.argmax(axis=0) if len(y) > 1 else y[0]
    assert LogisticRegression().fit(x.T, labels).score(x.T, labels) < 0.9
    if draw is not datasets.twenty_points:
        assert KNeighborsClassifier(5).fit(x.T, labels).score(x.T, labels) > 0.95


@pytest.mark.parametrize(
    ("draw", "arguments", "error", "message"),
    [
        (datasets.spirals, {"m": 2}, ValueError, "m must be at least 1 for each of the 3 classes; got 2"),
        (datasets.spirals, {"classes": 1}, ValueError, "classes must be a whole number, at least 2; got 1"),
        (datasets.spirals, {"m": 30.0}, TypeError, r"m must be a whole number, at least 1; got 30.0"),
        (datasets.spirals, {"noise": -1}, ValueError, "noise must be a finite number and at least 0; got -1"),
        (datasets.spirals, {"noise": "much"}, TypeError, "noise must be a finite number .*; got 'much'"),
        (datasets.moons, {"m": 1}, ValueError, "m must be a whole number, at least 2; got 1"),
        (datasets.moons, {"noise": np.inf}, ValueError, "noise must be .*; got inf"),
        (
            datasets.moons,
            {"noise": [1, 2]},
            TypeError,
            r"noise must be a finite number and at least 0; got \[1, 2\]",
        ),
        (datasets.moons, {"rng": None}, TypeError, "rng must be an integer or a numpy Generator; got None"),
    ],
)
def test_a_bad_argument_is_named(draw, arguments, error, message):
    with pytest.raises(error, match=message):
        draw(**arguments)


# Through scikit-learn


def test_breast_cancer_is_scikit_learn_s():
    x, y = datasets.breast_cancer()
    theirs = known.load_breast_cancer()
    np.testing.assert_array_equal(x, theirs.data.T)
    benign = list(theirs.target_names).index("benign")
    np.testing.assert_array_equal(y[0] == 1, theirs.target == benign)
    assert y.sum() == 357


def test_digits_are_scikit_learn_s_scaled_to_1():
    x, y = datasets.digits()
    theirs = known.load_digits()
    np.testing.assert_array_equal(16 * x.T.reshape(-1, 8, 8), theirs.images)
    np.testing.assert_array_equal(y.argmax(axis=0), theirs.target)
    assert (x.min(), x.max()) == (0, 1)


@pytest.mark.parametrize("load", [datasets.breast_cancer, datasets.digits])
def test_without_scikit_learn_it_is_said_what_to_install(load, monkeypatch):
    monkeypatch.setitem(sys.modules, "sklearn", None)
    with pytest.raises(ImportError, match="with scikit-learn, and that is not installed; python -m pip"):
        load()


# MNIST's files


IMAGES = np.arange(3 * 2 * 4, dtype=np.uint8).reshape(3, 2, 4) * 11  # 3 images of 2 × 4 pixels, up to 253
LABELS = np.array([9, 0, 4], np.uint8)


def idx(array):
    """Write bytes in the format IDX, as it is described: big-endian sizes, then the data row by row."""
    return struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape) + array.tobytes()


@pytest.fixture
def folder(tmp_path):
    for part, m in [("train", 3), ("t10k", 2)]:
        (tmp_path / f"{part}-images-idx3-ubyte").write_bytes(idx(IMAGES[:m]))
        (tmp_path / f"{part}-labels-idx1-ubyte").write_bytes(idx(LABELS[:m]))
    return tmp_path


def test_mnist_is_read_image_by_image(folder):
    x_train, y_train, x_test, y_test = datasets.mnist(folder)
    assert [a.shape for a in (x_train, y_train, x_test, y_test)] == [(8, 3), (10, 3), (8, 2), (10, 2)]
    assert {a.dtype for a in (x_train, y_train, x_test, y_test)} == {np.dtype(np.float32)}
    np.testing.assert_array_equal(y_train.argmax(axis=0), LABELS)
    assert (y_train.sum(axis=0) == 1).all()
    np.testing.assert_allclose(255 * x_train[:, 1], [88, 99, 110, 121, 132, 143, 154, 165], rtol=1e-6)
    np.testing.assert_array_equal(x_test, x_train[:, :2])


def test_pixels_lie_between_0_and_1(folder):
    (folder / "t10k-images-idx3-ubyte").write_bytes(
        idx(np.array([0, 255], np.uint8).repeat(8).reshape(2, 2, 4))
    )
    _, _, x_test, _ = datasets.mnist(str(folder))
    np.testing.assert_array_equal(x_test, [[0, 1]] * 8)


@pytest.mark.parametrize("folder", [3, None])
def test_what_is_no_folder_is_named(folder):
    with pytest.raises(TypeError, match=f"folder must be a path, a string or a Path; got {folder}"):
        datasets.mnist(folder)


@pytest.mark.parametrize(
    "rename",
    [lambda name: name + ".gz", lambda name: name.replace("-idx", ".idx"), lambda name: name],
    ids=["gz", "dot", "gzipped without the ending"],
)
@pytest.mark.parametrize("packed", [True, False])
def test_mnist_s_files_may_be_packed_and_have_other_names(folder, rename, packed):
    expected = datasets.mnist(folder)
    for path in list(folder.iterdir()):
        content = path.read_bytes()
        path.unlink()
        path.with_name(rename(path.name)).write_bytes(gzip.compress(content) if packed else content)
    for array, true in zip(datasets.mnist(folder), expected, strict=True):
        np.testing.assert_array_equal(array, true)


def test_each_image_is_in_one_piece_so_that_batches_are_gathered_fast(folder):
    assert datasets.mnist(folder)[0][:, 0].flags.contiguous


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("train-images-idx3-ubyte", b"", r"begins with the bytes 0, 0, 8, 3; this one is empty"),
        ("train-images-idx3-ubyte", b"\x89PNG\r\n", "0, 0, 8, 3; this one begins with 137, 80, 78, 71"),
        ("train-images-idx3-ubyte", idx(LABELS), "0, 0, 8, 3; this one begins with 0, 0, 8, 1"),
        ("train-labels-idx1-ubyte", idx(IMAGES), "0, 0, 8, 1; this one begins with 0, 0, 8, 3"),
        ("train-images-idx3-ubyte", idx(IMAGES)[:-1], "must have 40 bytes for 3 × 2 × 4 images; got 39"),
        ("train-images-idx3-ubyte", idx(IMAGES) + b"\0", "must have 40 bytes for 3 × 2 × 4 images; got 41"),
        ("train-images-idx3-ubyte", idx(IMAGES)[:15], "must have a head of 16 bytes; got 15"),
        ("t10k-labels-idx1-ubyte", idx(LABELS[:2])[:4], "must have a head of 8 bytes; got 4"),
        ("t10k-labels-idx1-ubyte", idx(LABELS), "a label for each of the 2 images in t10k-images.*; got 3"),
        ("train-labels-idx1-ubyte", idx(LABELS + np.uint8(1)), "digits from 0 to 9; got 10 at index 0"),
        ("train-images-idx3-ubyte", idx(IMAGES[:0]), "there must be images in the file; got 0 × 2 × 4"),
        (
            "t10k-images-idx3-ubyte",
            gzip.compress(idx(IMAGES), mtime=0)[:-9],
            "the compressed file is damaged or not",
        ),
        ("t10k-images-idx3-ubyte", b"\x1f\x8b rest", "the compressed file is damaged or not complete"),
        (
            "t10k-images-idx3-ubyte",
            gzip.compress(bytes(99), mtime=0)[:10] + b"\xff" * 20,
            "compressed file is damaged",
        ),
    ],
)
def test_a_damaged_or_foreign_file_is_named(folder, name, content, message):
    (folder / name).write_bytes(content)
    with pytest.raises(ValueError, match=message) as caught:
        datasets.mnist(folder)
    assert str(folder / name) in str(caught.value)


def test_images_of_two_sizes_do_not_go_together(folder):
    (folder / "t10k-images-idx3-ubyte").write_bytes(idx(IMAGES[:2, :, :2]))
    with pytest.raises(ValueError, match="must be of one size; got 8 pixels and 4"):
        datasets.mnist(folder)


def test_a_missing_file_or_folder_is_named(folder):
    (folder / "t10k-labels-idx1-ubyte").unlink()
    (folder / "t10k-labels-idx1-ubyte").mkdir()
    with pytest.raises(FileNotFoundError, match=r"must be a file t10k-labels-idx1-ubyte, also as .*\.gz"):
        datasets.mnist(folder)
    with pytest.raises(FileNotFoundError, match="folder must be one with the four files of MNIST; got"):
        datasets.mnist(folder / "nowhere")


# Splitting, scaling, one-hot


@given(st.integers(2, 40), st.floats(0.2, 0.8), st.integers(0, 99))
def test_split_parts_the_samples_and_keeps_each_with_its_target(m, test, seed):
    x = np.vstack([np.arange(m), -np.arange(m)])
    if not 0 < round(m * test) < m:
        return
    x_train, y_train, x_test, y_test = datasets.split(x, 10 * x[:1], test=test, rng=seed)
    assert x_test.shape[1] == round(m * test)
    np.testing.assert_array_equal(y_train[0], 10 * x_train[0])
    np.testing.assert_array_equal(y_test[0], -10 * x_test[1])
    assert sorted([*x_train[0], *x_test[0]]) == list(range(m))


def test_split_draws_anew_for_each_seed():
    x, y = datasets.moons()
    tests = [datasets.split(x, y, rng=seed)[2] for seed in (0, 0, 1)]
    np.testing.assert_array_equal(tests[0], tests[1])
    assert (tests[0] != tests[2]).any()
    everything = [
        datasets.split(np.arange(10)[None], np.zeros((1, 10)), test=0.3, rng=s)[2] for s in range(60)
    ]
    shares = np.bincount(np.ravel(everything).astype(int)) / 60
    assert shares.max() < 0.6  # each sample is held out now and then, none always
    assert shares.min() > 0.05


def test_split_keeps_the_precision():
    x = np.ones((2, 8), np.float32)
    assert {a.dtype for a in datasets.split(x, x)} == {np.dtype(np.float32)}


@pytest.mark.parametrize(
    ("x", "y", "test", "message"),
    [
        ([[1, 2]], [[1]], 0.5, "y must have a column for each sample: x has 2; got 1"),
        ([1, 2], [[1, 2]], 0.5, r"x must have shape \(n, m\), .*; got shape \(2,\)"),
        ([[1, 2]], [[1, 2]], 1, "test must be a finite number and above 0 and below 1; got 1"),
        ([[1, 2]], [[1, 2]], 0, "test must be a finite number and above 0 and below 1; got 0"),
        ([[1, 2]], [[1, 2]], 0.1, "test must leave samples in both parts; got 0.1 of 2, which is 0"),
        ([[1]], [[1]], 0.9, "test must leave samples in both parts; got 0.9 of 1, which is 1"),
        ([[1, np.inf]], [[1, 2]], 0.5, r"x must be finite; got inf at index \(0, 1\)"),
    ],
)
def test_what_cannot_be_split_is_said(x, y, test, message):
    with pytest.raises(ValueError, match=message):
        datasets.split(x, y, test=test)


def test_a_part_to_hold_out_that_is_no_number_is_said():
    with pytest.raises(TypeError, match=r"test must be a finite number and above 0 .*; got '0"):
        datasets.split([[1, 2]], [[1, 2]], test="0.3")


features = arrays(np.float64, (3, 7), elements=st.floats(-1e3, 1e3))


@given(features, features)
def test_standardise_agrees_with_scikit_learn(x, other):
    x[0] += np.arange(7)  # so that no feature is constant up to rounding
    x[1:] *= 1000
    x[1:] += np.arange(7) ** 2
    constant = np.ptp(x, axis=1) < 1e-6
    ours = datasets.standardise(x, other)
    scaler = StandardScaler().fit(x.T)
    for found, given_one in zip(ours, (x, other), strict=True):
        true = scaler.transform(given_one.T).T
        np.testing.assert_allclose(found[~constant], true[~constant], rtol=1e-7, atol=1e-7)


def test_standardised_samples_have_mean_0_and_deviation_1():
    x = datasets.standardise(datasets.breast_cancer()[0])
    np.testing.assert_allclose(x.mean(axis=1), 0, atol=1e-12)
    np.testing.assert_allclose(x.std(axis=1), 1, rtol=1e-12)


@pytest.mark.parametrize("value", [0, 0.1, -1e-300, 1e300])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_constant_feature_is_only_shifted(value, dtype):
    x = np.full((1, 10), np.clip(value, -1e30, 1e30), dtype)  # ten times 0.1: the mean is not 0.1 in floats
    train, other = datasets.standardise(x, x[:, :1] + dtype(1))
    np.testing.assert_array_equal(train, 0)
    np.testing.assert_allclose(other, x[:, :1] + dtype(1) - x[:, :1])
    assert train.dtype == other.dtype == dtype


def test_one_array_comes_back_alone_and_others_in_a_tuple():
    x = np.array([[1.0, 3.0]])
    assert datasets.standardise(x).tolist() == [[-1, 1]]
    assert [a.tolist() for a in datasets.standardise(x, x + 1, x + 2)] == [[[-1, 1]], [[0, 2]], [[1, 3]]]
    assert x.tolist() == [[1, 3]]


@pytest.mark.parametrize("size", [1e200, 1e-200, 1e-310])
def test_standardise_takes_numbers_of_every_size(size):
    x, other = datasets.standardise(np.array([[1, -1, 0], [5, 5, 5]]) * size, [[2 * size], [6 * size]])
    np.testing.assert_allclose(x, [[1.5**0.5, -(1.5**0.5), 0], [0, 0, 0]], rtol=1e-12)
    np.testing.assert_allclose(other, [[2 * 1.5**0.5], [size]], rtol=1e-6)


def test_standardise_says_what_does_not_fit():
    with pytest.raises(ValueError, match=r"others\[1\] must have the 1 features of x_train; got 2"):
        datasets.standardise([[1, 2]], [[3]], [[1], [2]])
    with pytest.raises(ValueError, match=r"x_train must have shape \(n, m\), .*; got shape \(3, 0\)"):
        datasets.standardise(np.ones((3, 0)))


@given(st.lists(st.integers(0, 4), min_size=1))
def test_one_hot_is_read_back_by_argmax(labels):
    columns = datasets.one_hot(labels, 5)
    np.testing.assert_array_equal(columns, np.eye(5)[:, labels])
    assert columns.argmax(axis=0).tolist() == labels


def test_one_hot_takes_whole_floats_and_no_others():
    assert datasets.one_hot([1.0, 0.0], 2).tolist() == [[0, 1], [1, 0]]
    for labels, message in [
        ([0, 1.5], "labels must be whole numbers from 0 to 2; got 1.5 at index 1"),
        ([3], "labels must be whole numbers from 0 to 2; got 3 at index 0"),
        ([0, -1], "labels must be whole numbers from 0 to 2; got -1 at index 1"),
        ([[0, 1]], r"labels must have shape \(m,\), one label a sample; got shape \(1, 2\)"),
    ]:
        with pytest.raises(ValueError, match=message):
            datasets.one_hot(labels, 3)


@pytest.mark.parametrize("rest", [0, 50_000_000])
@pytest.mark.parametrize("promised", [(3, 2, 4), (2**31, 28, 28), (2**32 - 1,) * 3])
def test_a_bomb_takes_no_more_room_than_its_head_says(folder, promised, rest):
    head = bytes([0, 0, 8, 3]) + struct.pack(">3I", *promised)
    packed = gzip.compress(head + bytes(24) + bytes(rest + 1), compresslevel=1)
    (folder / "train-images-idx3-ubyte").write_bytes(packed)
    del packed
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match=r"train-images-idx3-ubyte: the(re)? .*must .*; got "):
            datasets.mnist(folder)
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


# Numbers that no float can hold, and sizes for which there is no room


@pytest.mark.parametrize(
    ("train", "other", "message"),
    [
        (
            [[1, 1 + 2**-52]],
            [[1e300]],
            r"others\[0\] must lie so near .*float64 .*; got 1e\+300 at index \(0, 0\)",
        ),
        ([[0, 1e-300]], [[0, -1e10]], r"others\[0\] .*float64 .*; got -1e\+10 at index \(0, 1\)"),
        ([[5, 5], [0, 5e-324]], [[1], [1.0]], r"others\[0\] .*float64 .*; got 1 at index \(1, 0\)"),
        (
            [[0, 1e-30]],
            np.array([[1e20]], np.float32),
            r"others\[0\] .*float32 .*; got 1e\+20 at index \(0, 0\)",
        ),
    ],
)
def test_what_is_infinitely_many_deviations_away_is_named(train, other, message):
    with pytest.raises(ValueError, match=message):
        datasets.standardise(train, other)


@pytest.mark.parametrize("far", [1e300, 5e-324, np.finfo(np.float64).max])
def test_extreme_features_are_standardised(far):
    np.testing.assert_allclose(datasets.standardise([[-far, far]]), [[-1, 1]])
    train, other = datasets.standardise([[far, far]], [[far]])
    assert (train.tolist(), other.tolist()) == ([[0, 0]], [[0]])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: datasets.spirals(10**30),
            r"m and classes must ask for at most 10,000,000,000 numbers; got 3000",
        ),
        (
            lambda: datasets.spirals(10**6, 10**6),
            r"m and classes must ask for at most .*; got 1000000000000$",
        ),
        (
            lambda: datasets.spirals(3, 10**5000),
            r"m and classes must ask for at most .*; got an integer of 16612 bits$",
        ),
        (lambda: datasets.moons(10**5000), r"m must ask for at most .*; got an integer of 16611 bits$"),
        (
            lambda: datasets.one_hot([0, 1], 10**30),
            r"labels and classes must ask for at most .* numbers; got 2000",
        ),
        (lambda: datasets.one_hot([[0]], 10**30), r"labels must have shape \(m,\)"),
    ],
)
def test_sizes_for_which_no_computer_has_room_are_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()
