"""Survivors that are understood: each is listed with the reason why no claim can tell it from the truth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import yaml

from bookkit.paths import ROOT

LIST = ROOT / "tests" / "book" / "survivors.yaml"

Entry = tuple[str, str, str]


class Survivor(Protocol):
    """What is asked of a mutant."""

    @property
    def path(self) -> str: ...
    @property
    def original(self) -> str: ...
    @property
    def damaged(self) -> str: ...


def _entry(survivor: Survivor) -> Entry:
    return survivor.path, survivor.original, survivor.damaged


class _OnceEach(yaml.SafeLoader):
    """Reads a list in which no page has two headings: what stands under the first would be passed over."""


def _mapping(loader: _OnceEach, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key) for key, _ in node.value]
    for key, times in Counter(keys).items():
        if times > 1:
            raise ValueError(f"{LIST.name}: {key} is listed twice")
    return dict(
        zip(keys, (loader.construct_object(value, deep=True) for _, value in node.value), strict=True)
    )


_OnceEach.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


@dataclass(frozen=True)
class Understood:
    """The list: page, original and mutant, and the reason."""

    reasons: dict[Entry, str]

    @classmethod
    def read(cls, path: Path | None = None) -> Understood:
        """Read the list; a missing file is an empty one.

        Raises ValueError, naming the entry, for one without a reason, listed twice, or under no page.
        """
        path = path or LIST
        pages = (yaml.load(path.read_text("utf-8"), Loader=_OnceEach) or {}) if path.is_file() else {}
        if not isinstance(pages, dict):
            raise ValueError(f"{path.name}: the headings are pages, not {pages!r:.40}")
        found: dict[Entry, str] = {}
        for page, originals in pages.items():
            for original, item in ((one["original"], item) for one in originals for item in one["survivors"]):
                entry = page, original, item["mutant"]
                if not str(item.get("reason") or "").strip():
                    raise ValueError(f"{path.name}: {entry} needs a reason")
                if entry in found:
                    raise ValueError(f"{path.name}: {entry} is listed twice")
                found[entry] = item["reason"]
        return cls(found)

    def reason(self, survivor: Survivor) -> str:
        """Why a mutant survives; "" where that is not understood."""
        return self.reasons.get(_entry(survivor), "")

    def stale(self, survivors: Iterable[Survivor], pages: set[str]) -> list[str]:
        """The entries of these pages that survive no more."""
        alive = {_entry(survivor) for survivor in survivors}
        return [
            f"{page}: {mutant}"
            for page, original, mutant in self.reasons
            if page in pages and (page, original, mutant) not in alive
        ]


def ready(survivors: Iterable[Survivor]) -> str:
    """The entries of these survivors as the list has them, each with its reason to be written."""
    return written({_entry(survivor): "(why nothing on the page can tell)" for survivor in survivors})


def written(reasons: Mapping[Entry, str]) -> str:
    """The list as it is kept in the file: by pages, then by originals."""
    pages: dict[str, dict[str, list[dict[str, str]]]] = {}
    for (page, original, mutant), reason in reasons.items():
        pages.setdefault(page, {}).setdefault(original, []).append({"mutant": mutant, "reason": reason})
    listed = {
        page: [{"original": original, "survivors": found} for original, found in originals.items()]
        for page, originals in pages.items()
    }
    return yaml.safe_dump(listed, allow_unicode=True, sort_keys=False, width=118)
