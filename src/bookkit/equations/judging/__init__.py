"""The fourth room: claims are tried on draws, and a verdict is given.

In comes a tree and what the page has said before it. The `judge` takes its statements in turn: a
definition widens the context, an update has to move what it names, and every other step of a chain is a
claim. A `Trial` compiles both sides of it; a `Judgement` decides on how many draws of which kind they are
compared, and what would count against the claim; `walls`, `descent` and `orders` look where random draws
seldom fall. `grading` tries what has passed once more, exactly, and `bounds` on a whole range;
`confirming` tries a counter-example so. In other people's books, `elsewhere` and `doubts` say which lines
are no claims, and `usual_readings` how an open one is meant. Out comes a `Verdict`: true, false with a
counter-example, or an error that says what could not be read or decided.

It is sound because a claim is true only where enough draws were evidence: one that cannot show a
difference (rounding hides it, a side has no value, a condition does not hold) does not count, and too few
of the others are an error. A claim is false only with the values that refute it.
"""
