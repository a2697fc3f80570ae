"""What a page of the reference told the plugins is told again, call by call."""

from types import SimpleNamespace
from typing import Any

from mkdocs_autorefs import AutorefsPlugin
from mkdocstrings import Inventory

from bookkit.site import registered

PAGE: Any = SimpleNamespace(url="api/", parent=None, title="API")


class Reference:
    """The part of mkdocstrings' handlers that is called."""

    def __init__(self) -> None:
        self.inventory = Inventory(project="book")
        self.asked: list[str] = []

    @property
    def seen_handlers(self) -> list[SimpleNamespace]:
        return [SimpleNamespace(name=name) for name in self.asked]

    def get_handler(self, name: str) -> None:
        self.asked.append(name)


def convert(anchors: AutorefsPlugin, reference: Reference) -> None:
    reference.get_handler("python")
    anchors.register_anchor(PAGE, "a.b", title="b", primary=True)
    anchors.register_anchor(PAGE, "b", "a.b", primary=False)
    reference.inventory.register(name="a.b", domain="py", role="class", priority=1, uri="api/#a.b")


def known(anchors: AutorefsPlugin, reference: Reference) -> tuple[object, ...]:
    items = [(item.name, item.role, item.uri) for item in reference.inventory.values()]
    found = [anchors.get_item_url(name, from_url="other/") for name in ("a.b", "b")]
    return items, found, reference.asked


def test_what_was_told_is_told_again() -> None:
    anchors, reference = AutorefsPlugin(), Reference()
    with registered.noted(anchors, reference) as told:
        convert(anchors, reference)
    first = known(anchors, reference)
    again, reference_again = AutorefsPlugin(), Reference()
    registered.tell_again(told, PAGE, again, reference_again)
    assert known(again, reference_again) == first
    assert first[0] == [("a.b", "class", "api/#a.b")]


def test_only_what_is_told_in_between_is_noted() -> None:
    anchors, reference = AutorefsPlugin(), Reference()
    with registered.noted(anchors, reference) as told:
        pass
    convert(anchors, reference)
    assert told == {"anchors": [], "items": [], "handlers": []}
