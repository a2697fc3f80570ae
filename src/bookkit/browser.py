"""A Chromium for the tests of the site: found where one usually is, installed where there is none.

`python -m bookkit.browser` prints its path; with `--install` it fetches one first where there is none.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

VARIABLE = "BOOK_CHROMIUM"
DOWNLOAD_SECONDS = 240
_COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")
_FLAGS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


class NoBrowserError(RuntimeError):
    """There is no Chromium and none could be installed; the message says how to get one."""


def launch_arguments() -> list[str]:
    """Return the flags to start a Chromium with that minds its own business.

    A Chromium run by root refuses its sandbox, so that root, and only root, goes without.
    """
    return [*_FLAGS, *(["--no-sandbox"] if _is_root() else [])]


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def starts(browser: Path) -> bool:
    """Tell whether a browser's program is there and runs; on Windows asking its version opens a window."""
    if not browser.is_file():
        return False
    if sys.platform == "win32":
        return True
    try:
        command = [str(browser), "--version"]
        return subprocess.run(command, capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _system(environment: Mapping[str, str]) -> list[Path]:
    found = [shutil.which(command, path=environment.get("PATH")) for command in _COMMANDS]
    candidates = [Path(path) for path in found if path is not None]
    if sys.platform == "darwin":
        candidates += [
            base / app for base in (Path("/Applications"), Path.home() / "Applications") for app in _MAC
        ]
    if sys.platform == "win32":
        bases = [environment.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
        candidates += [Path(base) / program for base in bases if base for program in _WINDOWS]
    return candidates


def _playwrights() -> list[Path]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return []
    with sync_playwright() as playwright:
        return [Path(playwright.chromium.executable_path)]


def find(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the Chromium that BOOK_CHROMIUM names, else the system's, else Playwright's, else None.

    Raises NoBrowserError where BOOK_CHROMIUM names a program that does not run.
    """
    named = environment.get(VARIABLE)
    if named:
        if not starts(Path(named)):
            raise NoBrowserError(f"{VARIABLE}={named} is not a browser that runs")
        return Path(named)
    for candidates in (_system, lambda _: _playwrights()):
        for candidate in candidates(environment):
            if starts(candidate):
                return candidate
    return None


def _run(command: Sequence[str], seconds: float) -> bool:
    """Run a command, its output shown, and tell whether it ended well in time."""
    print(f"Installing a browser: {' '.join(command)} …", file=sys.stderr)
    environment = os.environ | {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"}
    try:
        result = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            timeout=seconds,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        print(f"given up after {seconds:g} s", file=sys.stderr)
        return False
    except OSError as error:
        print(error, file=sys.stderr)
        return False
    return result.returncode == 0


def _download() -> bool:
    command = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
    return _run(command, DOWNLOAD_SECONDS)


def _from_debian() -> bool:
    apt = shutil.which("apt-get")
    if apt is None or not _is_root():
        return False
    return _run([apt, "-qq", "update"], DOWNLOAD_SECONDS) and _run(
        [apt, "-qq", "-y", "--no-install-recommends", "install", "chromium"], DOWNLOAD_SECONDS
    )


def install(ways: Sequence[Callable[[], bool]] = (_download, _from_debian)) -> Path:
    """Return a Chromium, installed in the first way that gives one that runs.

    Raises NoBrowserError, saying what to do by hand, where none does.
    """
    for way in ways:
        if way():
            browser = find()
            if browser is not None:
                return browser
    raise NoBrowserError(
        "There is no Chromium for the tests of the site, and none could be installed. Install Chromium,"
        f" Chrome or Edge (on Debian: apt-get install chromium) or name one: {VARIABLE}=/path/to/chromium"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the path of a Chromium; 1 where there is none."""
    parser = argparse.ArgumentParser(prog="python -m bookkit.browser", description=__doc__)
    parser.add_argument("--install", action="store_true", help="install one where there is none")
    options = parser.parse_args(arguments)
    try:
        browser = find()
        if browser is None and options.install:
            browser = install()
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    if browser is None:
        print("no Chromium found; --install fetches one", file=sys.stderr)
        return 1
    print(browser)
    return 0


if __name__ == "__main__":
    sys.exit(main())
