"""Authors' programs run apart: whatever they do, the press goes on, and file and line are named."""

import io
import json
import multiprocessing
import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from bookkit.programs import apart as programs
from bookkit.programs import stage
from bookkit.programs.apart import Kind, ProgramError, environment, run
from bookkit.typesetting import typeface

FIGURE = "import matplotlib.pyplot as plt\n\nplt.plot([0, 1])\nplt.show()\n"
LAB = "# %%\na = 1\n\n# %% [markdown]\n# words\n\n# %%\n# see\n{}\n"
OPTIONS = {
    "cell_seconds": 60,
    "toc_depth": 3,
    "execute": True,
    "allow_errors": False,
    "theme": "",
}


@pytest.fixture
def program(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "program.py"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def failure(kind: Kind, path: Path, seconds: float = 60, **options) -> str:
    with pytest.raises(ProgramError) as found:
        run(kind, path, seconds, **options)
    return str(found.value)


ENDINGS = {
    "an error": ("raise ValueError('no')", "ValueError: no"),
    "success": ("raise SystemExit(0)", "SystemExit: 0 (a program of the book runs to its end)"),
    "exit": ("import sys; sys.exit()", "SystemExit: "),
    "os._exit": ("import os; os._exit(0)", "SystemExit: os._exit(0)"),
    "Ctrl+C": ("raise KeyboardInterrupt", "KeyboardInterrupt"),
    "input": ("input()", "EOFError"),
    "abort": ("import os; os.abort()", "ended by SIGABRT"),
    "no memory": ("import ctypes; ctypes.string_at(0)", "ended by SIGSEGV"),
    "a loop": ("while True: pass", "it is still running after 1 seconds"),
    "sleep": ("import time; time.sleep(60)", "it is still running after 1 seconds"),
    "deaf": (
        "import signal; [signal.signal(s, signal.SIG_IGN) for s in (2, 15)]; exec('while True: pass')",
        "it is still running after 1 seconds",
    ),
}


@pytest.mark.parametrize(("code", "message"), ENDINGS.values(), ids=ENDINGS)
@pytest.mark.parametrize("kind", ["figure", "script"])
def test_however_a_program_ends_its_line_is_named(program, kind: Kind, code: str, message: str) -> None:
    if sys.platform == "win32" and "SIG" in message:
        pytest.skip("Windows has no signals")
    path = program(f"a = 1\n\n{code}\n{FIGURE}")
    said = failure(kind, path, seconds=1 if "still running" in message else 60)
    assert said.startswith(f"{path}:3: ")
    assert message in said
    assert "<svg" in run("figure", program(FIGURE), 60)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_program_that_is_killed_is_named(program) -> None:
    path = program("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n")
    assert failure("script", path) == f"{path}:1: its process was ended by SIGKILL"


def test_code_that_cannot_be_read_is_named(program) -> None:
    path = program("a = 1\nb = = 2\n")
    assert failure("figure", path).startswith(f"{path}:2: SyntaxError: ")


def test_one_program_does_not_move_the_next_one(program) -> None:
    before = Path.cwd()
    damage = (
        "import os, sys, matplotlib, numpy, json\n"
        "os.chdir('/'); os.environ['HOME'] = 'x'; os.environ['LEFT'] = 'x'\n"
        "matplotlib.rcParams['lines.linewidth'] = 40; numpy.left = 1; sys.left = 1; json.dumps = None\n"
        "sys.stdout.close(); sys.modules.clear()\n"
    )
    clean = run("figure", program(FIGURE), 60)
    failure("figure", program(damage))
    assert run("figure", program(FIGURE), 60) == clean
    look = (
        "import os, sys, numpy\n"
        "print(os.listdir('.'), 'LEFT' in os.environ, hasattr(numpy, 'left'), hasattr(sys, 'left'),"
        " os.environ['HOME'] == os.getcwd())\n"
    )
    assert run("script", program(look), 60) == "[] False False False True\n"
    assert Path.cwd() == before


def test_what_a_figure_prints_is_kept_from_the_answers(program) -> None:
    noise = "import os\nprint('{}')\nos.write(1, b'{}\\n')\nos.system('echo {}')\n"
    assert "<svg" in run("figure", program(noise + FIGURE), 60)
    assert run("script", program(noise), 60).splitlines() == ["{}", "{}", "{}"] or sys.platform == "win32"


def test_a_script_that_prints_without_end_does_not_fill_the_disk(
    program, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no limit of a file's size")
    path = program("while True:\n    print('x' * 1000)\n")
    assert failure("script", path, seconds=20).startswith(f"{path}:2: ")


def test_a_process_that_a_program_leaves_behind_is_ended(program, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("only its own tree is ended there")
    sign = tmp_path / "sign"
    later = f"import time, pathlib; time.sleep(1.5); pathlib.Path({str(sign)!r}).touch()"
    start = f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {later!r}])\n"
    run("script", program(start), 60)
    time.sleep(2.5)
    assert not sign.exists()


def test_no_secret_of_the_environment_reaches_a_program(program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "hush")
    programs.stop()
    look = "import os\nprint('hush' in str(os.environ) + str(dict(os.environb)))\n"
    assert run("script", program(look), 60) == "False\n"
    lab = LAB.format("import os; print(*sorted(os.environ.values()), 'found' * 2)")
    content = run("notebook", program(lab), 180, **OPTIONS)["content"]
    assert "foundfound" in content
    assert "hush" not in content


def test_only_what_is_allowed_is_handed_on(tmp_path: Path) -> None:
    given = {"PATH": "a", "Path": "b", "SECRET_PATH": "c", "AWS_SECRET_ACCESS_KEY": "d", "PYTHONPATH": "src"}
    found = environment(tmp_path, given)
    assert {name: value for name, value in found.items() if value in "abcd"} == {"PATH": "a", "Path": "b"}
    assert all(Path(place).is_absolute() for place in found["PYTHONPATH"].split(os.pathsep))


def test_a_lab_is_a_page_with_what_it_prints_and_draws(program) -> None:
    drawing = '# %config InlineBackend.figure_formats = ["svg"]\n' + FIGURE
    lab = "# %% [markdown]\n# # A title\n#\n# ## More\n\n" + LAB.format(f"print(a)\n{drawing}")
    found = run("notebook", program(lab), 180, **OPTIONS)
    assert "data:image/svg+xml;base64," in found["content"]
    assert "<pre>1\n</pre>" in found["content"]
    assert found["title"] == "A title"
    assert [token["name"] for token in found["toc_tokens"][0]["children"]] == ["More"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("import sys; sys.exit(0)", "SystemExit: 0"),
        ("import os; os._exit(0)", "this cell ends the process that runs it"),
        ("while True: pass", "this cell does not end in time"),
        ("b = = 1", "SyntaxError: invalid syntax"),
    ],
)
def test_however_a_lab_ends_its_line_is_named(program, code: str, message: str) -> None:
    path = program(LAB.format(code))
    said = failure("notebook", path, 180, **OPTIONS | {"cell_seconds": 3 if "in time" in message else 60})
    line = 8 if "this cell" in message or "SystemExit" in message else 9  # without a traceback: the cell
    assert said.startswith(f"{path}:{line}: {message}"), said


def test_a_lab_without_end_is_ended_as_a_whole(program) -> None:
    assert "still running after 3 seconds" in failure(
        "notebook", program(LAB.format("while True: pass")), 3, **OPTIONS
    )


def test_without_forks_each_program_is_started_by_itself(program, tmp_path: Path, monkeypatch) -> None:
    for name, value in typeface.variables(tmp_path).items():  # as the press tells its programs
        monkeypatch.setenv(name, value)

    def ask(kind: Kind, path: Path, seconds: float = 60) -> dict:
        request = {"kind": kind, "path": str(path), "seconds": seconds, "options": {}}
        answers = io.StringIO()
        stage.serve([json.dumps(request)], answers, spawn=True)
        return json.loads(answers.getvalue())

    assert ask("figure", program(FIGURE)) == {"result": run("figure", program(FIGURE), 60)}
    answer = ask("script", program("\nwhile True: pass\n"), 2)  # no time goes into Matplotlib's start
    assert answer == {"line": 2, "message": "it is still running after 2 seconds"}


def test_a_press_that_ends_leaves_no_process(program, tmp_path: Path) -> None:
    code = (
        "import pathlib, sys\nfrom bookkit.programs import apart\n"
        "apart.run('script', pathlib.Path(sys.argv[1]), 60)\nprint(*apart._servers.running())\n"
    )
    path = program("print(1)\n")
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    with pytest.raises(ProcessLookupError):
        os.kill(int(done.stdout), 0)


def test_two_programs_run_at_the_same_time(program, tmp_path: Path) -> None:
    """Each waits for the other's sign, which comes only if both run."""
    meet = (
        "import pathlib, sys, time\n"
        f"here = pathlib.Path({str(tmp_path)!r})\n"
        "(here / {mine!r}).touch()\n"
        "while not (here / {other!r}).exists(): time.sleep(0.01)\n"
        "print('met')\n"
    )
    paths = []
    for mine, other in (("a", "b"), ("b", "a")):
        path = tmp_path / f"program_{mine}.py"
        path.write_text(meet.format(mine=mine, other=other), encoding="utf-8")
        paths.append(path)
    servers = programs._Servers(2)
    try:
        requests = [{"kind": "script", "path": str(p), "seconds": 60, "options": {}} for p in paths]
        with ThreadPoolExecutor(2) as pool:
            assert list(pool.map(servers.ask, requests)) == [{"result": "met\n"}] * 2
        assert len(servers.running()) == 2
        assert servers.ask(requests[0]) == {"result": "met\n"}  # both signs are there
        assert len(servers.running()) == 2
    finally:
        servers.stop()
    assert servers.running() == []


def test_one_after_the_other_needs_one_process(program) -> None:
    servers = programs._Servers(3)
    request = {"kind": "script", "path": str(program("print(1)\n")), "seconds": 60, "options": {}}
    try:
        assert [servers.ask(request) for _ in range(4)] == [{"result": "1\n"}] * 4
        assert len(servers.running()) == 1
    finally:
        servers.stop()


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks")
def test_a_fork_of_the_press_has_a_server_of_its_own(program) -> None:
    path = program("import os\nprint(os.getppid())\n")
    ours = run("script", path, 60)
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as pool:
        theirs = pool.submit(run, "script", path, 60).result()
    assert theirs != ours
    assert run("script", path, 60) == ours
