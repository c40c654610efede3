"""Takes the picture for the README: one demonstration article as the desk shows it, in a real Chromium.

`python docs/take_picture.py [PAGE]`, where PAGE is a file of src/saksi/demo/pages; the browser is SAKSI_CHROMIUM, else Chromium.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from saksi.ledger import open_ledger

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "src" / "saksi" / "demo" / "pages"
PICTURE = ROOT / "docs" / "pictures" / "article.png"
PAGE = "port-lenterawarga.txt"
SAKSI = Path(sys.executable).with_name("saksi")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDE = {"width": 1280, "height": 860}


def browser_path() -> str:
    """The Chromium to drive; ends the program with a line where there is none."""
    found = os.environ.get("SAKSI_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or sys.exit("no Chromium here; on Debian: sudo apt-get install chromium")


def take(address: str) -> None:
    """Photograph the address."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=WIDE, locale="en-GB", color_scheme="light")
        page.goto(address)
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()


def main() -> None:
    """Read the page into a ledger of its own, open the desk over it, and photograph the article's address."""
    name = sys.argv[1] if len(sys.argv) > 1 else PAGE
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "picture.db")
        subprocess.run([SAKSI, "add", "--ledger", ledger, PAGES / name], check=True)  # noqa: S603 - our own program
        with open_ledger(ledger, create=False) as opened:
            article = opened.articles().rows[0].id
        with subprocess.Popen([SAKSI, "desk", "--ledger", ledger, "--port", "0"], stdout=subprocess.PIPE, text=True) as desk:  # noqa: S603
            try:
                address = next(word for word in desk.stdout.readline().split() if word.startswith("http"))
                take(f"{address.rstrip('/')}/article/{article}")
            finally:
                desk.terminate()
    print(f"{PICTURE.relative_to(ROOT)} taken: {PICTURE.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
