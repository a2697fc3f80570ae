from bookdraw import COLOURS


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
    for name in ("ink", "muted", "value", "gradient", "accent"):
        for ground in ("#ffffff", COLOURS["surface"], COLOURS["highlight"]):
            assert contrast(COLOURS[name], ground) >= 4.5, (name, ground)
