"""What the press asks the machine that it runs on: the date of the last commit, whether a port is free."""

from __future__ import annotations

import errno
import socket
import subprocess
import sys
from pathlib import Path


def last_commit(folder: Path) -> str | None:
    """Return when the last commit was made, in seconds since 1970; None where there is no history."""
    command = ["git", "-C", str(folder), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return None
    date = done.stdout.decode("ascii", "replace").strip()
    return date if done.returncode == 0 and date.isdigit() else None


def port_trouble(host: str, port: int) -> str | None:
    """Return why nothing can be served at an address, and what to do; None where it can."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        if sys.platform != "win32":  # where this would let two servers share the port
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            busy = error.errno == errno.EADDRINUSE
            reason = "in use, perhaps by another `make serve`" if busy else f"of no use: {error.strerror}"
            other = f"{host}:{port + 1 if 1024 <= port < 65535 else 8001}"
            return (
                f"Port {port} of {host} is {reason}. End what uses it, or take another:"
                f" make serve ARGS='--dev-addr {other}'"
            )
    return None
