"""What the pages on PyTorch and JAX call by name is called so there, wherever the library is installed."""

import importlib
import importlib.util
import re

import pytest

from bookkit.pages.source import read_page
from bookkit.paths import ENGLISH, ROOT
from bookkit.programs.optional import OPTIONAL

PAGE = ENGLISH / "pytorch-names.md"
PYTORCH = [ENGLISH / f"{name}.md" for name in ("pytorch", "pytorch-run", "pytorch-inside")]
CHAPTERS = [ENGLISH / "engine" / "pytorch.md", ENGLISH / "engine" / "jax.md"]
LAYERS = ENGLISH / "pytorch-layers.md"
LIBRARIES = ("torch", "jax", "optax")
NAME = re.compile(r"`(?P<name>(?:torch|jax|optax)(?:\.\w+)+)(?=[`(\[])")


def names(text: str) -> set[str]:
    """Return what a text names by its whole name, such as torch.nn.Linear."""
    return {match["name"] for match in NAME.finditer(text)}


def exists(name: str) -> bool:
    """Tell whether a dotted name leads to something; the last may be a field, which only objects have."""
    module, *rest = name.split(".")
    found = importlib.import_module(module)
    path = module
    for part in rest:
        path = f"{path}.{part}"
        if part in getattr(found, "__dataclass_fields__", {}):
            return part == rest[-1]
        if not hasattr(found, part):
            try:
                importlib.import_module(path)  # a module that its package does not import by itself
            except ImportError:
                return False
        found = getattr(found, part)
    return True


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_name_exists(library: str) -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in (PAGE, *PYTORCH, *CHAPTERS, LAYERS))
    found = {name for name in names(text) if name.startswith(f"{library}.")}
    assert len(found) > 5
    if importlib.util.find_spec(library) is None:
        pytest.skip(f"{PAGE.name} and others: their names need {library}, not installed here")
    assert {name for name in found if not exists(name)} == set()


def test_every_name_of_this_book_exists() -> None:
    rows = re.findall(r"^\| (?P<ours>[^|]+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    found = [name for ours in rows for name in re.findall(r"`([a-z]\w*(?:\.\w+)*)[`(]", ours, re.IGNORECASE)]
    assert len(found) > 20
    ours = [name.replace("net.", "Network.").replace("history.", "History.") for name in found]
    assert [name for name in ours if not exists(f"backprop.{name}")] == []


def test_a_wrong_name_is_noticed() -> None:
    assert exists("xml.dom.minidom.parse")
    assert not exists("xml.dom.minidom.parze")
    assert not exists("xml.dim.minidom")
    assert exists("backprop.History.cost")
    assert not exists("backprop.History.cots")
    assert names("`torch.nn.Linear(2, 3)` `jax.grad`, `nn.Tanh` torch.sin") == {"torch.nn.Linear", "jax.grad"}


def test_what_listings_may_lack_is_installed_where_they_are_run() -> None:
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    (imported,) = re.findall(r'python -c "import (?P<modules>[\w, ]+)"', workflow)
    assert set(imported.split(", ")) == {*OPTIONAL, "optax"}
    locked = (ROOT / "requirements-listings.lock").read_text(encoding="utf-8")
    assert all(re.search(rf"^{module}==", locked, re.MULTILINE) for module in imported.split(", "))


def test_every_optional_package_is_used() -> None:
    pages = [read_page(page) for page in (PAGE, *PYTORCH)]
    listings = [listing.target.partition(":")[0] for page in pages for listing in page.listings]
    text = "".join((ROOT / "snippets" / name).read_text("utf-8") for name in listings if "/" in name)
    assert all(re.search(rf"^import {module}\b", text, re.MULTILINE) for module in OPTIONAL)
