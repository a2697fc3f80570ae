import copy
import errno
import importlib.util
import io
import os
import pickle
import stat
import subprocess
import sys
import tracemalloc
import zipfile
from pathlib import Path

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
        ({"version": None}, "does not hold a network: there is no 'version'"),
        ({"version": "one"}, "does not hold a network: version must be a whole number, .*'one'"),
        ({"version": 0}, "does not hold a network: version must be a whole number, at least 1; got 0"),
        ({"version": -1}, "does not hold a network: version must be a whole number, at least 1; got -1"),
        ({"version": 1.7}, "does not hold a network: version must be a whole number, .*1.7"),
        ({"version": np.inf}, "does not hold a network: version must be a whole number, .*inf"),
        ({"version": [1]}, r"does not hold a network: version must be a whole number, .*array"),
        ({"version": True}, "does not hold a network: version must be a whole number, .*True"),
        ({"sizes": None}, "does not hold a network: there is no 'sizes'"),
        ({"sizes": 3}, "does not hold a network: sizes must be a list"),
        ({"sizes": [2, 0]}, "does not hold a network: sizes must be a list"),
        ({"sizes": [2, 4, 2]}, r"does not hold a network: weights\[0\] \(layer 2\) must have shape \(4, 2\)"),
        ({"sizes": [2, 3, 2, 2]}, "does not hold a network: .*weights 4"),
        ({"sizes": [2, 3]}, "network: its sizes are of a network without 'biases 3', 'weights 3'$"),
        ({"momentum": [1, 2]}, "network: its sizes are of a network without 'momentum'$"),
        ({"sizes": [1] * 9}, "network: there is no 'biases 4', .* 'biases 9', …$"),
        (
            {"sizes": [2, 10**9, 2]},
            r"does not hold a network: weights\[0\] \(layer 2\) must have shape \(1000000000, 2\)",
        ),
        ({"sizes": [2, 10**9, 10**9]}, "does not hold a network: sizes must ask for at most"),
        ({"hidden": "unheard of"}, "does not hold a network: hidden must be one of"),
        ({"output": "relu"}, "does not hold a network: cost 'cross_entropy' needs probabilities"),
        ({"biases__3": None}, "does not hold a network: there is no 'biases 3'"),
        ({"hidden": None, "cost": None}, "does not hold a network: there is no 'cost', 'hidden'"),
        ({"weights__2": np.full((3, 2), np.nan)}, r"none of them NaN; got NaN at index \(0, 0\)"),
        ({"weights__2": np.full((3, 2), "w")}, "must be a number or an array of numbers"),
    ],
)
def test_a_file_with_something_else_in_it_is_named(saved, tmp_path, changes, message):
    path = with_changes(tmp_path, saved[0], **changes)
    with pytest.raises(ValueError, match=message) as caught:
        load(path)
    assert str(path) in str(caught.value)
    assert caught.type is ValueError


def rewritten(tmp_path, content, change, compression=zipfile.ZIP_STORED):
    """Write the zip anew, each entry as `change(name, bytes)` says."""
    path = tmp_path / "rewritten.npz"
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(path, "w", compression) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return path


def with_shape(shape):
    """Return a change that lets the header of layer 2 promise weights of another shape."""

    def change(name, entry):
        if name != "weights 2.npy":
            return entry
        head = io.BytesIO()
        np.lib.format.write_array_header_1_0(head, {"descr": "<f8", "fortran_order": False, "shape": shape})
        return head.getvalue() + entry[128:]

    return change


def cut_off_at(place):
    return lambda name, entry: entry[:place] if name == "sizes.npy" else entry


DAMAGED = r"rewritten.npz: the file is damaged, or none of a network \(.+\)$"


@pytest.mark.parametrize(
    "change",
    [
        with_shape((3_000_000_000_000, 2)),
        with_shape((3 * 10**22, 2)),
        with_shape((-3, -2)),
        with_shape((3, 1)),
        lambda name, entry: b"1, 2" if name == "sizes.npy" else entry,
        lambda name, entry: entry.replace(b"\x93NUMPY\x01", b"\x93NUMPY\x09"),
        lambda name, entry: entry.replace(b"'<f8'", b"'|O' "),
        cut_off_at(0),
        cut_off_at(7),
        cut_off_at(20),
        cut_off_at(-1),
    ],
    ids=[
        "no memory",
        "overflow",
        "negative",
        "too short",
        "no magic",
        "other version",
        "objects",
        "nothing",
        "half a magic",
        "half a header",
        "half the numbers",
    ],
)
def test_arrays_that_are_none_are_damage(saved, tmp_path, change):
    assert_same(load(rewritten(tmp_path, saved[1], lambda name, entry: entry)), saved[0])
    with pytest.raises(ValueError, match=DAMAGED) as caught:
        load(rewritten(tmp_path, saved[1], change))
    assert caught.type is ValueError


COMPRESSIONS = {
    name: getattr(zipfile, name)
    for name, module in {"ZIP_DEFLATED": "zlib", "ZIP_BZIP2": "bz2", "ZIP_LZMA": "lzma"}.items()
    if importlib.util.find_spec(module)
}


@pytest.mark.parametrize("compression", COMPRESSIONS.values(), ids=list(COMPRESSIONS))
def test_a_compressed_file_is_refused_and_so_is_a_damaged_one(saved, tmp_path, compression):
    path = rewritten(tmp_path, saved[1], lambda name, entry: entry, compression)
    with pytest.raises(ValueError, match=r"\('format.npy' is compressed, and save compresses nothing\)$"):
        load(path)
    whole = path.read_bytes()
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        with pytest.raises(ValueError, match=DAMAGED):
            load(path)


# Files that promise more than they have


def zeros(shape):
    """Return the content of an npy file of zeros."""
    head = io.BytesIO()
    np.lib.format.write_array_header_1_0(head, {"descr": "<f8", "fortran_order": False, "shape": shape})
    return head.getvalue() + bytes(8 * shape[0] * shape[1])


def most_memory(path):
    """Load the file, which is to fail, and return the most memory that it took."""
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match="the file "):
            load(path)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_bomb_takes_no_more_room_than_its_file(saved, tmp_path):
    side = 4000  # 128 MB of zeros in a file a thousand times smaller, of a network of which nothing is wrong
    large = {"sizes": np.array([side, side, 2]), "weights 2": None}

    def change(name, entry):
        if name == "weights 2.npy":
            return zeros((side, side))
        if name == "sizes.npy":
            file = io.BytesIO()
            np.save(file, large["sizes"])
            return file.getvalue()
        return entry

    path = rewritten(tmp_path, saved[1], change, zipfile.ZIP_DEFLATED)
    assert path.stat().st_size < 1_000_000
    assert most_memory(path) < 5_000_000


def test_many_arrays_in_one_place_are_no_more_than_the_file(saved, tmp_path):
    """The list at the end of a zip may name one piece of the file again and again."""
    path = tmp_path / "again.npz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("weights 2.npy", zeros((500, 500)))
        archive.filelist.extend(archive.filelist * 100)
    with pytest.raises(ValueError, match=r"damaged, .* \(an array is in it twice\)"):
        load(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("weights 2.npy", zeros((500, 500)))
        for layer in range(3, 100):
            twin = copy.copy(archive.filelist[0])
            twin.filename = f"weights {layer}.npy"
            archive.filelist.append(twin)
    with pytest.raises(ValueError, match=r"damaged, .* \(its arrays are together larger than the file\)"):
        load(path)


def test_letters_of_no_length_are_no_array(saved, tmp_path):
    """A million million of them take no byte in the file, and as a list all the memory."""

    def change(name, entry):
        if name != "sizes.npy":
            return entry
        head = io.BytesIO()
        names = {"descr": "<U0", "fortran_order": False, "shape": (10**12,)}
        np.lib.format.write_array_header_1_0(head, names)
        return head.getvalue()

    with pytest.raises(ValueError, match=r"damaged, .*sizes.npy does not hold numbers or letters"):
        load(rewritten(tmp_path, saved[1], change))


@pytest.mark.parametrize("length", [2000, 20_000, 65_000])
def test_a_long_header_is_damage_and_nobody_is_told_to_trust_it(saved, tmp_path, length):
    def change(name, entry):
        if name != "weights 2.npy":
            return entry
        head = entry[10:128].decode().rstrip() + " " * length
        return entry[:8] + len(head).to_bytes(2, "little") + head.encode() + entry[128:]

    with pytest.raises(ValueError, match=DAMAGED) as caught:
        load(rewritten(tmp_path, saved[1], change))
    assert "has a header of" in str(caught.value)
    assert "allow_pickle" not in str(caught.value)


def test_a_pickle_in_an_array_is_refused_without_advice(tmp_path):
    path = tmp_path / "foreign"
    with path.open("wb") as file:
        np.savez(file, format=np.array([Bomb()], object))
    with pytest.raises(ValueError, match=r"format.npy does not hold numbers or letters") as caught:
        load(path)
    assert "allow_pickle" not in str(caught.value)


# Who may read a file


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o666, 0o755])
def test_a_file_written_anew_may_be_read_by_the_same(tmp_path, mode):
    path = tmp_path / "net.npz"
    save(Network([2, 1], rng=1), path)
    path.chmod(mode)
    save(Network([2, 1], rng=2), path)
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert_same(load(path), Network([2, 1], rng=2))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize("umask", [0o022, 0o077, 0o002])
def test_a_new_file_may_be_read_by_those_that_the_user_lets(tmp_path, umask):
    before = os.umask(umask)
    try:
        save(Network([2, 1]), tmp_path / "net.npz")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "net.npz").stat().st_mode) == 0o666 & ~umask


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_nobody_else_can_read_the_file_while_it_is_written(tmp_path, monkeypatch):
    path, modes = tmp_path / "net.npz", []
    save(Network([2, 1]), path)
    path.chmod(0o600)
    write = np.savez

    def look(file, **content):
        modes.append(stat.S_IMODE(os.fstat(file.fileno()).st_mode))
        write(file, **content)

    monkeypatch.setattr("numpy.savez", look)
    save(Network([2, 1]), path)
    assert modes == [0o600]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_group_that_cannot_be_kept_is_not_replaced_by_another(tmp_path, monkeypatch):
    path = tmp_path / "net.npz"
    save(Network([2, 1]), path)
    path.chmod(0o664)
    monkeypatch.setattr("os.chown", break_at_the_end, raising=False)
    save(Network([2, 1]), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_a_file_that_may_only_be_read_is_not_replaced(tmp_path, monkeypatch):
    path = tmp_path / "net.npz"
    save(Network([2, 1], rng=1), path)
    path.chmod(0o444)
    monkeypatch.setattr("os.access", lambda path, mode: mode != os.W_OK)  # root may write everything
    with pytest.raises(PermissionError, match=r"path must be a file that may be written; got '.*net.npz'"):
        save(Network([2, 1], rng=2), path)
    assert_same(load(path), Network([2, 1], rng=1))
    assert names_in(tmp_path) == ["net.npz"]


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


def test_what_is_there_and_no_file_is_named(tmp_path):
    with pytest.raises(IsADirectoryError, match=r"must be a file with a network; got the folder '.*'"):
        load(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(
        OSError, match=r"must be a file with a network; got '.*pipe', which is no ordinary file"
    ):
        load(tmp_path / "pipe")


@pytest.mark.parametrize("name", ["models/", "models/.", "models/.."])
@pytest.mark.parametrize("before", ["nothing", "file", "folder"])
def test_the_name_of_a_folder_is_no_name_of_a_file(tmp_path, name, before):
    path = tmp_path / "models"
    if before == "file":
        path.write_text("precious")
    elif before == "folder":
        path.mkdir()
    names = names_in(tmp_path)
    with pytest.raises(IsADirectoryError, match=rf"path must be that of a file; got '.*/{name}', which"):
        save(Network([2, 1]), f"{tmp_path}/{name}")
    assert names_in(tmp_path) == names
    assert before != "file" or path.read_text() == "precious"


@pytest.mark.parametrize("name", ["n" * 241, "n" * 255, "ö" * 127])
def test_the_longest_names_are_fine(tmp_path, name):
    save(Network([2, 1], rng=1), tmp_path / name)
    save(Network([2, 1], rng=2), tmp_path / name)
    assert names_in(tmp_path) == [name]
    assert_same(load(tmp_path / name), Network([2, 1], rng=2))


def test_when_even_the_half_file_cannot_be_removed_the_first_error_is_told(tmp_path, monkeypatch):
    def refuse(self, missing_ok=False):
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr("os.fsync", break_at_the_end)
    monkeypatch.setattr("pathlib.Path.unlink", refuse)
    with pytest.raises(OSError, match=r"the file cannot be written: no space left: '.*/net.npz'"):
        save(Network([2, 1]), tmp_path / "net.npz")


@pytest.mark.parametrize("path", ["net\0.npz", Path("a\0b/net.npz")])
def test_a_name_that_cannot_be_is_named(path):
    for use in (load, lambda path: save(Network([2, 1]), path)):
        with pytest.raises(ValueError, match=r"path must be without the character NUL; got '.*\\x00.*'$"):
            use(path)


def test_where_nothing_can_be_saved_it_is_said(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"path must be in a folder that exists; got '.*nowhere/net'"):
        save(Network([2, 1]), tmp_path / "nowhere" / "net")
    with pytest.raises(
        IsADirectoryError, match=r"path must be that of a file; got '.*', which is that of a folder"
    ):
        save(Network([2, 1]), tmp_path)
    assert names_in(tmp_path) == []


class OfBytes:
    def __fspath__(self):
        return b"net.npz"


@pytest.mark.parametrize("path", [3, None, b"net.npz", OfBytes()])
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
    with pytest.raises(TypeError, match=r"net must be a Network; got \[1, 2\]"):
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


def test_letters_that_no_file_can_have_are_named():
    for use in (load, lambda path: save(Network([2, 1]), path)):
        with pytest.raises(
            ValueError, match=r"^path must be of letters that a file's name can have; got '.*d800'$"
        ):
            use("\ud800")
