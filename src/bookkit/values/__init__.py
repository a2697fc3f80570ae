"""The ground floor: what a value is, and what can be done with one.

A value is a number, an array (with rows and columns, seldom with three indices), a multiple of the identity
matrix, a column of ones that takes its length from what stands beside it (`ones`), or a random number.
`functions` and `gaussian` carry real functions to the complex step, `algebra` and `linear` add and
multiply as linear algebra does and not as NumPy broadcasts, `chance` holds all outcomes of what is random.
The tables of symbols (`bookkit.notations`) and the proof-reader (`bookkit.equations`) both stand on it,
and it knows neither.

It is sound because what has no value is NaN or an error (a logarithm outside of its domain, two shapes
that do not fit) and never a number that looks like one.
"""
