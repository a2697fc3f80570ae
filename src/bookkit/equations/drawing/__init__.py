"""The second room: a draw, one random instance of all that a formula names.

In comes a table of symbols, the names that a formula mentions, a seed and a mode (usual, wide, at the
edge, near the numbers that the formula writes, …). Out comes an `Instance`: sizes, and values that are
drawn or computed when they are first asked for. `derivatives`, `limits` and `integration` find what they
are named after from values alone: symbols are moved, and all that depends on them is computed anew. The
values of an `ExactInstance` are exact; in a `RangedInstance`, an interval takes the place of a number.

It is sound because no formula for a derivative, a limit or an integral is known here, so none can be wrong
or agree with a page by being the same; because a value depends on the seed and its name alone, not on who
asks first; and because the draw notes what would spoil it as evidence: a kink, rounding, a value far out.
"""
