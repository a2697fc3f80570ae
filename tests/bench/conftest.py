"""The measurements are not installed: they are found where they stand, at the root."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
