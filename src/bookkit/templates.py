"""The theme's templates, compiled once, and anew only where they have changed, by whatever process."""

from __future__ import annotations

import sys
from types import CodeType

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from bookkit.cache import Cache, fingerprint

_codes: dict[tuple[str, str], CodeType] = {}
_kept = Cache("templates")


class Compiled(BytecodeCache):
    """What was compiled before, by template and by its source."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled from this very source."""
        known = bucket.key, bucket.checksum
        if known not in _codes and (data := _kept.get_bytes(_name(bucket))) is not None:
            bucket.bytecode_from_string(data)
            if bucket.code is not None:
                _codes[known] = bucket.code
        bucket.code = _codes.get(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what was compiled."""
        if bucket.code is not None:
            _codes[bucket.key, bucket.checksum] = bucket.code
            _kept.put(_name(bucket), bucket.bytecode_to_string())


def _name(bucket: Bucket) -> str:
    """What a template is kept under: its place and source, and what compiles it."""
    return fingerprint(bucket.key, bucket.checksum, jinja2.__version__, sys.version)


def remembered(env: Environment) -> Environment:
    """Let an environment take templates that were compiled before."""
    env.bytecode_cache = Compiled()
    return env
