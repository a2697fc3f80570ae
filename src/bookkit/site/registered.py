"""What a page of the library's reference tells the plugins that resolve references: where its names are.

It is noted while the page is converted, and told again where the page is taken as it was kept. The plugins
are handed in; this module knows only how they are called.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

Told = dict[str, list[Any]]


@contextmanager
def noted(anchors: Any, reference: Any) -> Iterator[Told]:
    """Note what is told for a while: to `anchors` where identifiers are, to `reference` what its inventory
    lists; and which languages' handlers the reference has used.
    """
    told: Told = {"anchors": [], "items": [], "handlers": []}
    inventory = reference.inventory
    tell_anchor, tell_item = anchors.register_anchor, inventory.register

    def register_anchor(page: Any, *values: Any, **named: Any) -> None:
        told["anchors"].append([list(values), named])
        tell_anchor(page, *values, **named)

    def register(*values: Any, **named: Any) -> None:
        told["items"].append([list(values), named])
        tell_item(*values, **named)

    anchors.register_anchor, inventory.register = register_anchor, register
    try:
        yield told
    finally:
        del anchors.register_anchor, inventory.register
    told["handlers"] += [handler.name for handler in reference.seen_handlers]


def tell_again(told: Told, page: Any, anchors: Any, reference: Any) -> None:
    """Tell the plugins what a page told them when it was converted."""
    for values, named in told["anchors"]:
        anchors.register_anchor(page, *values, **named)
    for values, named in told["items"]:
        reference.inventory.register(*values, **named)
    for name in told["handlers"]:
        reference.get_handler(name)
