import os
import subprocess
import sys

import mine

command = [sys.executable, "-m", "backprop.exercises"]
done = subprocess.run(
    [*command, "check", "circuit-gradient", mine.__file__],
    stdout=subprocess.PIPE,
    encoding="utf-8",
    env=os.environ | {"PYTHONUTF8": "1"},
)
print(done.stdout.strip())
'''
circuit-gradient: not yet.
You have multiplied by the sigmoid's value. What travels back is its slope, σ'(e).
For example, with a = 2, b = 1, c = -1
yours:  [-0.0474259, -0.0474259, 0.142278]
wanted: [-0.0451767, -0.0451767, 0.13553]
'''
