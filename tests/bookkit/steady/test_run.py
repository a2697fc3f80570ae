"""A chaotic listing is caught, whatever the machine; a steady one is not accused."""

import math
from pathlib import Path

import pytest

from bookkit.steady import command
from bookkit.steady.run import Report, compare
from bookkit.steady.ways import Choice, Way, available, chosen, noises

WAYS = [Way("as it is"), *noises(2)]


def doubled() -> float:
    """What the map that doubles every error leads to on this machine."""
    x = math.exp(-1.0)
    for _ in range(100):
        x = 4 * x * (1 - x)
    return x


CHAOTIC = {
    "a training that blows up": (
        "import numpy as np\n"
        "from backprop import Network, datasets, train\n"
        "x, y = datasets.breast_cancer()\n"
        "x = (x - x.mean(axis=1, keepdims=True)) / x.std(axis=1, keepdims=True)\n"
        "net = Network([30, 20, 10, 5, 1], hidden='relu', cost='cross_entropy', init='he')\n"
        "history = train(net, x, y, epochs=100, eta=120, batch_size=None)\n"
        "print(f'{history.cost[-1]:.3g}', history.cost[2])\n",
        7,
    ),
    "a map that doubles every error": (
        "import numpy as np\nx = np.exp(-1.0)\nfor _ in range(100):\n    x = 4 * x * (1 - x)\nprint(x)\n",
        5,
    ),
    "all digits of a sum": ("import numpy as np\nprint(np.sum(np.linspace(0, 1, 11) ** 3 / 7))\n", 2),
    "a choice between equals": (
        "import numpy as np\nw = np.array([[1, 2, 3], [3, 1, 2], [2, 3, 1], [2, 1, 3]]) / 10\n"
        "print((w @ np.full(3, 0.7)).argmax())\n",
        3,
    ),
    "a number on a rounding edge": (
        "import numpy as np\na = np.array([0.1, 0.3, 0.6])\n"
        "for b in [0.5, 0.25, 0.1], [1.5, 0.05, 0.7], [0.5, 0.2, 0.025]:\n"
        "    print(f'{a @ np.array(b):.2f}')\n",
        4,
    ),
    "all digits of a tensor": (
        "import numpy as np\nfrom backprop.tensor import Tensor\n"
        "x = np.exp(np.linspace(0, 1, 12)).reshape(3, 4)\nprint((x.T @ Tensor(x) ** 3).sum().data)\n",
        4,
    ),
    "Python's sum": ("print(sum([0.1] * 10))\n", 1),
    "a drawing": (
        "import numpy as np\nfrom matplotlib import pyplot as plt\nx = np.exp(-1.0)\nxs = []\n"
        "for _ in range(100):\n    x = 4 * x * (1 - x)\n    xs.append(x)\n"
        "plt.plot(xs[-5:])\nplt.ylim(0, 1)\nplt.show()\n",
        10,
    ),
    "an error that comes by chance": (
        f"import math\nx = math.exp(-1.0)\nfor _ in range(100):\n    x = 4 * x * (1 - x)\n"
        f"if abs(x - {doubled()}) > 1e-6:\n    raise ValueError(f'{{x}}')\nprint('none')\n",
        7,
    ),
}
STEADY = {
    "a training": (
        "from backprop import Network, accuracy, datasets, train\n"
        "x, y = datasets.moons()\n"
        "net = Network([2, 8, 1], cost='cross_entropy')\n"
        "history = train(net, x, y, epochs=20, eta=0.5)\n"
        "print(f'{history.cost[-1]:.2f}')\n"
    ),
    "whole numbers": "import numpy as np\nprint(np.sum(np.arange(9.0)), np.mean([True, False]), 10**-3)\n",
    "exact products": "import numpy as np\nprint(np.eye(2) @ np.array([0.1, 0.2]), np.dot(0.1, 3))\n",
    "plain arithmetic": "print(0.1 + 0.2, 1 / 3, 0.1**2)\n",
    "a drawing": (
        "import numpy as np\nfrom matplotlib import pyplot as plt\n"
        "x = np.linspace(0, 3, 100)\n"
        "plt.plot(x, np.exp(-x) * np.sin(9 * x))\nplt.title(f'{np.exp(1):.3f}')\nplt.show()\n"
    ),
    "twice the same": (
        "import numpy as np\na = np.exp(np.linspace(0, 1, 12)).reshape(3, 4)\n"
        "print(np.array_equal(a @ a.T, a @ a.T), np.exp(0.3) == np.exp(0.3))\n"
    ),
    "what has its own products and powers": (
        "import numpy as np\nfrom backprop import Value\nfrom backprop.tensor import Tensor\n"
        "x = np.exp(np.linspace(0, 1, 12)).reshape(3, 4)\nw = Tensor(x)\n"
        "f = (x.T @ w).sum() + (w**3).sum()\nf.backward()\n"
        "print(f'{f.data:.3f} {w.grad[2, 3]:.3f} {(Value(0.3) ** 3).data:.3f}')\n"
    ),
    "an error that is caught": (
        "import numpy as np\ntry:\n    np.ones(2) @ np.ones(3)\nexcept ValueError:\n    print('shapes')\n"
    ),
}


def judge(folder: Path, sources: dict[str, str], seconds: float = 100) -> Report:
    paths = []
    for name, source in sources.items():
        path = folder / f"{name.replace(' ', '_')}.py"
        path.write_text(source, encoding="utf-8")
        paths.append(path)
    return compare(paths, WAYS, seconds, workers=2)


def test_what_hangs_on_the_last_bit_is_named_by_its_line(tmp_path: Path) -> None:
    report = judge(tmp_path, {name: source for name, (source, _) in CHAOTIC.items()})
    named = {(finding.path.stem, finding.line) for finding in report.findings}
    missing = {(name.replace(" ", "_"), line) for name, (_, line) in CHAOTIC.items()} - named
    assert not missing
    assert report.faults == ()


def test_noise_reaches_what_a_listing_imports_from_beside_it(tmp_path: Path) -> None:
    source = "import numpy as np\n\n\ndef total():\n    return np.sum(np.linspace(0, 1, 11) ** 3 / 7)\n"
    (tmp_path / "sums.py").write_text(source, encoding="utf-8")
    report = judge(tmp_path, {"idea": "from sums import total\n\nprint(total())\n"})
    assert [(finding.path.stem, finding.line) for finding in report.findings] == [("idea", 3)]


def test_what_does_not_is_not_accused(tmp_path: Path) -> None:
    report = judge(tmp_path, STEADY)
    assert [str(finding) for finding in report.findings] == []
    assert report.faults == ()


def test_a_finding_says_both_texts_and_the_ways(tmp_path: Path) -> None:
    report = judge(tmp_path, {"chaos": CHAOTIC["a map that doubles every error"][0]})
    text = str(report.findings[0])
    assert text.startswith(f"{tmp_path / 'chaos.py'}:5: changes with the rounding\n    as it is: 0.")
    assert "noise 1: 0." in text
    assert "noise 2: 0." in text


def test_what_cannot_be_judged_is_a_fault(tmp_path: Path) -> None:
    report = judge(
        tmp_path,
        {
            "broken": "print(1)\n1 / 0\n",
            "dies": "import os\nos._exit(3)\n",
            "fine": "print(1)\n",
            "endless": "while True:\n    pass\n",
            "late": "print(1)\n",
        },
        seconds=8,
    )
    assert report.findings == ()
    faults = [fault.removeprefix(str(tmp_path)) for fault in report.faults]
    assert faults == [
        "/broken.py:2: ZeroDivisionError: division by zero",
        "/dies.py: the process that ran it died (as it is)",
        "/endless.py: takes longer than 8 seconds (as it is)",
    ]


def test_every_way_that_is_offered_is_gone() -> None:
    choice = available(1)
    names = [way.name for way in choice.ways]
    assert names[0] == "as it is"
    assert names[-1] == "noise 1"
    assert len(set(names)) == len(names)
    assert all(": " in reason for reason in choice.left_out)


def test_the_command_names_what_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([Path("deep/no_such.py")], seeds=1) == 2
    assert "deep/no_such.py: no such listing" in capsys.readouterr().err


def test_the_command_finds_a_listing_by_its_page_and_by_its_file() -> None:
    (by_page,) = command.named(Path("deep/mini-batches/bowl.py"))
    (by_file,) = command.named(command.SNIPPETS / "deep" / "mini-batches" / "bowl.py")
    assert by_page == by_file
    assert len(command.named(Path("deep/mini-batches"))) > 5
    assert {path.parent.name for path in command.everything()} >= {"labs", "mini-batches"}


def test_the_command_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        command, "available", lambda seeds: type("Choice", (), {"ways": WAYS, "left_out": ()})
    )
    (tmp_path / "chaos.py").write_text(CHAOTIC["a map that doubles every error"][0])
    (tmp_path / "fine.py").write_text("print(1)\n")
    assert command.main([tmp_path], seeds=2) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "2 files, 3 ways: 1 steady, 1 not"
    assert command.main([tmp_path / "fine.py"], seeds=2) == 0


MANY = Choice(
    (Way("as it is"), Way("kernel Nehalem"), Way("kernel Haswell"), Way("two threads"), *noises(12)),
    ("kernel Zen: NumPy's OpenBLAS lacks it and runs Haswell",),
)


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("Nehalem", ["kernel Nehalem"]),
        ("noise 1, nehalem", ["kernel Nehalem", "noise 1"]),
        ("kernel", ["kernel Nehalem", "kernel Haswell"]),
        ("two threads,noise 12,noise 2,noise 2", ["two threads", "noise 2", "noise 12"]),
        ("noise", [f"noise {seed}" for seed in range(1, 13)]),
    ],
)
def test_ways_are_chosen_by_words_of_their_names(wanted: str, names: list[str]) -> None:
    choice = chosen(MANY, wanted)
    assert [way.name for way in choice.ways] == ["as it is", *names]
    assert choice.left_out == ()


@pytest.mark.parametrize("wanted", ["Haswel", "noise 13", "", "Nehalem,", "as it is", "noise,no such"])
def test_a_way_that_is_not_there_is_an_error_that_names_those_that_are(wanted: str) -> None:
    with pytest.raises(
        ValueError, match="is no way of rounding here; there are: kernel Nehalem, kernel Haswell"
    ):
        chosen(MANY, wanted)


def test_a_way_that_was_left_out_is_an_error_that_says_why() -> None:
    with pytest.raises(
        ValueError, match="'Zen' is no way of rounding here; kernel Zen: NumPy's OpenBLAS lacks it"
    ):
        chosen(MANY, "Zen")


def test_the_command_goes_the_chosen_ways_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "available", lambda seeds: Choice(tuple(WAYS), ()))
    (tmp_path / "fine.py").write_text("print(1)\n")
    assert command.main([tmp_path], seeds=2, wanted="noise 2") == 0
    assert capsys.readouterr().out.splitlines() == [
        "ways: as it is, noise 2",
        "1 files, 2 ways: 1 steady, 0 not",
    ]
    assert command.main([tmp_path], seeds=2, wanted="Nehalem") == 2
    assert "'Nehalem' is no way of rounding here" in capsys.readouterr().err
