"""Checks a biblatex export with biber: every field belongs to the type of its entry; only what the case does not know
is missing."""

import os
import subprocess
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    done = subprocess.run(
        ["biber", "--tool", "--validate-datamodel", "--nolog", os.path.abspath(sys.argv[1]),
         "-O", os.path.join(folder, "checked.bib")],
        capture_output=True, encoding="utf-8", cwd=folder, env={**os.environ, "HOME": folder, "PAR_GLOBAL_TEMP": folder},
    )
told = [line for line in (done.stdout + done.stderr).splitlines() if line.startswith(("WARN", "ERROR"))]
wrong = [line for line in told if "Missing mandatory field" not in line]
assert done.returncode == 0 and not wrong, wrong[:5]
