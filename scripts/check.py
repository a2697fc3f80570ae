"""Formatting, style, types of Python and of scripts: `make check` runs all at once, the tests one by one."""

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bookkit.typesetting.katex import find_node

ROOT = Path(__file__).resolve().parents[1]
TSC = ROOT / "node_modules" / "typescript" / "bin" / "tsc"
OUTPUT = re.compile(r"^[ \t]*#>.*\n", re.MULTILINE)
FORMAT = ("ruff", "format", "--check", "--quiet", "--diff")


def formatting(root: Path) -> str:
    """Return what is wrong with the form of everything but listings; nothing, if nothing is."""
    return _complaints(FORMAT, root)


def listings(root: Path) -> str:
    """Return what is wrong with the form of listings, whose outputs the formatter would change."""
    with tempfile.TemporaryDirectory() as folder:
        for path in (root / "snippets").rglob("*.py"):
            copy = Path(folder) / path.relative_to(root / "snippets")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(OUTPUT.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
        return _complaints((*FORMAT, "--isolated", "--line-length=88", "."), Path(folder))


def style(root: Path) -> str:
    """Return what the linter complains of."""
    return _complaints(("ruff", "check", "--quiet", "--output-format=concise"), root)


def types(root: Path) -> str:
    """Return what the type checker complains of."""
    return _complaints(("mypy", "--no-error-summary"), root)


def scripts(root: Path) -> str:
    """Return what the type checker of the live figures' scripts complains of."""
    command = [str(find_node()), str(TSC), "--pretty", "false", "-p", str(root / "tsconfig.json")]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return f"tsc\n{result.stdout}{result.stderr}" if result.returncode else ""


CHECKS: tuple[Callable[[Path], str], ...] = (types, style, formatting, listings, scripts)


def _complaints(command: tuple[str, ...], folder: Path) -> str:
    result = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False
    )
    return f"{' '.join(command)}\n{result.stdout}{result.stderr}" if result.returncode else ""


def main() -> None:
    """Run all checks side by side, and end with 1 if one complains."""
    with ThreadPoolExecutor() as workers:
        complaints = list(filter(None, workers.map(lambda check: check(ROOT), CHECKS)))
    if complaints:
        sys.exit("\n".join(complaints))


if __name__ == "__main__":
    main()
