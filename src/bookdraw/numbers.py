"""How live figures show a number, in the drawing, in the page and, the same once more, in its script."""

DIGITS = 4  # after the point, unless a figure says otherwise
HUGE = 1e7  # from here on the digits before the point say less than their number


def shown(value: float, digits: int = DIGITS) -> str:
    """Return a number rounded, without trailing zeros; one that would be 0 or is huge, with its power of ten.

    The page's script does the same, digit by digit (`shown` in `numbers.js`).
    """
    text = f"{value:.{digits}f}"
    if (float(text) == 0 and value != 0) or abs(value) >= HUGE:
        mantissa, exponent = f"{value:.0e}".split("e")
        text = f"{mantissa}e{int(exponent)}"
    elif "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")


def entry(values: dict[str, object], key: str) -> float:
    """Return the number behind a key such as `f`, `delta2.3` (of a column) or `W2.3.1`; entries count from 1.

    Raises ValueError where the values have no such number.
    """
    name, *places = key.split(".")
    found: object = values.get(name)
    for place in places:
        inside = isinstance(found, list) and place.isdigit() and 1 <= int(place) <= len(found)
        found = found[int(place) - 1] if inside and isinstance(found, list) else None
    if isinstance(found, list) and len(found) == 1:
        found = found[0]  # a row of a column
    if not isinstance(found, int | float):
        raise ValueError(f"there is no number {key!r} in the live figure; it has {', '.join(values)}")
    return float(found)
