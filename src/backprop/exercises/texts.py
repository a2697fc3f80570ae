"""What is said to readers, in one place: `texts/en/*.toml`. A translation is a folder beside `en`.

`messages.toml` has what the command says, one file a part what it says about exercises. BACKPROP_LANGUAGE
names the folder.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("texts")
VARIABLE = "BACKPROP_LANGUAGE"


@dataclass(frozen=True)
class Texts:
    """The texts of one language."""

    messages: dict[str, Any]
    exercises: dict[str, dict[str, Any]]

    def say(self, key: str, /, **values: object) -> str:
        """Return a message, named as `group.name`, with values filled in."""
        found: Any = self.messages
        for name in key.split("."):
            found = found[name]
        text = str(found).format(**values).strip()
        # A sentence may begin with a place: with words, or with code, which stays as it is written.
        in_words = str(found).startswith("{where}") and " " in str(values.get("where", ""))
        return text[:1].upper() + text[1:] if in_words else text

    def of(self, exercise: str, name: str) -> str:
        """Return a text of an exercise: its `title` or its `task`."""
        return str(self.exercises[exercise][name]).strip()

    def mistake(self, exercise: str, name: str) -> str:
        """Return what is said of a mistake that the exercise knows; its forms share one sentence."""
        return str(self.exercises[exercise]["mistakes"][name.partition(":")[0]]).strip()


def languages() -> list[str]:
    """Return the languages that there are texts in."""
    return sorted(path.name for path in FOLDER.iterdir() if (path / "messages.toml").is_file())


def chosen() -> str:
    """Return the language that the environment names, or English where it names none that is there."""
    wanted = os.environ.get(VARIABLE, "")
    return wanted if wanted in languages() else "en"


def read(language: str = "en") -> Texts:
    """Return the texts of a language."""
    messages: dict[str, Any] = {}
    exercises: dict[str, dict[str, Any]] = {}
    for path in sorted((FOLDER / language).glob("*.toml")):
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        if path.stem == "messages":
            messages = found
        else:
            exercises |= found
    return Texts(messages, exercises)
