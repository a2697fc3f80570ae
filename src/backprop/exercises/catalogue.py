"""All exercises, in the order of the book."""

from __future__ import annotations

from backprop.exercises.exercise import Exercise
from backprop.exercises.tasks import (
    attention,
    beyond,
    circuits,
    costs,
    deep,
    digits,
    engine,
    networks,
    nudges,
    operations,
    own_arrays,
    own_network,
    recurrence,
    sequences,
    traces,
)

ALL: tuple[Exercise, ...] = (
    *nudges.EXERCISES,
    *circuits.EXERCISES,
    *engine.EXERCISES,
    *networks.EXERCISES,
    *own_network.EXERCISES,
    *costs.EXERCISES,
    *deep.EXERCISES,
    *digits.EXERCISES,
    *operations.ORDER,
    *operations.ARRAYS,
    *own_arrays.EXERCISES,
    *operations.DIRECTIONS,
    *traces.EXERCISES,
    *beyond.EXERCISES,
    *recurrence.EXERCISES,
    *attention.EXERCISES,
    *sequences.EXERCISES,
    *beyond.COPIES,
)


def find(name: str) -> Exercise:
    """Return an exercise by its name; raises KeyError where there is none."""
    return {exercise.name: exercise for exercise in ALL}[name]
