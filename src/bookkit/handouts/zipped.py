"""What readers take along: the library as a wheel, and a zip with it, all listings and all labs.

The zip has the folders of `snippets/`, so that a listing finds the files beside it that it imports;
each lab is in `labs/`, as a script and as a notebook. Left out are figures and what needs the
press: `bookdraw` and `bookkit` are part of the book's folder and not of the wheel.
The same sources give the same bytes, since hatchling and the zip date every file alike.
"""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from bookkit.handouts import edition
from bookkit.handouts.listings import handed_out
from bookkit.keeping.cache import Cache, fingerprint, fingerprint_files
from bookkit.paths import ENGLISH, ROOT, SNIPPETS, shown
from bookkit.programs import beside, labs

FOLDER = "listings"
ZIP = f"{FOLDER}/listings.zip"
LABS = "labs"
REQUIREMENTS = "requirements.txt"
_WITH = ("numpy>=2.0", "scikit-learn>=1.6", "matplotlib>=3.10", "tqdm>=4.66")
_NOT_IN_THE_WHEEL = {"bookdraw", "bookkit"}
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of time, for a zip
_kept = Cache("listings")


class WheelError(RuntimeError):
    """The wheel could not be built; the message says of which folder, and why."""


def wheel_name(root: Path = ROOT) -> str:
    """Return the file name of the library's wheel, which holds the project's name and version."""
    return f"{edition.name(root).replace('-', '_')}-{edition.version(root)}-py3-none-any.whl"


def wheel(root: Path = ROOT) -> bytes:
    """Return the library as a wheel, in pure Python, as `pip install .` would build it.

    Raises WheelError where the project's folder does not give one.
    """
    from hatchling.builders.wheel import WheelBuilder  # only a build needs it

    with tempfile.TemporaryDirectory() as folder:
        try:
            (built,) = WheelBuilder(str(root)).build(directory=folder, versions=["standard"])
            data = Path(built).read_bytes()
        except (ValueError, OSError) as error:
            raise WheelError(f"no wheel can be built from {shown(root)}: {error}") from None
    if Path(built).name != wheel_name(root):
        raise WheelError(f"the wheel is named {Path(built).name}; expected {wheel_name(root)}")
    return data


def listings(folder: Path = SNIPPETS) -> list[Path]:
    """Return the listings that run with the library alone, also by way of the files that they import."""
    return [path for path in sorted(folder.rglob("*.py")) if not _all_imports(path) & _NOT_IN_THE_WHEEL]


def _all_imports(path: Path) -> set[str]:
    """The modules that a listing imports, and those of the files beside it, by their first names."""
    files = [path, *beside.used(path)]
    return {name.partition(".")[0] for file in files for name in beside.imported(file)}


def _labs(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield each lab twice: the script that it is kept as, and the notebook."""
    for path in sorted(folder.glob("*.py")):
        yield f"{LABS}/{path.name}", path.read_bytes()
        yield f"{LABS}/{path.stem}.ipynb", labs.as_ipynb(path).encode()


def zipped(
    name: str,
    data: bytes,
    folder: Path = SNIPPETS,
    licence: Path = ROOT / "LICENSE",
    lab_folder: Path = ENGLISH / LABS,
) -> bytes:
    """Return the zip: a wheel, what to install with it, the licence, the labs and the listings."""
    contents: dict[str, bytes] = {
        REQUIREMENTS: "\n".join([f"./{name}", *_WITH, ""]).encode(),
        "LICENSE": licence.read_bytes(),
        name: data,
        **dict(_labs(lab_folder)),
    }
    for path in listings(folder):
        if (text := handed_out(path)) is not None:
            contents[path.relative_to(folder).as_posix()] = text.encode()
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, content in sorted(contents.items()):
            entry = zipfile.ZipInfo(f"{FOLDER}/{place}", _BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return whole.getvalue()


def files() -> Iterator[tuple[str, bytes]]:
    """Yield (address from the site's root, content) of the wheel and of the zip; both are kept."""
    name, key = wheel_name(), _made_from()
    data = _kept.made_bytes(f"{key}.whl", wheel)
    yield f"{FOLDER}/{name}", data
    yield ZIP, _kept.made_bytes(f"{key}.zip", lambda: zipped(name, data))


def _made_from() -> str:
    """Return a fingerprint of what both are made from: all sources, with their names, and what packs them."""
    found = [*SNIPPETS.rglob("*.py"), *(ENGLISH / LABS).glob("*.py"), *ROOT.iterdir()]
    found += [path for path in (ROOT / "src").rglob("*") if "__pycache__" not in path.parts]
    sources = sorted(path for path in found if path.is_file())
    packers = [version(package) for package in ("hatchling", "jupytext", "nbformat")]
    return fingerprint(*map(str, sources), fingerprint_files(sources), sys.version, *packers)
