"""The same on every machine: listings and labs, run under several ways of rounding.

The order in which a sum is added up, whether a product and a sum are rounded once or twice, and the last
bit of an exponential differ between processors, BLAS libraries, their kernels and numbers of threads, and
between versions of NumPy and Python. What a page shows must not hang on any of it.
"""
