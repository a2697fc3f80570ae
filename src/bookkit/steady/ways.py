"""The ways of rounding that this machine has, and the one that no machine is needed for."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from dataclasses import dataclass, field
from typing import Any

# The kernels that an OpenBLAS may be built with; one that lacks the one asked for runs another.
KERNELS = {
    "x86": (
        "Prescott",
        "Nehalem",
        "Sandybridge",
        "Haswell",
        "Zen",
        "SkylakeX",
        "Cooperlake",
        "SapphireRapids",
    ),
    "arm": ("ARMV8", "NEOVERSEN1", "NEOVERSEV1", "VORTEX"),
}
SEEDS = 4  # even: two by two they move the last bits up and down
_START = 60  # seconds: a child that has not said a word by then never will


@dataclass(frozen=True)
class Way:
    """One way of rounding: what it is called, the environment that brings it about, the noise's seed."""

    name: str
    environment: dict[str, str] = field(default_factory=dict)
    seed: int | None = None

    def command(self) -> list[str]:
        """Return the command of a child that rounds so."""
        seed = [] if self.seed is None else [str(self.seed)]
        return [sys.executable, "-m", "bookkit.steady.child", *seed]

    def variables(self) -> dict[str, str]:
        """Return the environment of that child: one thread, unless the way is about threads."""
        own = {"OPENBLAS_NUM_THREADS": "1", "MPLBACKEND": "Agg", "PYTHONIOENCODING": "utf-8"}
        return os.environ | own | self.environment


@dataclass(frozen=True)
class Choice:
    """The ways that can be gone here, the first being the usual one; and which cannot, with the reason."""

    ways: tuple[Way, ...]
    left_out: tuple[str, ...]


def noises(seeds: int = SEEDS) -> list[Way]:
    """Return the ways that are the same on every machine: the last bits are drawn at random."""
    return [Way(f"noise {seed}", seed=seed) for seed in range(1, seeds + 1)]


def available(seeds: int = SEEDS) -> Choice:
    """Find out which ways of rounding this machine has, by trying each.

    Raises RuntimeError where not even the usual one runs.
    """
    usual = Way("as it is")
    found = _tried(usual)
    if found is None:
        raise RuntimeError("Python cannot run NumPy here, so nothing can be compared")
    kernels, left_out = _kernels(found)
    threads = _threads(found, left_out)
    machine = [*kernels, *threads, *_instructions(found, left_out)]
    return Choice((usual, *machine, *noises(seeds)), tuple(left_out))


def chosen(choice: Choice, wanted: str) -> Choice:
    """Keep the ways that a list such as `noise,Nehalem` names by words of their names, beside the usual one.

    Raises ValueError for an entry that names none, with the reason if that way was left out.
    """
    usual, *others = choice.ways
    kept: set[str] = set()
    for entry in (part.strip() for part in wanted.split(",")):
        named = [way for way in others if _names(entry, way.name)]
        if not named:
            reasons = [reason for reason in choice.left_out if _names(entry, reason.partition(":")[0])]
            there = ", ".join(way.name for way in others) or "none"
            raise ValueError(
                f"--ways: {entry!r} is no way of rounding here; "
                + "; ".join([*reasons, f"there are: {there}"])
            )
        kept.update(way.name for way in named)
    return Choice((usual, *(way for way in others if way.name in kept)), ())


def _names(entry: str, name: str) -> bool:
    """Whether an entry is whole words of a name: `noise` is of `noise 12`, `noise 1` is not."""
    return bool(entry) and f" {' '.join(entry.lower().split())} " in f" {name.lower()} "


def _kernels(usual: dict[str, Any]) -> tuple[list[Way], list[str]]:
    if usual["kernel"] is None:
        return [], ["kernels: NumPy does not use OpenBLAS here, so there are none to choose from"]
    ways, left_out = [], []
    known = {usual["kernel"]}
    for name in KERNELS["x86" if platform.machine().lower() in ("x86_64", "amd64") else "arm"]:
        way = Way(f"kernel {name}", {"OPENBLAS_CORETYPE": name})
        found = _tried(way)
        if found is None:
            left_out.append(f"kernel {name}: this processor cannot run it")
        elif found["kernel"] not in known:
            known.add(found["kernel"])
            ways.append(Way(f"kernel {found['kernel']}", way.environment))
        elif found["kernel"].lower() != name.lower():
            left_out.append(f"kernel {name}: NumPy's OpenBLAS lacks it and runs {found['kernel']}")
    return ways, left_out


def _threads(usual: dict[str, Any], left_out: list[str]) -> list[Way]:
    way = Way("two threads", {"OPENBLAS_NUM_THREADS": "2"})
    found = _tried(way) if usual["threads"] is not None else None
    if found is not None and found["threads"] == 2:
        return [way]
    left_out.append("two threads: there is one processor only, or NumPy does not use OpenBLAS here")
    return []


def _instructions(usual: dict[str, Any], left_out: list[str]) -> list[Way]:
    """Take away NumPy's instructions, the newest first, until none is left but those that it is built on."""
    features: list[str] = usual["features"]
    ways: list[Way] = []
    if not features:
        left_out.append("fewer instructions: NumPy chooses none here beside those that it is built on")
    newest = [name for name in features if name.startswith("AVX512") or name == "X86_V4"]
    for name, taken in (("without AVX-512", newest), ("without SIMD", features)):
        if not taken or (ways and taken == newest):
            continue
        way = Way(name, {"NPY_DISABLE_CPU_FEATURES": " ".join(taken)})
        found = _tried(way)
        if found is None or set(found["features"]) & set(taken):
            left_out.append(f"{name}: NumPy does not let {' '.join(taken)} be switched off")
        else:
            ways.append(way)
    return ways


def _tried(way: Way) -> dict[str, Any] | None:
    """Start a child and return how it rounds; None where it does not live to say so."""
    try:
        done = subprocess.run(
            way.command(),
            input="",
            capture_output=True,
            text=True,
            check=False,
            env=way.variables(),
            timeout=_START,
        )
        found: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        return None
    return found if done.returncode == 0 else None
