"""Run every measurement, or those named: `python -m bench batch`."""

import importlib
import os
import sys

from bench.results import write

MEASUREMENTS = [
    *("batch", "numerical", "training", "large", "layout", "memory", "value", "tensor", "layers", "pages"),
    "growth",
]


def main(names: list[str]) -> None:
    if unknown := set(names) - set(MEASUREMENTS):
        sys.exit(
            f"no measurement is called {', '.join(sorted(unknown))}; there are {', '.join(MEASUREMENTS)}"
        )
    for library in ("OMP", "OPENBLAS", "MKL", "VECLIB"):  # before numpy is imported, or it has no effect
        os.environ[f"{library}{'_MAXIMUM' if library == 'VECLIB' else '_NUM'}_THREADS"] = "1"
    for name in names or MEASUREMENTS:
        print(f"measuring {name} …", file=sys.stderr)
        print(write(name, importlib.import_module(f"bench.{name}").table()), file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
