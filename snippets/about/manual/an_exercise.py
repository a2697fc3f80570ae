from types import SimpleNamespace

from backprop.exercises.exercise import Exercise, case
from backprop.exercises.judge import judge
from backprop.exercises.perform import perform
from backprop.exercises.tasks.oracles import slope

SQUARE_SLOPE = Exercise(
    name="square-slope",
    page="nudges/a-nudge",
    level="easy",
    signatures=("square_slope(x)",),
    cases=lambda: [case(3.0), case(-0.5), case(0.0)],
    expected=lambda x: slope(lambda x: x**2, x),
    mistakes={
        "the_square": lambda x: x**2,
        "two_only": lambda x: 2.0,
        "no_two": lambda x: x,
    },
)


def said(answer):
    """What a check finds in an answer, by name."""
    notes = perform(SQUARE_SLOPE, SimpleNamespace(square_slope=answer))
    return [finding.key for finding in judge(SQUARE_SLOPE, list(notes))]


print(said(lambda x: 2 * x), said(lambda x: x * x)[0], said(lambda x: -2 * x)[0])
#> [] mistake.the_square number.negated
