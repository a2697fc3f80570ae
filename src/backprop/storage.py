"""Keep a trained network in a file, and have it back to the last bit.

The file is NumPy's npz: a zip with an array for each layer's weights and biases, and what else the network
consists of. It holds numbers and names, no program: nothing in it is ever run.
"""

import contextlib
import math
import os
import secrets
import stat
import textwrap
import zipfile
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from backprop._validate import RealArray, brief, file_name, layer_arrays, whole
from backprop.network import Network, _checked_sizes, check_network

FORMAT = "backprop.Network"
VERSION = 1
"""Counts up when the file's content changes, so that an older library can say that it is too old."""

NAMES = ("hidden", "output", "cost")
KINDS = ("weights", "biases")

HEADER = 1000
"""In bytes: the header of an array of two dimensions has about a hundred."""


def save(net: Network, path: str | os.PathLike[str]) -> None:
    """Write a network into a file.

    The name is taken as it is, whatever its ending. A file of that name is replaced only when the new one is
    complete: whatever happens in between, the old one is still there. Who may read and write it stays the
    same.

    Parameters
    ----------
    net : Network
    path : path of the file, in a folder that exists

    Raises
    ------
    TypeError, ValueError
        If net is no Network, or has weights or biases of another shape or that are not finite; if path is
        no path.
    OSError
        If the file cannot be written.

    Examples
    --------
    >>> save(Network([2, 3, 1]), "/nowhere/xor.npz")
    Traceback (most recent call last):
    FileNotFoundError: path must be in a folder that exists; got '/nowhere/xor.npz'
    """
    check_network(net)
    name, content = file_name("path", path, "the path of a file"), _content(net)
    target = _target(name)
    part = target.with_name(f".{secrets.token_hex(8)}.part")  # short: the file's name may be as long as any
    before = target.stat() if target.exists() else None
    try:
        # Nobody may read the new file who may not read the old one: not even before it is complete.
        part.touch(mode=0o666 if before is None else 0o600, exist_ok=False)
        with part.open("wb") as file:
            np.savez(file, **content)  # with nothing to be told beside: NumPy 2.0 would save that, too
            file.flush()
            os.fsync(file.fileno())
        if before is not None:
            _give_rights(part, before)
        part.replace(target)
    except OSError as error:  # it names the other file, which nobody knows
        raise OSError(error.errno, f"the file cannot be written: {error.strerror or error}", name) from error
    finally:
        with contextlib.suppress(OSError):  # the first error is the one to tell
            part.unlink(missing_ok=True)


def load(path: str | os.PathLike[str]) -> Network:
    """Read a network from a file that `save` has written.

    Parameters
    ----------
    path : path of the file

    Returns
    -------
    Network
        With the sizes, activations, cost, weights and biases of the one saved, of the same precision.

    Raises
    ------
    OSError
        If there is no such file (FileNotFoundError), if it is a folder, or cannot be read.
    TypeError
        If path is no path.
    ValueError
        If the file is damaged, is none of a network, or is from a newer version of this library.

    Examples
    --------
    >>> load("nowhere.npz")
    Traceback (most recent call last):
    FileNotFoundError: path must be a file with a network; there is no 'nowhere.npz'
    """
    name = file_name("path", path, "the path of a file")
    _check_there(name)
    try:
        with _opened(name) as content:
            if "format" not in content or str(content["format"]) != FORMAT:
                raise ValueError(f"{name}: the file must be one that save has written; it is another's")
            try:
                _check_names({"version"}, content)
                version = whole("version", content["version"][()])
                if version <= VERSION:
                    return _network(content)
            except (TypeError, ValueError) as error:
                raise ValueError(f"{name}: the file does not hold a network: {error}") from None
    except _DamageError as damage:
        raise ValueError(f"{name}: the file is damaged, or none of a network ({damage})") from None
    raise ValueError(
        f"{name}: the file has format {brief(version)}, of a newer version of this library; "
        f"this one reads up to {VERSION}"
    )


def _target(name: str) -> Path:
    """Return the file to be written, where links lead to."""
    target = Path(os.path.realpath(name))
    if not target.parent.is_dir():
        raise FileNotFoundError(f"path must be in a folder that exists; got {name!r}")
    if target.is_dir() or os.path.split(name)[1] in {"", ".", ".."}:
        raise IsADirectoryError(f"path must be that of a file; got {name!r}, which is that of a folder")
    if target.exists() and not target.is_file():  # it would be replaced, by an ordinary file
        raise FileExistsError(f"path must be an ordinary file, or a new one; got {name!r}, which is neither")
    if target.exists() and not os.access(target, os.W_OK):  # in its folder, it could be replaced
        raise PermissionError(
            f"path must be a file that may be written; got {name!r}, which may only be read"
        )
    return target


def _give_rights(part: Path, before: os.stat_result) -> None:
    """Let those, and only those, read and write the file who could before."""
    mode = stat.S_IMODE(before.st_mode)
    if hasattr(os, "chown"):
        try:
            os.chown(part, before.st_uid, before.st_gid)
        except OSError:  # it becomes the writer's, whose group is perhaps another
            mode &= ~0o070
    part.chmod(mode)


def _check_there(name: str) -> None:
    wanted, path = "path must be a file with a network", Path(name)
    if not path.exists():
        raise FileNotFoundError(f"{wanted}; there is no {name!r}")
    if path.is_dir():
        raise IsADirectoryError(f"{wanted}; got the folder {name!r}")
    if not path.is_file():
        raise OSError(f"{wanted}; got {name!r}, which is no ordinary file")


def _content(net: Network) -> dict[str, Any]:
    of_weights, of_biases = _shapes(net.sizes)
    weights = layer_arrays("weights", net.weights, of_weights)
    biases = layer_arrays("biases", net.biases, of_biases)
    content: dict[str, Any] = {"format": FORMAT, "version": VERSION, "sizes": net.sizes}
    content |= {"hidden": net.hidden, "output": net.output, "cost": net._cost.name}
    for layer, (w, b) in enumerate(zip(weights, biases, strict=True), start=2):
        content |= {f"weights {layer}": w, f"biases {layer}": b}
    return content


def _shapes(sizes: list[int]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    return [(n_out, n_in) for n_in, n_out in pairwise(sizes)], [(n_out, 1) for n_out in sizes[1:]]


def _network(content: Mapping[str, RealArray]) -> Network:
    _check_names({"sizes"}, content)
    sizes = _checked_sizes(content["sizes"].tolist())
    of_weights, of_biases = ([f"{kind} {n}" for n in range(2, len(sizes) + 1)] for kind in KINDS)
    names = {"format", "version", "sizes", *NAMES, *of_weights, *of_biases}
    _check_names(names, content)
    if content.keys() - names:
        raise ValueError(f"its sizes are of a network without {_listed(content.keys() - names)}")

    # Before a network of these sizes is made: if they are wrong, there may be no room for it.
    shapes = _shapes(sizes)
    weights = layer_arrays("weights", [content[name] for name in of_weights], shapes[0])
    biases = layer_arrays("biases", [content[name] for name in of_biases], shapes[1])
    hidden, output, cost = (str(content[name]) for name in NAMES)
    net = Network(sizes, hidden=hidden, output=output, cost=cost, init="zeros")
    net.weights, net.biases = weights, biases
    return net


def _check_names(names: Collection[str], content: Mapping[str, RealArray]) -> None:
    missing = [name for name in names if name not in content]
    if missing:
        raise ValueError(f"there is no {_listed(missing)}")


def _listed(names: Collection[str]) -> str:
    some = [repr(name) for name in sorted(names)[:6]]
    return ", ".join([*some, "…"] if len(names) > len(some) else some)


class _DamageError(Exception):
    """The file is none that could have been written by `save`."""


@contextlib.contextmanager
def _opened(name: str) -> Iterator["_Content"]:
    with Path(name).open("rb") as file:
        if not zipfile.is_zipfile(file):
            raise _DamageError("it is no npz file")
        with _damage_named():
            archive = zipfile.ZipFile(file)
        with archive:
            yield _Content(archive, os.fstat(file.fileno()).st_size)


@contextlib.contextmanager
def _damage_named() -> Iterator[None]:
    """Zipfile, each of its decompressors and NumPy have errors of their own."""
    try:
        yield
    except _DamageError:
        raise
    except Exception as error:
        raise _DamageError(textwrap.shorten(str(error) or type(error).__name__, 200)) from None


class _Content(Mapping[str, RealArray]):
    """The arrays of an npz file, each read when it is asked for.

    None takes more memory than the file has bytes: `save` does not compress, and what is compressed could
    be a thousand times as large as it looks.
    """

    def __init__(self, archive: zipfile.ZipFile, size: int) -> None:
        self._archive = archive
        self._entries = {entry.filename.removesuffix(".npy"): entry for entry in archive.infolist()}
        if len(self._entries) < len(archive.infolist()):
            raise _DamageError("an array is in it twice")
        for entry in self._entries.values():
            if entry.compress_type != zipfile.ZIP_STORED or entry.compress_size != entry.file_size:
                raise _DamageError(f"{brief(entry.filename)} is compressed, and save compresses nothing")
        if sum(entry.file_size for entry in self._entries.values()) > size:
            raise _DamageError("its arrays are together larger than the file")

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __getitem__(self, name: str) -> RealArray:
        entry = self._entries[name]
        with _damage_named():
            return _array(self._archive, entry)


def _array(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> RealArray:
    """Read an array; without pickles, since these could run anything."""
    with archive.open(entry) as file:
        version = np.lib.format.read_magic(file)
        if version != (1, 0):
            raise _DamageError(f"{entry.filename} has version {version} of the format npy")
        length = int.from_bytes(file.read(2), "little")
        if length > HEADER:
            raise _DamageError(
                f"{entry.filename} has a header of {length} bytes, and save writes shorter ones"
            )
        file.seek(len(np.lib.format.magic(*version)))
        shape, _, dtype = np.lib.format.read_array_header_1_0(file)
        if dtype.hasobject or not dtype.itemsize:
            raise _DamageError(f"{entry.filename} does not hold numbers or letters")
        # NumPy makes room for what the header promises before it looks for it.
        promised, there = math.prod(shape) * dtype.itemsize, entry.file_size - file.tell()
        if promised != there:
            raise _DamageError(f"{entry.filename} promises {brief(promised)} bytes and has {there}")
        file.seek(0)
        array: RealArray = np.lib.format.read_array(file, allow_pickle=False)
    return array
