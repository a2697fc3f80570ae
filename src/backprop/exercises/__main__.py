"""`python -m backprop.exercises`."""

import sys

from backprop.exercises.command import main

if __name__ == "__main__":
    sys.exit(main())
