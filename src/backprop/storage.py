"""Keep a trained network in a file, and have it back to the last bit.

The file is NumPy's npz: a zip with an array for each layer's weights and biases, and what else the network
consists of. It holds numbers and names, no program: nothing in it is ever run.
"""

import io
import os
import secrets
import struct
import zipfile
import zlib
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from backprop._validate import layer_arrays
from backprop.network import Network

FORMAT = "backprop.Network"
VERSION = 1
"""Counts up when the file's content changes, so that an older library can say that it is too old."""

OF_NUMPY = (ValueError, TypeError, KeyError, EOFError, OSError, RuntimeError)
NO_NPZ = (*OF_NUMPY, struct.error, zlib.error, zipfile.BadZipFile)
"""What NumPy and zipfile raise when a file is none of theirs, or has been damaged."""


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
    target = Path(os.path.realpath(name))
    if not target.parent.is_dir():
        raise FileNotFoundError(f"path must be in a folder that exists; got {name!r}")
    if target.is_dir():
        raise IsADirectoryError(f"path must be a file; got the folder {name!r}")
    if target.exists() and not target.is_file():  # it would be replaced, by an ordinary file
        raise FileExistsError(f"path must be an ordinary file, or a new one; got {name!r}, which is neither")
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            np.savez(file, allow_pickle=False, **content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:  # it names the other file, which nobody knows
        raise OSError(error.errno, f"the file cannot be written: {error.strerror or error}", name) from error
    finally:
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
    FileNotFoundError
        If there is no such file.
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
    if not Path(name).is_file():
        raise FileNotFoundError(f"path must be a file with a network; there is no {name!r}")
    content = _read(name)
    if str(content.get("format")) != FORMAT:
        raise ValueError(f"{name}: the file must be one that save has written; it is another's")
    try:
        version = int(content["version"])
        if version > VERSION:
            raise _NewerError(
                f"{name}: the file has format {version}, of a newer version of this library; "
                f"this one reads up to {VERSION}"
            )
        return _network(content)
    except _NewerError:
        raise
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{name}: the file does not hold a network: {error}") from None


class _NewerError(ValueError):
    """The file is from a newer version."""


def _name(path: str | os.PathLike[str]) -> str:
    if not isinstance(path, str | os.PathLike):
        raise TypeError(f"path must be the path of a file, a string or a Path; got {path!r}")
    return os.fspath(path)


def _content(net: Network) -> dict[str, Any]:
    shapes = [(n_out, n_in) for n_in, n_out in pairwise(net.sizes)]
    weights = layer_arrays("weights", net.weights, shapes)
    biases = layer_arrays("biases", net.biases, [(n_out, 1) for n_out, _ in shapes])
    content: dict[str, Any] = {"format": FORMAT, "version": VERSION, "sizes": net.sizes}
    content |= {"hidden": net.hidden, "output": net.output, "cost": net._cost.name}
    for layer, (w, b) in enumerate(zip(weights, biases, strict=True), start=2):
        content |= {f"weights {layer}": w, f"biases {layer}": b}
    return content


def _network(content: dict[str, Any]) -> Network:
    sizes = content["sizes"].tolist()
    hidden, output, cost = (str(content[name]) for name in ("hidden", "output", "cost"))
    net = Network(sizes, hidden=hidden, output=output, cost=cost, init="zeros")
    layers = range(2, len(sizes) + 1)
    net.weights = [content[f"weights {layer}"] for layer in layers]
    net.biases = [content[f"biases {layer}"] for layer in layers]
    return net


def _read(name: str) -> dict[str, Any]:
    """Return the arrays of an npz file; without pickles, since these could run anything."""
    content = io.BytesIO(Path(name).read_bytes())
    if not zipfile.is_zipfile(content):
        raise ValueError(f"{name}: the file is damaged, or none of a network (it is no npz file)")
    content.seek(0)
    try:
        with np.load(content, allow_pickle=False) as file:
            return dict(file)
    except NO_NPZ as error:
        raise ValueError(f"{name}: the file is damaged, or none of a network ({error})") from None
