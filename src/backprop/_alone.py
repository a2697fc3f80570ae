"""A command of ours takes nothing from the folder that it is called in.

Python looks there first, and a reader's random.py would be taken for Python's own.
"""

import sys

if sys.argv[:1] == ["-m"] and not sys.flags.safe_path:  # so it is while `python -m backprop.…` is looked for
    del sys.path[0]
