import os
import subprocess
import sys
import textwrap

import mine

command = [sys.executable, "-m", "backprop.exercises"]
done = subprocess.run(
    [*command, "check", "central-quotient", mine.__file__],
    stdout=subprocess.PIPE,
    encoding="utf-8",
    env=os.environ | {"PYTHONUTF8": "1"},
)
answer = [part for line in done.stdout.splitlines() for part in textwrap.wrap(line, 70)]
# --8<-- [start:shown]
for line in answer:
    print(line)
    #> central-quotient: not yet.
    #> Python reads / 2 * h as: divide by 2, then multiply by h. Put brackets
    #> around 2 * h.
    #> For example, with f = sin, x = 0.7, h = 0.5
    #> yours:  0.183342
    #> wanted: 0.73337
# --8<-- [end:shown]
