"""A page that declares all its symbols itself: functions and indices, and nothing else."""

from __future__ import annotations

import numpy as np

from bookkit.notations.table import Function, Notation
from bookkit.values import functions as fn

NOTATION = Notation(
    name="own",
    title="The symbols of a page",
    about="The page declares all its symbols itself. Here are only the functions that have names.",
    symbols=(),
    functions=(
        Function("\\sigma", "the sigmoid, entry by entry", (fn.sigmoid,), saturates=18.0),
        Function("\\tanh", "the hyperbolic tangent, entry by entry", (np.tanh,), saturates=9.0),
        Function(
            "ReLU",
            "the rectifier, entry by entry; its derivative at 0 is taken as 0",
            (fn.relu,),
            kinks=(0.0,),
            aliases=("relu",),
        ),
    ),
    indices={"i": "element", "j": "element", "k": "element"},
)
