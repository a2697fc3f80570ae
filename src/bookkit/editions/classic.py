"""Modules and data as scripts of the old kind, which browsers run in a folder, too."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from bookkit.paths import TYPESCRIPT
from bookkit.typesetting.katex import find_node

PATIENCE = 120  # seconds that the compiler may take
_RUNTIME = Path(__file__).with_name("modules.js")
_OPTIONS = (
    *("--module", "commonjs", "--target", "es2022", "--allowJs", "--noCheck", "--noEmitHelpers"),
    *("--removeComments", "--pretty", "false"),
)


class ScriptError(RuntimeError):
    """The site's scripts cannot be put together; the message says why."""


def bundle(folder: Path) -> str:
    """Return all modules of a folder as one script, which starts those that its tag names in `data-start`.

    Raises ScriptError where the compiler refuses one.
    """
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.js"))
    with tempfile.TemporaryDirectory() as place:
        given, made = Path(place) / "given", Path(place) / "made"
        for name in names:
            (given / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / name, given / name)
        command = [
            str(find_node()),
            str(TYPESCRIPT),
            *_OPTIONS,
            "--rootDir",
            str(given),
            "--outDir",
            str(made),
        ]
        result = subprocess.run(
            [*command, *(str(given / name) for name in names)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE,
            cwd=place,
        )
        if result.returncode:
            raise ScriptError(f"the site's scripts are refused:\n{result.stdout}{result.stderr}")
        modules = [
            f"bookModules[{json.dumps(name)}] = (require, exports) => {{\n"
            f"{(made / name).read_text(encoding='utf-8')}}}\n"
            for name in names
        ]
    start = 'document.currentScript.dataset.start.split(" ").forEach(bookModule)\n'
    return "".join([_RUNTIME.read_text(encoding="utf-8"), *modules, start])


def data(text: str) -> str:
    """Return a file of JSON as a script that hands over what it holds."""
    return f"bookData.give({text})\n"
