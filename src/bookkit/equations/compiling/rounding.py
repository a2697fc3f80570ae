"""What rounding may have done to a value: how large the terms were that took part in it."""

from __future__ import annotations

import numpy as np

from bookkit.equations.compiling.facts import Code, Value
from bookkit.equations.drawing.derivatives import STEP
from bookkit.equations.drawing.instance import Instance
from bookkit.values import linear

SMALLEST = 1e-300  # in place of a 0 below the line: how much is lost there is not known, but it is much


def apart(inst: Instance, code: Code) -> tuple[Value, float]:
    """A value, and the largest term that took part in it, which is not yet one of the sum around it."""
    outer, inst.notes.scale = inst.notes.scale, 0.0
    value = code(inst)
    inner, inst.notes.scale = inst.notes.scale, outer
    return value, inner


def raise_scale(inst: Instance, scale: float) -> None:
    if scale > inst.notes.scale:
        inst.notes.scale = scale


def enlarged(inst: Instance, of: Value, result: Value) -> None:
    """Notes what rounding may have done to an inverse or a determinant."""
    if inst.exact:
        return
    part = np.imag(result) / STEP if inst.complex else np.real(result)
    size = float(np.max(np.abs(part)))
    if np.isfinite(size):
        raise_scale(inst, linear.condition(of) * size)
