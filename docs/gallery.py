"""Takes the pictures of the gallery: the demonstration articles at the desk, with members at work on them, in a real Chromium.

`python docs/gallery.py [NAME…]` takes those of gallery.yaml, all by default; the browser is SAKSI_CHROMIUM, else Chromium.
Nothing is fetched. The page beside the pictures is written by generate.py.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import cast

from generate import Screen, screens
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from take_picture import PAGES, SAKSI, browser_path

from saksi.clock import now
from saksi.ledger import open_ledger
from saksi.ledger.claims import Claims
from saksi.ledger.discussion import Discussion, Thing
from saksi.ledger.following import Following, NewItem
from saksi.ledger.members import Members
from saksi.ledger.store import SqlLedger
from saksi.ledger.watching import Watching
from saksi.records import Claim, Feed, SeenItem
from saksi.runs.adding import add_inputs
from saksi.runs.judging import Judge
from saksi.runs.membership import digest_of, hashed
from saksi.runs.watchlist import made

PICTURES = Path(__file__).parent / "gallery"
WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
COLOURS = 96
GONE, NO_PAGE = "its server says that it is gone for good (410)", "answered 404: there is no such page"
SESSION = "the session of the gallery"


def filled(ledger: SqlLedger) -> dict[str, str]:
    """Watch, read the demonstration, and write what members would; gives the ids that rooms of gallery.yaml name."""
    watching = Watching(ledger)
    watching.add(made("bantahan", stance="denied"))
    watching.add(made("korban", news="figure", change=10, words=["tewas"]))
    watching.add(made("Pellmoor", words=["Pellmoor"]))
    held: dict[str, str] = {}
    for page in sorted(page for page in PAGES.iterdir() if page.suffix in {".html", ".txt", ".jsonl"}):
        add_inputs([str(page)], ledger, on_item=lambda item, stem=page.stem: held.update({stem: item.article or ""}))
    claims = list(Claims(ledger).records())
    disputed = max(claims, key=lambda claim: (min(len(claim.asserted), len(claim.denied)), len(claim.denied), claim.claim))
    counted = next(claim for claim in claims if "sembilan orang tewas" in claim.gist)
    discuss(ledger, disputed, held)
    follow(ledger, held["ferry-nusawire"])
    return {
        "article": held["ferry-marramcourier"],
        "terkait": held["ferry-suaramuara"],
        "copied": held["ferry-harianselat"],
        "disputed": disputed.claim,
        "counted": counted.claim,
        "statement": disputed.asserted[-1].statement,
    }


def discuss(ledger: SqlLedger, claim: Claim, held: dict[str, str]) -> None:
    """Sari owns the desk, Rahmat is a member: they comment, judge, and gather."""
    members = Members(ledger)
    kept = hashed("four words kept long")
    sari = members.add("Sari", kept, role="owner", now=now())
    rahmat = members.add("Rahmat", kept, role="member", now=now())
    members.open_session(sari.id, digest_of(SESSION), ends=now() + timedelta(hours=1), now=now(), agent="Chromium")
    members.invite(digest_of("an invitation"), role="member", ends=now() + timedelta(days=7), now=now(), who="Sari")
    talk, thing = Discussion(members), Thing(kind="claim", id=claim.claim, label=claim.gist)
    report = Thing(kind="article", id=held["ferry-suaramuara"], label="Pintu Darurat Feri Puspa Karang Terkunci")
    talk.comment(thing, rahmat.id, "Catatan perawatan pompa ada di syahbandar; saya minta salinannya.", shown=True, now=now(), who="Rahmat")
    talk.comment(thing, sari.id, "Good. Until then both sides stand as they are.", shown=True, now=now(), who="Sari")
    talk.keep_note(sari.id, thing, "Ask the company which month the pump was last tested.", now=now())
    for name, things in (("Puspa Karang", (thing, report)), ("Pellmoor", (Thing(kind="article", id=held["sluice-bpa"]),))):
        begun = talk.begin(name, sari.id, now=now())
        for each in things:
            talk.gather(begun, each, now=now())
    judge = Judge(ledger, "Rahmat")
    judge.stance(claim.asserted[0].statement, certainty="probable", note="he had it from the crew")
    quakes = held["gempa-september-kabartimurlaut"], held["gempa-november-kabartimurlaut"]
    judge.join("same", *quakes, note="one template, filled twice")
    Judge(ledger, "Sari").join("different", *quakes, note="two quakes")


def follow(ledger: SqlLedger, article: str) -> None:
    """Follow a feed that has been asked once, and one that is gone."""
    following, moment = Following(ledger), now().isoformat(timespec="seconds")
    asked = {"added": moment, "interval": 1800, "due": moment}
    feed = Feed(id="f1", address="https://nusawire.example/rss", host="nusawire.example", name="Nusa Wire", **asked)
    gone = Feed(id="f2", address="https://selat.example/feed", host="selat.example", name="Selat", state="stopped", why=GONE, **asked)
    following.add(feed)
    turn = following.claim("gallery", now())
    seen = {"host": feed.host, "seen": moment, "due": moment, "feed": feed.id}
    read = SeenItem(id="i1", title="Feri Terbakar", state="read", article=article, link="https://nusawire.example/1", **seen)
    refused = SeenItem(id="i2", title="Cuaca", state="refused", why=NO_PAGE, link="https://nusawire.example/2", **seen)
    if turn is not None:
        following.keep_feed(turn, feed, [NewItem(item=item, keys=(item.id,)) for item in (read, refused)], now())
    following.add(gone)


def first_link(page: Page, room: str, below: str) -> str:
    """What stands behind `below` in the first link to it on a room: ("/actors", "/actor/") gives the id of the first actor."""
    page.goto(room)
    return (page.locator(f"main a[href^='{below}']").first.get_attribute("href") or "").removeprefix(below)


def sought(page: Page) -> dict[str, str]:
    """What a reader finds by following links."""
    return {"actor": first_link(page, "/actors", "/actor/"), "place": first_link(page, "/places", "/place/")}


@contextmanager
def opened(browser: Browser, desk: str, screen: Screen) -> Iterator[Page]:
    """A page of the desk as the owner sees it, in the language, width and colours of a screen."""
    context = browser.new_context(
        base_url=desk,
        viewport=NARROW if screen.narrow else WIDE,
        device_scale_factor=2 if screen.narrow else 1,
        locale="id-ID" if screen.tongue == "id" else "en-GB",
        color_scheme="dark" if screen.dark else "light",
        reduced_motion="reduce",
    )
    context.add_cookies([{"name": "saksi_session", "value": SESSION, "url": desk}])
    yield context.new_page()
    context.close()


def take(page: Page, screen: Screen, room: str) -> None:
    """Photograph a room, in few colours."""
    answer = page.goto(room)
    if answer is None or not answer.ok:
        sys.exit(f"{screen.name}: {room} does not answer as it should; mend `room` in docs/gallery.yaml")
    if screen.at is not None:
        page.locator(screen.at).evaluate("at => scrollBy(0, at.getBoundingClientRect().top - 24)")
    path = PICTURES / f"{screen.name}.png"
    page.screenshot(path=path)
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> None:
    """Fill a ledger, open the desk over it and take the pictures that were asked for."""
    PICTURES.mkdir(exist_ok=True)
    wanted = [screen for chapter in screens() for screen in chapter.screens if screen.name in (sys.argv[1:] or [screen.name])]
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "gallery.db")
        with open_ledger(path) as ledger:
            named = filled(cast("SqlLedger", ledger))
        with subprocess.Popen([SAKSI, "desk", "--ledger", path, "--port", "0"], stdout=subprocess.PIPE, text=True) as desk:  # noqa: S603
            try:
                photograph(next(word for word in desk.stdout.readline().split() if word.startswith("http")), wanted, named)
            finally:
                desk.terminate()
    print(f"docs/gallery: {len(wanted)} pictures taken; all are {sum(path.stat().st_size for path in PICTURES.iterdir()) // 1000} kB")


def photograph(desk: str, wanted: list[Screen], named: dict[str, str]) -> None:
    """Take the pictures at the desk of this address."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox", "--disable-gpu"])
        with opened(browser, desk.rstrip("/"), Screen(name="", room="/", says="")) as page:
            named = named | sought(page)
        for screen in wanted:
            with opened(browser, desk.rstrip("/"), screen) as page:
                take(page, screen, screen.room.format(**named))
        browser.close()


if __name__ == "__main__":
    main()
