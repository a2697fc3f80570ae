"""What exact arithmetic says where it has nothing to say."""


class UndecidedError(Exception):
    """A sign, a piece or a value is not known for certain; the draw is no evidence, for or against.

    It is no EquationError, so that nothing takes it for a fault of the formula.
    """


class NoValueError(UndecidedError):
    """An operation has no value: not at this place, and nowhere on this interval."""


class UnluckyError(UndecidedError):
    """A residue has no square root at this random point; at half of all others it has one."""


class DeeperError(UndecidedError):
    """More exponentials stand in one another than the field has floors."""


class NoCounterpartError(UndecidedError):
    """Something that floats do, and that NumPy cannot do with objects: for exact numbers, there is no such
    way.
    """
