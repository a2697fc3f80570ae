"""The file that a reader begins with: the task, and a function that is still empty."""

from __future__ import annotations

from backprop.exercises.exercise import Exercise
from backprop.exercises.texts import Texts


def starter(exercise: Exercise, words: Texts) -> str:
    """Return a starter file: its docstring is the task, its functions raise NotImplementedError."""
    task = words.of(exercise.name, "task")
    title = words.of(exercise.name, "title")
    command = words.say("starter.check", name=exercise.name)
    functions = exercise.starter.replace("{here}", words.say("starter.here")) or "\n\n\n".join(
        f"def {line}:\n    raise NotImplementedError  # {words.say('starter.here')}"
        for line in exercise.signatures
    )
    needs = "import numpy as np\n\n\n" if exercise.extra.get("imports", "numpy") == "numpy" else "\n"
    return f'"""{title}\n\n{task}\n\n{command}\n"""\n\n{needs}{functions.strip()}\n'
