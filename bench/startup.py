"""Measures what it costs to start: CPU time of `import saksi` and `saksi --help`, beside bare Python.

Each is run several times and the fastest counts, for the machine is shared. The ratio is what may be compared from one
machine to another. `python bench/startup.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys

RUNS = 9
PROGRAMS = {
    "python -c pass": "pass",
    "import saksi": "import saksi",
    "saksi --help": "import sys; sys.argv = ['saksi', '--help']; from saksi.cli.main import main; main()",
}
ALLOWED = {"import saksi": 0.150, "saksi --help": 0.300}
"""Seconds of CPU."""


def cpu_seconds(code: str) -> float:
    """User and system time of one fresh interpreter that runs the code."""
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{code!r} ended with {child.returncode}")
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    fastest = {name: min(cpu_seconds(code) for _ in range(RUNS)) for name, code in PROGRAMS.items()}
    bare = fastest["python -c pass"]
    print(f"{'program':16} {'CPU ms':>8} {'x bare':>8} {'allowed ms':>11}")
    for name, seconds in fastest.items():
        allowed = f"{ALLOWED[name] * 1000:.0f}" if name in ALLOWED else ""
        print(f"{name:16} {seconds * 1000:8.0f} {seconds / bare:8.1f} {allowed:>11}")


if __name__ == "__main__":
    main()
