"""A small book of a few pages, for what the site's scripts do: built in seconds."""

from pathlib import Path

from ..forked import Builder, configuration
from .served import build_strictly

CONFIG = configuration("index.md", "nudges/one.md", "nudges/two.md", "symbols-by-part.md", "about/checked.md")
FLAT = {"BOOK_DIRECTORY_URLS": "false"}  # a file for each page
# Two pages with something of all that editions have to bring along
ONE = """# One {#one}

The sum is $a + b = b + a$, see [](two.md#eq-sum) and [the words](two.md#a-word).

Look at the sum once more: [](two.md#eq-sum).

<div class="live" markdown>

![Two inputs, 2 and 3, and their sum, 5](../figures/about/manual/sum_drawing.svg)

$a$ **2**{ data-scrub="a" } $b$ **3**{ data-scrub="b" }
{: .knobs .hand }

The sum is **5**{ data-v="d" }.

</div>

!!! exercise easy "Gates"

    How many gates are there?

??? solution "Solution"

    There is one gate.
"""
TWO = """# Two {#two}

$$
a + b = b + a \\tag{BP2} \\label{eq-sum}
$$

Words.

## A word {#a-word}

More words. Which is the last one?

??? solution "Solution"

    It is the one at the end.
"""
PAGES = {
    "index.md": "# Home {#home}\n\n[One](nudges/one.md)\n",
    "symbols-by-part.md": '# Symbols {#symbols}\n\n## Calculus {#calculus}\n\n--8<-- "notation.calculus"\n',
    "about/checked.md": "# How it is checked {#checked}\n\nBy machine.\n",
}


def write(folder: Path, pages: dict[str, str]) -> Path:
    """Write a book's files, and return its configuration."""
    for name, text in (PAGES | pages).items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    configuration = folder / "mkdocs.yml"
    configuration.write_text(CONFIG, encoding="utf-8")
    return configuration


def build(builder: Builder, folder: Path, pages: dict[str, str], **environment: str) -> Path:
    """Build a book of these pages strictly, and return its site."""
    return build_strictly(write(folder, pages), folder / "site", builder.run, **environment)
