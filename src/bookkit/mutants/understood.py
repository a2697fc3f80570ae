"""Survivors that are understood: each is listed with the reason why no claim can tell it from the truth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

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


@dataclass(frozen=True)
class Understood:
    """The list: page, original and mutant, and the reason."""

    reasons: dict[Entry, str]

    @classmethod
    def read(cls, path: Path | None = None) -> Understood:
        """Read the list; a missing file is an empty one.

        Raises ValueError, naming the entry, for one without a reason or listed twice.
        """
        path = path or LIST
        found: dict[Entry, str] = {}
        for item in (yaml.safe_load(path.read_text("utf-8")) or []) if path.is_file() else []:
            entry = item["page"], item["original"], item["mutant"]
            if not str(item.get("reason", "")).strip():
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
