import copy
import errno
import os
import pickle
import subprocess
import sys
import zipfile

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backprop import Network, load, save, storage

KINDS = [
    {"hidden": "relu", "output": "softmax", "cost": "cross_entropy", "init": "he"},
    {"hidden": "tanh", "output": "identity", "cost": "quadratic", "init": "nielsen"},
    {"hidden": "gelu", "output": "sigmoid", "cost": "cross_entropy", "init": "xavier"},
]


def parts(net):
    return [net.sizes, net.hidden, net.output, repr(net), *net.weights, *net.biases]


def names_in(folder):
    return [path.name for path in folder.iterdir()]


def assert_same(one, other):
    assert type(one) is type(other)
    for a, b in zip(parts(one), parts(other), strict=True):
        if isinstance(a, np.ndarray):
            assert a.dtype == b.dtype
            assert a.tobytes() == b.tobytes()
        else:
            assert a == b


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("names", KINDS, ids=lambda names: names["hidden"])
@pytest.mark.parametrize("sizes", [[3, 2], [2, 5, 4, 3]])
def test_what_is_loaded_is_what_was_saved_to_the_last_bit(tmp_path, sizes, names, dtype):
    net = Network(sizes, **names, rng=3)
    net.weights = [w.astype(dtype) for w in net.weights]
    net.biases = [b.astype(dtype) for b in net.biases]
    save(net, tmp_path / "net.npz")
    again = load(tmp_path / "net.npz")
    assert_same(again, net)
    x = np.ones((sizes[0], 2))
    assert again.feedforward(x).tobytes() == net.feedforward(x).tobytes()
    y = np.eye(sizes[-1])[:, :2]
    assert again.cost(x, y) == net.cost(x, y)


def test_extreme_numbers_survive(tmp_path):
    net = Network([5, 1], init="zeros")
    tiny, big = np.nextafter(0, 1), np.finfo(np.float64).max
    net.weights = [[[tiny, -big, -0.0, 0.1 + 0.2, 1 / 3]]]
    save(net, tmp_path / "net")
    assert_same(load(tmp_path / "net"), net)


@pytest.mark.parametrize("name", ["net", "net.npz", "net.zip", ".hidden", "net.npz.old", "Netz ö"])
def test_the_name_is_kept_as_it_is(tmp_path, name):
    save(Network([2, 1]), str(tmp_path / name))
    assert names_in(tmp_path) == [name]
    assert load(str(tmp_path / name)).sizes == [2, 1]


def test_a_file_is_replaced_and_a_link_followed(tmp_path):
    path, link = tmp_path / "net.npz", tmp_path / "link.npz"
    save(Network([2, 1], rng=1), path)
    link.symlink_to(path)
    save(Network([2, 1], rng=2), link)
    assert link.is_symlink()
    assert_same(load(path), Network([2, 1], rng=2))


def break_in_the_middle(file, **content):
    file.write(b"PK half a file")
    raise KeyboardInterrupt


def break_at_the_end(*args):
    raise OSError("no space left")


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(
    ("where", "what", "error"),
    [
        ("numpy.savez", break_in_the_middle, KeyboardInterrupt),
        ("os.fsync", break_at_the_end, OSError),
        ("pathlib.Path.replace", break_at_the_end, OSError),
    ],
)
def test_a_crash_leaves_the_old_file_and_no_half_one(tmp_path, monkeypatch, where, what, error, before):
    path, old = tmp_path / "net.npz", Network([2, 1], rng=1)
    if before:
        save(old, path)
    monkeypatch.setattr(where, what)
    with pytest.raises(error):
        save(Network([2, 1], rng=2), path)
    assert names_in(tmp_path) == (["net.npz"] if before else [])
    if before:
        assert_same(load(path), old)


def test_a_process_that_dies_while_writing_leaves_the_old_file(tmp_path):
    path, old = tmp_path / "net.npz", Network([2, 1], rng=1)
    save(old, path)
    program = (
        "import os, sys, numpy as np\n"
        "from backprop import Network, save\n"
        "np.savez = lambda file, **content: (file.write(b'PK'), file.flush(), os._exit(9))\n"
        "save(Network([2, 1], rng=2), sys.argv[1])\n"
    )
    assert subprocess.run([sys.executable, "-c", program, str(path)]).returncode == 9
    assert_same(load(path), old)


# Files that are no network


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    path = tmp_path_factory.mktemp("saved") / "net.npz"
    net = Network([2, 3, 2], hidden="relu", output="softmax", cost="cross_entropy", rng=4)
    save(net, path)
    return net, path.read_bytes()


@given(data=st.data())
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_flipped_bit_is_noticed_or_does_no_harm(saved, tmp_path, data):
    net, content = saved
    place = data.draw(st.integers(0, len(content) - 1))
    damaged = bytearray(content)
    damaged[place] ^= 1 << data.draw(st.integers(0, 7))
    (tmp_path / "net.npz").write_bytes(damaged)
    try:
        again = load(tmp_path / "net.npz")
    except ValueError as error:
        again, message = None, str(error)
    if again:
        assert_same(again, net)
    else:
        assert message.startswith(str(tmp_path / "net.npz"))


@given(share=st.floats(0, 0.999))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_cut_off_is_noticed(saved, tmp_path, share):
    _, content = saved
    (tmp_path / "net.npz").write_bytes(content[: int(share * len(content))])
    with pytest.raises(ValueError, match=r"net.npz: the file is damaged, or none of a network"):
        load(tmp_path / "net.npz")


def with_changes(tmp_path, net, **changes):
    """Write the net's file anew with some of its arrays changed, or left out where None is given."""
    content = storage._content(net) | {name.replace("__", " "): value for name, value in changes.items()}
    path = tmp_path / "changed.npz"
    with path.open("wb") as file:
        np.savez(file, **{name: value for name, value in content.items() if value is not None})
    return path


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"version": 2}, "the file has format 2, of a newer version of this library; this one reads up to 1"),
        ({"version": 99, "hidden": "unheard of"}, "the file has format 99, of a newer version"),
        ({"format": "other"}, "the file must be one that save has written; it is another's"),
        ({"format": None}, "the file must be one that save has written"),
        ({"version": None}, "does not hold a network: .*version"),
        ({"version": "one"}, "does not hold a network: .*'one'"),
        ({"sizes": None}, "does not hold a network: .*sizes"),
        ({"sizes": 3}, "does not hold a network: sizes must be a list"),
        ({"sizes": [2, 0]}, "does not hold a network: sizes must be a list"),
        ({"sizes": [2, 4, 2]}, r"does not hold a network: weights\[0\] \(layer 2\) must have shape \(4, 2\)"),
        ({"sizes": [2, 3, 2, 2]}, "does not hold a network: .*weights 4"),
        ({"hidden": "unheard of"}, "does not hold a network: hidden must be one of"),
        ({"output": "relu"}, "does not hold a network: cost 'cross_entropy' needs probabilities"),
        ({"biases__3": None}, "does not hold a network: .*biases 3"),
        ({"weights__2": np.full((3, 2), np.nan)}, r"none of them NaN; got NaN at index \(0, 0\)"),
        ({"weights__2": np.full((3, 2), "w")}, "must be a number or an array of numbers"),
    ],
)
def test_a_file_with_something_else_in_it_is_named(saved, tmp_path, changes, message):
    path = with_changes(tmp_path, saved[0], **changes)
    with pytest.raises(ValueError, match=message) as caught:
        load(path)
    assert str(path) in str(caught.value)


class Bomb:
    def __reduce__(self):
        return print, ("a loaded file has run something",)


@pytest.mark.parametrize("kind", ["npy", "npz", "pickle", "pickle in npz", "zip", "text", "empty"])
def test_foreign_files_are_refused_and_not_run(tmp_path, kind, capsys):
    path = tmp_path / "foreign"
    with path.open("wb") as file:
        if kind == "npy":
            np.save(file, np.ones(3))
        elif kind == "npz":
            np.savez(file, weights=np.ones(3))
        elif kind == "pickle":
            pickle.dump(Bomb(), file)
        elif kind == "pickle in npz":
            np.savez(file, format=storage.FORMAT, version=np.array(Bomb(), object))
        elif kind == "zip":
            with zipfile.ZipFile(file, "w") as archive:
                archive.writestr("readme.txt", "no array")
        elif kind == "text":
            file.write(b"weights: 1, 2, 3\n")
    with pytest.raises(ValueError, match=r"foreign: the file "):
        load(path)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("content", [b"", b"weights: 1, 2, 3\n", pickle.dumps([1, 2])])
def test_nobody_is_told_to_load_a_pickle(tmp_path, content):
    path = tmp_path / "foreign"
    path.write_bytes(content)
    with pytest.raises(
        ValueError, match=r"foreign: the file is damaged, or none of a network \(it is no npz"
    ):
        load(path)


# Wrong arguments


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"must be a file with a network; there is no '.*net.npz'"):
        load(tmp_path / "net.npz")
    with pytest.raises(FileNotFoundError, match="path must be a file with a network"):
        load(tmp_path)


def test_where_nothing_can_be_saved_it_is_said(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"path must be in a folder that exists; got '.*nowhere/net'"):
        save(Network([2, 1]), tmp_path / "nowhere" / "net")
    with pytest.raises(IsADirectoryError, match="path must be a file; got the folder"):
        save(Network([2, 1]), tmp_path)
    assert names_in(tmp_path) == []


@pytest.mark.parametrize("path", [3, None, b"net.npz"])
def test_what_is_no_path_is_named(path):
    with pytest.raises(TypeError, match="path must be the path of a file, a string or a Path; got "):
        save(Network([2, 1]), path)
    with pytest.raises(TypeError, match="path must be the path of a file, a string or a Path; got "):
        load(path)


def test_a_device_is_not_replaced(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(FileExistsError, match=r"path must be an ordinary file, or a new one; got '.*pipe'"):
        save(Network([2, 1]), path)
    assert path.is_fifo()


def test_where_writing_is_not_allowed_the_file_is_named(tmp_path, monkeypatch):
    path = tmp_path / "net.npz"

    def refuse(self, mode):
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(PermissionError, match=r"the file cannot be written: Permission denied: '.*/net.npz'"):
        save(Network([2, 1]), path)


def test_what_is_no_sound_network_is_not_saved(tmp_path):
    path, net = tmp_path / "net", Network([2, 1])
    with pytest.raises(TypeError, match="net must be a Network; got list"):
        save([1, 2], path)
    net.weights[0][0, 1] = np.inf
    with pytest.raises(ValueError, match=r"weights\[0\] \(layer 2\) must be finite"):
        save(net, path)
    assert names_in(tmp_path) == []


def test_saving_changes_nothing(tmp_path):
    net = Network([2, 3, 1], rng=1)
    before = copy.deepcopy(net)
    save(net, tmp_path / "net")
    assert_same(net, before)
