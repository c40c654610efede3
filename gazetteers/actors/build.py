"""Compiles the YAML files of actors, offices and holders into the one file that the package opens; it adds and drops no row.

    python gazetteers/actors/build.py

Run it whenever one of the files under src/saksi/words/actors changes; a test compares the two.
"""

from __future__ import annotations

from pathlib import Path

from saksi.words.actors import from_rows
from saksi.words.actors.compiled import FILE, compiled

if __name__ == "__main__":
    target = Path(__file__).resolve().parents[2] / "src" / "saksi" / "words" / FILE
    data = compiled(from_rows())
    target.write_bytes(data)
    print(f"{target.name}: {len(data):,} bytes")
