"""Keep a trained network in a file, and have it back to the last bit.

The file is NumPy's npz: a zip with an array for each layer's weights and biases, and what else the network
consists of. It holds numbers and names, no program: nothing in it is ever run.
"""

import contextlib
import io
import math
import os
import secrets
import zipfile
from collections.abc import Collection
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from backprop._validate import RealArray, layer_arrays, whole
from backprop.network import Network, _checked_sizes

FORMAT = "backprop.Network"
VERSION = 1
"""Counts up when the file's content changes, so that an older library can say that it is too old."""

NAMES = ("hidden", "output", "cost")
KINDS = ("weights", "biases")


def save(net: Network, path: str | os.PathLike[str]) -> None:
    """Write a network into a file.

    The name is taken as it is, whatever its ending. A file of that name is replaced only when the new one is
    complete: whatever happens in between, the old one is still there.

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
    if not isinstance(net, Network):
        raise TypeError(f"net must be a Network; got {type(net).__name__}")
    name, content = _name(path), _content(net)
    target = _target(name)
    part = target.with_name(f".{secrets.token_hex(8)}.part")  # short: the file's name may be as long as any
    try:
        with part.open("xb") as file:
            np.savez(file, allow_pickle=False, **content)
            file.flush()
            os.fsync(file.fileno())
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
    name = _name(path)
    _check_there(name)
    content = _read(name)
    if str(content.get("format")) != FORMAT:
        raise ValueError(f"{name}: the file must be one that save has written; it is another's")
    try:
        _check_names({"version"}, content)
        version = whole("version", content["version"][()])
        net = _network(content) if version <= VERSION else None
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name}: the file does not hold a network: {error}") from None
    if net is None:
        raise ValueError(
            f"{name}: the file has format {version}, of a newer version of this library; "
            f"this one reads up to {VERSION}"
        )
    return net


def _name(path: str | os.PathLike[str]) -> str:
    name = os.fspath(path) if isinstance(path, str | os.PathLike) else None
    if not isinstance(name, str):
        raise TypeError(f"path must be the path of a file, a string or a Path; got {path!r}")
    if "\0" in name:
        raise ValueError(f"path must be without the character NUL; got {name!r}")
    return name


def _target(name: str) -> Path:
    """Return the file to be written, where links lead to."""
    target = Path(os.path.realpath(name))
    if not target.parent.is_dir():
        raise FileNotFoundError(f"path must be in a folder that exists; got {name!r}")
    if target.is_dir() or os.path.split(name)[1] in {"", ".", ".."}:
        raise IsADirectoryError(f"path must be that of a file; got {name!r}, which is that of a folder")
    if target.exists() and not target.is_file():  # it would be replaced, by an ordinary file
        raise FileExistsError(f"path must be an ordinary file, or a new one; got {name!r}, which is neither")
    return target


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


def _network(content: dict[str, RealArray]) -> Network:
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


def _check_names(names: Collection[str], content: dict[str, RealArray]) -> None:
    missing = [name for name in names if name not in content]
    if missing:
        raise ValueError(f"there is no {_listed(missing)}")


def _listed(names: Collection[str]) -> str:
    some = [repr(name) for name in sorted(names)[:6]]
    return ", ".join([*some, "…"] if len(names) > len(some) else some)


def _read(name: str) -> dict[str, RealArray]:
    """Return the arrays of an npz file."""
    content = io.BytesIO(Path(name).read_bytes())
    wrong = f"{name}: the file is damaged, or none of a network"
    if not zipfile.is_zipfile(content):
        raise ValueError(f"{wrong} (it is no npz file)")
    try:
        with zipfile.ZipFile(content) as archive:
            return {
                entry.filename.removesuffix(".npy"): _array(archive, entry) for entry in archive.infolist()
            }
    except Exception as error:  # zipfile, each of its decompressors and NumPy have errors of their own
        raise ValueError(f"{wrong} ({str(error) or type(error).__name__})") from None


def _array(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> RealArray:
    """Read an array; without pickles, since these could run anything."""
    with archive.open(entry) as file:
        version = np.lib.format.read_magic(file)
        if version != (1, 0):
            raise ValueError(f"{entry.filename} has version {version} of the format npy")
        shape, _, dtype = np.lib.format.read_array_header_1_0(file)
        # NumPy makes room for what the header promises before it looks for it.
        promised, there = math.prod(shape) * dtype.itemsize, entry.file_size - file.tell()
        if promised != there:
            raise ValueError(f"{entry.filename} promises {promised} bytes and has {there}")
        file.seek(0)
        array: RealArray = np.lib.format.read_array(file, allow_pickle=False)
    return array
