"""Files in the format IDX, as those of MNIST.

They hold 0, 0, 8 (for bytes) and the number of dimensions; then the sizes, four bytes each; then the data.
"""

import gzip
import math
import struct
import zlib
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np
from numpy.typing import NDArray

LARGEST = 2**30
"""In bytes: MNIST's images have 47 million, those of its large relatives less than this."""


def images_and_labels(folder: Path, part: str) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the images of "train" or "t10k" and the digit on each, from two files.

    Raises
    ------
    FileNotFoundError, ValueError
        As `read_idx` does; also if there is another number of labels, or one that is no digit.
    """
    images_path, images = read_idx(folder, part, "images", 3)
    labels_path, labels = read_idx(folder, part, "labels", 1)
    if len(images) != len(labels):
        wanted = f"there must be a label for each of the {len(images)} images in {images_path.name}"
        raise ValueError(f"{labels_path}: {wanted}; got {len(labels)}")
    if np.max(labels) > 9:
        i = int(np.argmax(labels > 9))
        raise ValueError(f"{labels_path}: labels must be digits from 0 to 9; got {labels[i]} at index {i}")
    return images, labels


def read_idx(folder: Path, part: str, kind: str, dimensions: int) -> tuple[Path, NDArray[np.uint8]]:
    """Return a file's path and what it holds: "train" or "t10k", "images" or "labels"; compressed or not.

    Raises
    ------
    FileNotFoundError
        If there is no such file in the folder.
    ValueError
        If it is not in the format, or ends too early or too late. The message names the file.
    """
    names = [f"{part}-{kind}{mark}idx{dimensions}-ubyte{end}" for end in ("", ".gz") for mark in "-."]
    path = next((folder / name for name in names if (folder / name).is_file()), None)
    if path is None:
        raise FileNotFoundError(f"{folder}: there must be a file {names[0]}, also as {', '.join(names[1:])}")
    try:
        with path.open("rb") as packed:
            compressed = packed.read(2) == b"\x1f\x8b"
            packed.seek(0)
            file = cast(BinaryIO, gzip.GzipFile(fileobj=packed)) if compressed else packed
            return path, _idx_array(path, file, kind, dimensions)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise ValueError(f"{path}: the compressed file is damaged or not complete ({error})") from None


def _idx_array(path: Path, file: BinaryIO, kind: str, dimensions: int) -> NDArray[np.uint8]:
    """Read as many bytes as the head promises: a compressed file may unpack to a thousand times its size."""
    head = file.read(4 + 4 * dimensions)
    magic = bytes([0, 0, 8, dimensions])
    if head[:4] != magic:
        wanted = f"a file of MNIST {kind} begins with the bytes {_bytes(magic)}"
        got = f"begins with {_bytes(head[:4])}" if head else "is empty"
        raise ValueError(f"{path}: {wanted}; this one {got}")
    if len(head) < 4 + 4 * dimensions:
        raise ValueError(f"{path}: the file must have a head of {4 + 4 * dimensions} bytes; got {len(head)}")
    sizes = struct.unpack_from(f">{dimensions}I", head, 4)
    shape, promised = " × ".join(map(str, sizes)), math.prod(sizes)
    if not promised:
        raise ValueError(f"{path}: there must be {kind} in the file; got {shape}")
    if promised > LARGEST:
        raise ValueError(
            f"{path}: there must be at most {LARGEST:,} bytes of {kind} in the file; got {shape}"
        )
    content = file.read(promised + 1)
    if len(content) != promised:
        wanted = f"the file must have {len(head) + promised} bytes for {shape} {kind}"
        more = " or more" if len(content) > promised else ""
        raise ValueError(f"{path}: {wanted}; got {len(head) + len(content)}{more}")
    return np.frombuffer(content, np.uint8).reshape(sizes)


def _bytes(content: bytes) -> str:
    return ", ".join(map(str, content))
