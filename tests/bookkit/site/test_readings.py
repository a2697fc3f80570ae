"""A page's reading is that of its parts, and is found again for this HTML and for no other."""

from uuid import uuid4

from bookkit.site import styles
from bookkit.site.cutting import Used
from bookkit.site.readings import Readings, add, read
from bookkit.typesetting import fonts

FORMULA = (
    '<span class="katex"><span class="katex-html" aria-hidden="true"><span class="mord mathnormal">x</span>'
    '<span class="mord mathbf">W</span></span></span>'
)
CONTENT = f'<p class="lead">The sum {FORMULA} – é</p>'
CLOSED = f"<details>{FORMULA.replace('mathbf', 'mathcal')}</details>"
FRAME = f'<body class="frame"><nav>{FORMULA.replace("mathbf", "mathsf")}</nav>', "</body>"


def test_a_page_is_what_its_content_and_its_frame_are() -> None:
    page = f"{FRAME[0]}{CONTENT}{CLOSED}{FRAME[1]}"
    used, whole = Used(), Used()
    for part in (CONTENT + CLOSED, "".join(FRAME)):
        add(read(part, []), used)
    whole.note(page)
    assert used == whole
    assert {"lead", "frame", "mathcal"} <= used.classes
    assert "é" in used.text
    needed = {*read(CONTENT + CLOSED, []).needed, *read("".join(FRAME), []).needed}
    assert sorted(needed) == fonts.needed_fonts(page)
    assert "Caligraphic-Regular" not in needed
    assert used.letters == fonts.letters(page)
    assert used.classes == styles.classes(page)


def test_a_reading_is_found_for_the_same_page_alone() -> None:
    around = uuid4().hex  # what an earlier run of this test has kept is not found
    store = Readings(around)
    entries = [{"location": "one/#a", "title": "A", "text": "é"}]
    key = store.key(CONTENT, ["one/", "One"])
    assert store.find(key) is None
    store.keep(key, read(CONTENT, entries))
    assert Readings(around).find(key) == read(CONTENT, entries)
    others = [
        store.key(f"{CONTENT} ", ["one/", "One"]),
        store.key(CONTENT, ["two/", "One"]),
        Readings("other").key(CONTENT, ["one/", "One"]),
    ]
    assert all(store.find(other) is None for other in others)
