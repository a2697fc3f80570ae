"""Files that do not answer: each gets a message in words, and none hangs or shows a traceback of ours."""

import os
from pathlib import Path

import pytest

from backprop.exercises import texts
from backprop.exercises.catalogue import find
from backprop.exercises.report import Said, report
from backprop.exercises.run import run

pytestmark = pytest.mark.slow  # it starts processes

WORDS = texts.read("en")
RIGHT = """
from backprop import sigmoid_prime

def circuit_gradient(a, b, c):
    d = a + b
    s = sigmoid_prime(d * c)
    return c * s, c * s, d * s
"""
HEAD = "def circuit_gradient(a, b, c):\n    "
FILES = {
    "does not parse": ("def circuit_gradient(a, b, c:\n    return a\n", "Python cannot read mine.py"),
    "is not indented": ("def circuit_gradient(a, b, c):\nreturn a\n", "not indented"),
    "mixes tabs and spaces": (
        "def circuit_gradient(a, b, c):\n    a = b\n\treturn a\n",
        "is not indented as Python expects: inconsistent use of tabs and spaces in indentation.",
    ),
    "is no text": (b"\xff\xfe\x00\x01", "not text in UTF-8"),
    "is empty": ("", "defines no circuit_gradient"),
    "defines another name": (
        "def circuit_gradients(a, b, c):\n    return a\n",
        "does define circuit_gradients",
    ),
    "defines a number of that name": ("circuit_gradient = 3\n", "defines no circuit_gradient"),
    "imports what is not there": ("import torchlight\n", "imports what is not installed"),
    "fails when it is read": ("x = 1\ny = x / 0\n", "Line 2 of your file, `y = x / 0`, divides by zero"),
    "ends the program": ("import sys\nsys.exit(3)\n", "ends the program"),
    "ends Python": ("import os\nos._exit(0)\n", "ended Python"),
    "ends Python in the function": (HEAD + "import os; os._exit(5)\n", "exit code 5"),
    "asks for input": (HEAD + "return float(input('a?'))\n", "asks for something to be typed"),
    "reads a line": (
        HEAD + "import sys; return float(sys.stdin.readline())\n",
        "asks for something to be typed",
    ),
    "reads line by line": (
        HEAD + "import sys; return [line for line in sys.stdin]\n",
        "asks for something to be typed",
    ),
    "loops for ever when it is read": ("while True:\n    pass\n", "had not been read to its end"),
    "loops for ever": (HEAD + "while True:\n        a = a + 1\n", "had not come back"),
    "sleeps": (HEAD + "import time; time.sleep(600)\n", "had not come back"),
    "prints without an end": (
        HEAD + "while True:\n        print('x' * 1000)\n",
        "more than a million characters",
    ),
    "calls itself": (HEAD + "return circuit_gradient(a, b, c)\n", "calls itself again and again"),
    "is still empty": (HEAD + "raise NotImplementedError\n", "still as in the starter file"),
    "has a name without a value": (HEAD + "return slope * c\n", "uses the name slope"),
    "takes fewer arguments": (
        "def circuit_gradient(a, b):\n    return a, b, a\n",
        "takes other arguments than the task says",
    ),
    "returns nothing": (HEAD + "a = c\n", "returns nothing"),
    "prints instead": (HEAD + "print(c)\n", "`return` instead of `print`"),
    "returns a text": (HEAD + "return 'c', 'c', 'd'\n", "of the type str"),
    "returns itself": (HEAD + "return circuit_gradient\n", "should be 3 things"),
    "returns a deep list": (
        HEAD + "x = []\n    x.append(x)\n    return x, x, x\n",
        "a list that makes no array",
    ),
    "returns two": (HEAD + "return c, c\n", "should be 3 things, and is 2"),
    "returns one": (HEAD + "return c\n", "should be 3 things"),
    "raises an error that cannot be printed": (
        "class E(Exception):\n    def __str__(self):\n        raise ValueError\n"
        "def circuit_gradient(a, b, c):\n    raise E\n",
        "raised E",
    ),
    "asserts": (HEAD + "assert a > 10\n", "assertion of your own"),
    "replaces what runs it": (
        "import backprop.exercises.child as child\nchild.perform = lambda *_: []\n" + HEAD + "return a\n",
        "ended Python",
    ),
    "calls a function of its own wrongly": (
        "def f(x):\n    return x\n" + HEAD + "return f(a, b)\n",
        "calls a function with other arguments than it takes",
    ),
    "starts a program": (HEAD + "import subprocess; subprocess.run(['true'])\n", "starts another program"),
}


def said_of(tmp_path: Path, text: str | bytes, seconds: float = 2.0, name: str = "mine.py") -> Said:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    exercise = find("circuit-gradient")
    return report(exercise, run(exercise, path, seconds), WORDS, path.name)


@pytest.mark.parametrize("kind", FILES)
def test_a_hostile_file_gets_a_message(tmp_path: Path, kind: str) -> None:
    text, message = FILES[kind]
    said = said_of(tmp_path, text)
    assert not said.right
    assert message in " ".join(said.text.split()), said.text
    assert "Traceback" not in said.text
    assert "perform.py" not in said.text
    assert len(said.text) < 3000


def test_a_right_file_passes_whatever_its_name_and_its_folder_hold(tmp_path: Path) -> None:
    (tmp_path / "helper.py").write_text("factor = 1\n")
    (tmp_path / "values.py").write_text("raise SystemExit\n")  # as a module of ours is called
    assert said_of(tmp_path, "from helper import factor\n" + RIGHT, 30, name="my answer ü.py").right


def test_a_file_that_is_called_like_a_module_passes(tmp_path: Path) -> None:
    assert said_of(tmp_path, RIGHT, 30, name="random.py").right


def test_what_a_main_block_does_is_not_done(tmp_path: Path) -> None:
    assert said_of(tmp_path, RIGHT + "if __name__ == '__main__':\n    input()\n", 30).right


def test_what_it_prints_is_shown_and_cut(tmp_path: Path) -> None:
    said = said_of(tmp_path, HEAD + "print('here', a)\n    print('x' * 5000)\n    return 0, 0, 0\n", 30)
    assert "here 1.0" in said.text
    assert len(said.text) < 3000


@pytest.mark.skipif(os.name != "posix", reason="processes fork on POSIX only")
def test_a_fork_does_not_answer_twice_and_does_not_stay(tmp_path: Path) -> None:
    assert "starts another program" in said_of(tmp_path, "import os\nos.fork()\n" + RIGHT).text


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not limit a process")
def test_memory_has_a_limit(tmp_path: Path) -> None:
    said = said_of(tmp_path, HEAD + "return len('x' * 10**11), 0, 0\n", 30)
    assert "asks for more memory than" in said.text


def test_threads_that_go_on_do_not_keep_the_check(tmp_path: Path) -> None:
    text = "import threading, time\nthreading.Thread(target=time.sleep, args=(600,)).start()\n" + RIGHT
    assert said_of(tmp_path, text, 30).right


def test_an_error_names_the_line_of_the_readers_file(tmp_path: Path) -> None:
    text = "import numpy as np\n" + HEAD + "W = np.ones((2, 3))\n    return W @ W\n"
    said = " ".join(said_of(tmp_path, text, 30).text.split())
    assert "Line 4 of your file, `return W @ W`, combines shapes that do not fit" in said
    assert "That was with a = 2, b = 1, c = -1" in said
