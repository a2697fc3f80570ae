r"""Ways in which a page was once able to show mathematics, or a wrong number, that nothing had judged.

Each is a page as an author could write it. The false ones are refused with their line, the true ones pass.
"""

from __future__ import annotations

import gc
import time
from pathlib import Path

import pytest

from bookkit.numbers import evidence
from bookkit.pages.source import PageError
from bookkit.proof import plain
from bookkit.proof.page import proofread

LISTING = """\
from backprop import train

eta = 0.05
share = 0.3
print(net.cost(x, y), accuracy)
#> 0.7412 0.9526
print(epochs, seeds, parameters, small)
#> 200 40 1024 3e-05
w = w - eta * nabla
"""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of snippets with one listing."""
    snippets = tmp_path / "snippets"
    (snippets / "p").mkdir(parents=True)
    (snippets / "p" / "a.py").write_text(LISTING, encoding="utf-8")
    monkeypatch.setattr(evidence, "SNIPPETS", snippets)
    return tmp_path


def faults(book: Path, text: str, front: str = "") -> list[tuple[int, str]]:
    """What is found on a page with this text on line 5 and the listing below."""
    path = book / "page.md"
    fence = '``` python title="p/a.py"\n--8<-- "p/a.py"\n```\n'
    head = f"---\n{front}\n---\n\n" if front else "# Page {#page}\n\n&#8203;\n\n"
    path.write_text(f"{head}{text}\n\n## Listing {{#listing}}\n\n{fence}", encoding="utf-8")
    return proofread(path).faults


FALSE_MATHEMATICS = [
    "The error is δ = a − y + 1.",
    "σ' = σ(1 − σ)/2 holds.",
    "So x² = 4 and all is well.",
    "So 2 + 2 = 5.",
    "W ∈ ℝ is a number.",
    "Here a <= b holds.",
    "Here a &lt; b holds.",
    "delta > alpha in all cases.",
    "Since x<sup>2</sup> is 4, we stop.",
    "Take x<sub>1</sub> for it.",
    "Then x ＝ 1.",
    "Then 𝑥 is 𝟸.",
    "Then x&nbsp;=&nbsp;1.",
    "Then x &#61; 1.",
    "Then x ꞊ 1.",
    "Then x ═ 1.",
    "Then 2 plus 2 equals 5.",
    "The sum 2 + 2 is equal to 5.",
    "$a$ equals $b$.",
    "$x^2$ = $x^2 + 1$.",
    "$x^2$ < $x$ always.",
    "$x$ ≈ 3.",
    "$x$ ≠ $x$.",
    "So $x$ → 0.",
    "Update w → w.",
    "Update w ← w + 1.",
    "So x ⇒ y.",
    "So x ↦ y.",
    "x := 3 from here.",
    "x == 3 from here.",
    "x != 3 from here.",
    "a ∝ b, a ~ $b$.",
    "## Where x = 1 {#where}",
    "| left | right |\n| --- | --- |\n| x | = 2 |",
    "> In a quote x = 1.",
    "Term\n:   where x = 1",
    "A note.[^1]\n\n[^1]: In a footnote x = 1.",
    "A [link with x = 1](page.md).",
    'A [link](page.md "with x = 1 + 1").',
    '!!! note "A title with x = 1"\n    Text.',
    "![A curve with x = 1 + 1](a.svg)",
    "![A curve with x = y](a.svg)",
    "![a](a.svg)\n/// figure-caption\nA caption with x = 1.\n///",
    '<span title="x = 1 + 1">Text</span>',
    '<span aria-label="x = 1 + 1">Text</span>',
    "<math><mi>x</mi><mo>=</mo><mn>1</mn></math>",
    "<script>document.write('2 + 2 = 5')</script>",
    "<svg><text>2 + 2 = 5</text></svg>",
    "<style>p::after { content: '= 5' }</style>",
    '<iframe src="a.html"></iframe>',
    '<span style="display: none">not</span>',
    '<img src="data:image/svg+xml,x">',
    "Text with \\alpha and \\beta.",
    "Text with \u202e4 = x\u202c.",
    "`2 + 2 = 5`",
    "`2 + 2 == 5`",
    "`3 * 7 > 22`",
    "`delta = a - y`",
    "`sigma(0) == 1`",
    "`δ = a − y`",
    "`x ≤ 1`",
    "`x = 1` and `<!--` $1 = 2$ `-->`",
    r"`\delta = a - y + 1`",
    "`net.cost(x, y)  # 0.5`",
    "`>>> 2 + 2 == 5`",
    "``` text\n2 + 2 = 5\n```",
    "``` python\nprint(2 + 2)\n#> 5\n```",
    "```\n5\n```",
    "    2 + 2 = 5",
    '``` python\n--8<-- "p/a.py"\nprint(5)\n```',
    "$$\nx = \\text{if $x$ then} + 1\n$$\n\nand $$ x = 1 $$ in a line.",
    "So x² is 2x.",
    "δ is a − y + 1.",
    "So a is y + 1.",
    "So σ(0) is 1.",
    "So e^x is x.",
    "So exp(0) is 0.",
    "So 2 + 2 is 5.",
    "So 3 × 4 makes 11.",
    "So x⁻¹ is x.",
    "So x ➔ y.",
    "So w ⬅ w + 1.",
    "So x ⹀ y.",
    "So x ꓿ y.",
    "So x ᐸ y.",
    "So x ‹ y.",
    "So x 🟰 y.",
    "So x\u0333 y.",
    "So x\u0302 is 1.",
    "`assert 1 == 2`",
    "`[2 + 2 == 5]`",
    "`not 2 + 2 == 4`",
    "`2 + 2 == 5 or False`",
    "`if 2 + 2 == 5: pass`",
    "`lambda x: x == 1`",
    "`x += 1; y = 2`",
    "`(x := 5)`",
    "$a$ is $a + 1$.",
    "So $a$ *is* $a + 1$, and so on.",
    "Then $z$ is the same as $z + 1$.",
    "Then $z$ is at most $z - 1$.",
    "The rest follows, since $z$ is greater than $z + 1$ here.",
    "Clearly $|x|$ is always less than $x$.",
    "And $x^2$ is never smaller than $x$;",
    "That is, $x$ exceeds $x + 1$ everywhere.",
    "Hence $2x$ is twice $x^2$!",
    "Then $z$ must be $z + 1$.",
    "$x$ and so on. $f(x)$ is\n$f(x) + 1$ for all of them.",
    "| it | says |\n| --- | --- |\n| $a$ is $a + 1$ | so |",
    "- $a$ becomes $a + 1$",
    "``` sh\n# delta = a - y + 1\n```",
    "``` sh\nmake test  # x = 1\n```",
    "``` console\n>>> 2 + 2\n5\n```",
    "A stray $$ here.",
    "A stray $ here, and $x.",
    "An open \\( here.",
    "An open \\[ here.",
    "A \\begin{aligned} x = 1 in a line.",
    "Text $$1 = 2$$ in a line.",
    "> $$\n> 1 + 1 = 3\n> $$",
    "- $$\n  1 + 1 = 3\n  $$",
    "| a |\n| --- |\n| $1 + 1 = 3$ |",
    "A note.[^1]\n\n[^1]: In a footnote $1 + 1 = 3$.",
    "`<!--` Then $1 + 1 = 3$, and `-->`.",
    '--8<-- "p/a.py"',
]


@pytest.mark.parametrize("text", FALSE_MATHEMATICS)
def test_mathematics_that_nothing_judges_is_refused(book: Path, text: str) -> None:
    found = faults(book, text)
    assert found
    assert all(5 <= line <= 5 + text.count("\n") for line, _ in found)


TRUE_TEXTS = [
    "Plain text, and/or more: a 2-4-3 network, 3 × 2 weights, Part I.",
    "Open File → Open, or File > Open.",
    "Costs \\$5 and \\$6.",
    "The derivative with respect to b; x times y; the cost is at most $c$.",
    "If $a$ is larger than $b$, stop. Put $a$ equal to $b$.",
    "The one for which $j$ is $k$, where the term in which $r$ is at most $s$ is left out.",
    "The derivative of $x$ is $y$, and $x$ divided by $y$ is $z$.",
    "Let $a$ be $b$. Take $a$ so that $b$ is $c$ times $d$.",
    "Run `w = w - eta * nabla`, then `eta = 0.05`, then `train(net, x, y)`.",
    'The shape is `(3, 1)`, its product `W2 @ x + b2`, and `init="he"`.',
    "See `net.cost(x, y)`, `x`, `#>`, `=`, `+=`.",
    "`2 + 2 == 4` and `1 < 2`.",
    "``` sh\nmake test\n```",
    "``` yaml\nnotation: steps\n```",
    "As quoted: [x = 1]{.verbatim} and [`x = x + h`]{.verbatim}.",
    "The 1<sup>st</sup> of May." if False else "The first of May.",
    "<!-- x = 1 and $1 = 2$ -->",
    "A line[^1].\n\n[^1]: And a note.",
    "σ is the Greek letter sigma; a is a letter; this is a - so to say - test.",
    "Réné and naïve Ångström, e\u0301 too; “‹so›” he said.",
    "`pip install numpy>=2.0.1` and `train.py --seed=7`.",
    "`def f(x) -> float` and `for l in range(3):`.",
    "``` sh\nmake test  # takes a while\n```",
    "> $$\n> 1 + 1 = 2\n> $$",
    "> It says $1 + 1 = 2$\n> here.",
    "- $$\n  1 + 1 = 2\n  $$",
    "A *b* [c](page.md) **d** <kbd>Ctrl</kbd>.",
    "![The gate with z = 40 and eta = 0.05](a.svg)",
    "| a | b |\n| :-: | --- |\n| $1 + 1 = 2$ | text |",
]


@pytest.mark.parametrize("text", TRUE_TEXTS)
def test_text_that_is_no_mathematics_passes(book: Path, text: str) -> None:
    assert faults(book, text) == []


FALSE_NUMBERS = [
    "PyTorch 7.41 seconds.",
    "PyTorch takes 7.41 seconds.",
    "NumPy 2.0 seconds.",
    "It takes $0.74\\,\\text{s}$, so $0.73\\,\\text{s}$.",
    "So $\\sigma(0.73)$ it is.",
    "So $\\mathbf{0}.73$ it is.",
    "So $0.73 \\pm 0.02$ it is.",
    "So $4 \\cdot 10^{-5}$ it is.",
    "So $73\\,\\%$ it is.",
    "So $201\\,\\text{epochs}$ it is.",
    "That is 73 %, or 73 percent.",
    "That is 73 per cent.",
    "That is 73&nbsp;%.",
    "It falls to 4·10⁻⁵.",
    "It falls to 4e-5.",
    "It falls to 4 × 10^-5.",
    "Up to 3/4 of it.",
    "Up to ¾ of it.",
    "It is 0.**75**.",
    "It is 0.<b>75</b>.",
    "It is 0.&#55;5.",
    "It is 0.\u200b75.",
    "It is 0,75.",
    "It is −0.7412.",
    "It is ０.７５.",
    "It is ٠.٧٥.",
    "结果为−0.7412。",
    "结果为0.7413。",
    "学习率为0.06时。",
    "In 0.2–0.3 of all.",
    "From 0.2 to 0.3.",
    "After 201 epochs.",
    "After 7 epochs.",
    "In 30 of 40 seeds.",
    "With 1,025 parameters.",
    "With 1\u202f025 parameters.",
    "With 1 025 parameters.",
    "The cost is 0.7412 at 7.",
    "## After 201 steps {#after}",
    "| epochs |\n| --- |\n| 201 |",
    "![After 201 epochs](a.svg)",
    '!!! note "After 201 epochs"\n    Text.',
    "![a](a.svg)\n/// figure-caption\nAfter 201 epochs.\n///",
    "The `0.7413` it prints.",
    "[0.1 and 0.2]{.given}",
    "[x = 1]{.given}",
    "*x = 1*{ .given }",
    '<span class="given">x = y + 1</span>',
    "It is 0.[75]{.given}.",
    "It is 0.`75`.",
    "It is 0.74`13`.",
    "It is $0$.75.",
    "It is $-0.7412$.",
    "After $201$ epochs.",
    "After $7$ epochs.",
    "With $1{,}025$ parameters.",
    "It is negative 0.7412.",
    "It is 10**-6.",
    "It is 10 to the minus 6.",
    "It is 10 to the power of −6.",
    "With 1.000.001 parameters.",
    "With 1'000'001 parameters.",
    "With 1_025 parameters.",
    "In 1986 epochs, after 1986 steps.",
    "See chapter 17 epochs, section 0.75 of it.",
    "By 2000 it was done.",
    "It took 45:50 of 17 epochs.",
    "Python 3.11-fold.",
    "A 7-fold gain.",
    "A factor of 7.",
    "It is 7× faster.",
    "It is 7x faster.",
    "It takes 7 s, or 7ms.",
    "At the 7th epoch.",
    "After 7 full training epochs.",
    "In 9 in 10 cases.",
    "See chapter 17 epochs later.",
    "共训练7轮。",
    "用了7个样本。",
    "So ...0.75 it is.",
    "It is 1e999999.",
    "``` sh\nmake test  # takes 0.75 of it\n```",
    "``` yaml\n# After 201 epochs.\n```",
    "``` sh\npython train.py\ncost 0.75\n```",
    "``` yaml\neta: 0.75\n```",
    "``` console\n$ make test\n97 % of them pass\n```",
    "``` toml\ncost = 1.5e-7\n```",
    "With 5k parameters.",
    "With 7 million.",
    "It is 1e-99999999999999999999.",
    "It is 10⁻⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹.",
    "It is 1/" + 5000 * "9" + ".",
    "It is 0." + 5000 * "1" + ".",
]


@pytest.mark.parametrize("text", FALSE_NUMBERS)
def test_a_wrong_number_is_found_however_it_is_shown(book: Path, text: str) -> None:
    found = faults(book, text)
    assert found
    assert all(5 <= line <= 5 + text.count("\n") for line, _ in found)


TRUE_NUMBERS = [
    "The cost is 0.7412, or 0.741, and the accuracy 95.26 %, 95 percent.",
    "It falls to 3·10⁻⁵, 3e-5, $3 \\cdot 10^{-5}$ and 0.00003.",
    "A share of 3/10, of 30 %.",
    "After 200 epochs, with 40 seeds and 1,024 parameters, 1\u202f024.",
    "It is 0.**74**, 0.&#55;4 and ０.７４.",
    "结果为0.7412，学习率为0.05。",
    "Python 3.11 or newer, and NumPy 2.0.",
    "In 1986, two layers; a paper of 2015 (Polyak, 1964), *BIT* 16 (1976), pages 146–160.",
    "With 32 bits, in float64, by BP4, for 3 × 2 weights.",
    "So $x \\coloneqq 17$, and 17 it is.",
    "We take [0.06]{.given} and [201]{.given} epochs.",
    "About 1000 parameters.",
    "Release 1.2.3 at https://host/0.5/x.",
    "After $200$ epochs and with $1{,}024$ parameters it is $0.7412$.",
    "A matrix of 3 × n weights; the 1960s; 3 x 2 of it.",
    "It falls to 3·10**-5.",
    "Release 1.2.3 in a sentence.",
    "It was found anew in 1974, 1982 and 1986, and between 1986 and 2012 little happened.",
    "From 1986 to 2012, little happened. By 2012 all had changed; the 2012 paper says so.",
    "On 9 October 1986, on October 9, 1986, and on 2026-11-28. Leibniz wrote it down in 1676.",
    "*Nature* 323 (1986), 533–536; *Neural Networks*, 61:85–117, 2015; JMLR 15(56):1929–1958, 2014.",
    "See Section 2.4 of the book, §3.2 in Bishop, Theorem 4.1 of Hardy, equation (2.14) of it.",
    "See pp. 197–217, p. 17, vol. 17, no. 14 and ch. 17 there.",
    "The DOI is 10.1038/323533a0; arXiv:1412.6980v9; ISBN 978-0-262-03561-3.",
    "By IEEE 754, ISO 8601 and RFC 2119; CC BY 4.0, GPL-3.0 and Apache 2.0.",
    "于1986年提出，见第17页。",
    "``` sh\npip install 'numpy>=2.0' torch==2.1.0 && python3.12 -m http.server 8000\n```",
    "``` yaml\neta: 0.05\nimage: python:3.11-slim\nuses: actions/checkout@v4.2\n```",
]


@pytest.mark.parametrize("text", TRUE_NUMBERS)
def test_a_true_number_passes_however_it_is_shown(book: Path, text: str) -> None:
    assert faults(book, text) == []


def test_the_description_is_read_too(book: Path) -> None:
    assert faults(book, "Text.", "description: After 201 epochs the cost is 0.7413.")
    assert faults(book, "Text.", "description: It says δ = a − y.")
    assert not faults(book, "Text.", "description: After 200 epochs the cost is 0.7412.")


@pytest.mark.parametrize("target", ["/etc/passwd", "../secret.txt", "p/../../secret.txt"])
def test_a_file_from_elsewhere_is_no_evidence(book: Path, target: str) -> None:
    (book / "secret.txt").write_text("0.123\n", encoding="utf-8")
    with pytest.raises(PageError, match="no listing"):
        faults(book, f'``` text\n--8<-- "{target}"\n```\n\nIt is 0.123.')


def test_a_page_may_not_hide_behind_its_front_matter(book: Path) -> None:
    for front in ("d: 2015-99-99", "description: [a, b]", "notation: {a: b}", "title: 3"):
        with pytest.raises(PageError, match=r"page\.md:1: the front matter"):
            faults(book, "Text.", front)


def test_code_is_python_of_every_version() -> None:
    """The numbers in an f-string count, as one token or as several."""
    found = {item.text for item in evidence.literals('print(f"{f(3)} {-0.5:.4f}")\n', "a.py", 1)}
    assert found == {"3", "-0.5"}


def test_a_name_for_an_argument_is_no_relation() -> None:
    assert plain.in_code('Network([64, 10], init="he", …)', "") is None
    assert plain.in_code("a = 2b", "") is not None
    assert plain.in_code("2 ** 3 == 8 != 9", "") is None
    assert plain.in_code("2 ** 3 == 9", "") == "is false"
    assert plain.in_code("9 ** 9 ** 9 == 1", "") is not None


def test_a_paragraph_of_open_brackets_is_refused_at_once(book: Path) -> None:
    """For each bracket that is open, Python-Markdown reads on to the end of the paragraph."""
    start = time.process_time()
    with pytest.raises(PageError, match=r"page\.md:5: a paragraph with more than 200 brackets"):
        faults(book, 10_000 * "[")
    assert time.process_time() - start < 5  # else it takes many times as long
    assert faults(book, 100 * "In [a](page.md), half open: [0, 1).\n\n") == []


@pytest.mark.parametrize(
    "unit", ["A word and 0.7412 of it.\n\n", "$x$ and `a` <!-- b -->\n\n", "``` sh\nmake\n```\n\n"]
)
def test_a_long_page_takes_time_in_proportion(book: Path, unit: str) -> None:
    """Three looks, where one is not enough: the collection of garbage falls into one by chance."""

    def seconds(count: int) -> float:
        gc.collect()
        start = time.process_time()
        faults(book, unit * count)
        return time.process_time() - start

    def grows() -> bool:
        short = max(seconds(60), 0.05)
        return seconds(480) < 20 * short

    seconds(10)
    assert any(grows() for _ in range(3)), "eight times as long a page, quadratic: 64"


TYPED = r"\begin{bmatrix} 1 & 0.05 \\ %s & 2 \end{bmatrix}"
SHAPED = [
    r"$$\n%s \in \mathbb{R}^{2 \times 2}\n$$",
    r"In line, $%s \in \mathbb{R}^{2 \times 2}$.",
    r"$$\n\begin{aligned}\n2 &= 1 + 1 \\\\\n%s &\in \mathbb{R}^{2 \times 2}\n\end{aligned}\n$$",
    r"$$\n2 = 1 + 1, \quad %s \in \mathbb R^{2 \times 2}\n$$",
]


@pytest.mark.parametrize("page", [text.replace(r"\n", "\n") for text in SHAPED])
def test_the_decimals_of_a_typed_matrix_are_printed_where_only_its_shape_is_claimed(
    book: Path, page: str
) -> None:
    assert faults(book, page % (TYPED % "0.3"), "notation: calculus") == []
    assert "0.31 is no number" in str(faults(book, page % (TYPED % "0.31"), "notation: calculus"))


def test_the_decimals_of_a_matrix_that_is_equal_to_something_are_judged_there(book: Path) -> None:
    sides = TYPED % r"\frac{1}{4}", TYPED % "0.25"
    assert (
        faults(book, f"$${sides[0]} = {sides[1]} \\in \\mathbb{{R}}^{{2 \\times 2}}$$", "notation: calculus")
        == []
    )


@pytest.mark.parametrize(
    "page",
    [
        "All thirty-nine seeds learn it.",
        "We take twenty-four samples.",
        "Fifty steps.",
        "One thousand and twenty parameters.",
    ],
)
def test_a_number_in_words_that_counts_something_is_a_printed_one(book: Path, page: str) -> None:
    assert "is no number" in str(faults(book, page))


@pytest.mark.parametrize(
    "page",
    [
        "All forty seeds learn it, after two hundred epochs.",
        "A hundred steps, thirty metres, twelve units, and a thousand times more.",
        "[Fifty]{.given} steps.",
        "About a thousand parameters, one thousand and twenty-four parameters.",
    ],
)
def test_numbers_in_words_that_are_printed_or_count_nothing_pass(book: Path, page: str) -> None:
    assert faults(book, page) == []
