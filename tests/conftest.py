"""What holds for all tests."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from .forked import Builder

TESTS = Path(__file__).parent
# In this order processes side by side take the tests (with --no-loadscope-reorder). What the press keeps is
# made first, each thing once; then one process builds the book from that, while the others have something to
# do that needs no book; the site's long groups are begun while there are short tests enough to fill the time
# of whoever is done before the others.
ORDER = (
    *("book", "site/test_build.py", "bookkit/mkdocs/test_press.py", "bookkit/programs/test_apart.py"),
    *("bookkit/steady", "project", "site", "booktest", "bookkit"),
)


@cache
def place(path: Path) -> int:
    """Return where a file's tests come in the order: by the first folder or file of ORDER that it lies in."""
    name = path.relative_to(TESTS).as_posix() if TESTS in path.parents else ""
    places = [number for number, part in enumerate(ORDER) if f"{name}/".startswith(f"{part}/")]
    return places[0] if places else len(ORDER)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests in order."""
    items.sort(key=lambda item: place(item.path))


# A slow machine is no error of the book. What else Hypothesis chose, as on CI, stays.
settings.register_profile("book", settings(), deadline=None)
settings.register_profile("everyday", settings.get_profile("book"), max_examples=25)
settings.load_profile("book")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--everyday`, for whoever writes; where the book is proved, everything is run."""
    said = (
        "do not run again a listing that passed, with all that it depends on; draw a quarter of the examples"
    )
    parser.addoption("--everyday", action="store_true", help=said)


def pytest_configure(config: pytest.Config) -> None:
    """Let property tests draw fewer examples every day."""
    if config.getoption("--everyday"):
        settings.load_profile("everyday")


@pytest.fixture(scope="session")
def builder() -> Iterator[Builder]:
    """What builds small books."""
    started = Builder()
    yield started
    started.stop()
