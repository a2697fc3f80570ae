import re

import pytest

from bookdraw import CLASS_TINTS, CLASSES, COLOURS
from bookkit.paths import ASSETS


def in_the_stylesheet(dark):
    css = (ASSETS / "book.css").read_text(encoding="utf-8")
    found = re.findall(r"--figure-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", css)
    return {name: pair[dark] for name, *pair in found}


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(colour, ground):
    lighter, darker = sorted([luminance(colour), luminance(ground)], reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_every_colour_is_one_of_a_kind():
    assert len(set(COLOURS.values())) == len(COLOURS)


def test_no_colour_is_plain_black_or_white():
    """Matplotlib leaves plain black out of an SVG, so that nothing would be left to exchange."""
    assert not {"#000000", "#ffffff"} & set(COLOURS.values())


def test_lettering_stands_out_from_every_ground():
    for name in ("ink", "muted", "value", "gradient", "accent", "down", "class-1", "class-2", "class-3"):
        for ground in ("#ffffff", COLOURS["surface"], COLOURS["highlight"]):
            assert contrast(COLOURS[name], ground) >= 4.5, (name, ground)


@pytest.mark.parametrize("dark", [False, True])
def test_every_colour_has_its_counterparts_in_the_stylesheet_and_stands_out_there(dark):
    colours = in_the_stylesheet(dark)
    assert set(colours) == set(COLOURS)
    paper = "#1b1c1f" if dark else "#fbf9f4"
    for name in ("ink", "muted", "value", "gradient", "accent", "down", "class-1", "class-2", "class-3"):
        assert contrast(colours[name], paper) >= 4.5, name


def test_a_class_stands_out_from_its_own_ground_and_from_the_others():
    for colour in CLASSES:
        for tint in CLASS_TINTS:
            assert contrast(colour, tint) >= 4.5, (colour, tint)


@pytest.mark.parametrize("dark", [False, True])
def test_a_class_stands_out_from_every_ground_in_the_stylesheet(dark):
    colours = in_the_stylesheet(dark)
    for number in "123":
        for other in "123":
            assert contrast(colours[f"class-{number}"], colours[f"class-{other}-tint"]) >= 4.5
