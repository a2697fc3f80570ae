"""The theme's templates, compiled once: whoever serves the book builds it at each change, and compiles them
anew only where they have changed.
"""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

_codes: dict[tuple[str, str], CodeType] = {}


class Compiled(BytecodeCache):
    """What this process has compiled, by template and by its source."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled from this very source."""
        bucket.code = _codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what was compiled."""
        if bucket.code is not None:
            _codes[bucket.key, bucket.checksum] = bucket.code


def remembered(env: Environment) -> Environment:
    """Let an environment take templates that were compiled before."""
    env.bytecode_cache = Compiled()
    return env
