"""Countries and well-known cities in Korean and English, from the Unicode CLDR data that Babel carries."""

import re
from functools import cache

from babel import Locale

from aikg.extraction.registry import Entry

#: what Korean texts call a country when CLDR says it otherwise
_OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "AE": ("UAE",),
    "AU": ("호주",),
    "CD": ("콩고민주공화국",),
    "CN": ("PRC",),
    "CZ": ("체코공화국",),
    "GB": ("UK", "U.K.", "Great Britain"),
    "HK": ("홍콩",),
    "KR": ("한국", "남한"),
    "MO": ("마카오",),
    "PS": ("팔레스타인",),
    "TR": ("터키",),
    "US": ("U.S.", "USA"),
    "ZA": ("남아공", "남아프리카공화국"),
}
#: codes of CLDR that are no countries
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ", "AQ", "DG", "EA", "IC"})
#: one-syllable short forms, which stand in compounds alone ("한·미·일", "미중")
SHORT_FORMS = {
    "한": "kr",
    "미": "us",
    "중": "cn",
    "일": "jp",
    "영": "gb",
    "독": "de",
    "프": "fr",
    "러": "ru",
    "북": "kp",
}

#: what headlines call a country right before its office: ``미 국방부``, ``日 총무성``
CALLED = {
    "미": "미국",
    "美": "미국",
    "中": "중국",
    "日": "일본",
    "英": "영국",
    "獨": "독일",
    "佛": "프랑스",
    "韓": "한국",
    "印": "인도",
}


@cache
def territories() -> tuple[Entry, ...]:
    """Return the countries as entries with the keys of the registry (``place/us``), by key.

    >>> [entry.names for entry in territories() if entry.key == "place/kr"]
    [('대한민국', 'South Korea', '한국', '남한')]
    """
    korean, english = Locale("ko").territories, Locale("en").territories
    codes = sorted(code for code in map(str, korean) if re.fullmatch("[A-Z]{2}", code) and code not in _NO_COUNTRIES)
    return tuple(_country(code, str(korean[code]), str(english[code])) for code in codes)


def _country(code: str, korean: str, english: str) -> Entry:
    bare = [re.sub(r"\s*\(.*\)| 특별행정구.*| SAR China", "", name) for name in (korean, english)]
    return Entry(f"place/{code.lower()}", "Place", bare[0], bare[1], _OTHER_NAMES.get(code, ()))


@cache
def cities() -> tuple[Entry, ...]:
    """Return the cities that give time zones their names, as entries ``place/tokyo``."""
    countries = {name for entry in territories() for name in entry.names}
    korean, english = Locale("ko").time_zones, Locale("en").time_zones
    found = {}
    for zone in sorted(korean):
        name, area = korean[zone].get("city"), zone.split("/")[0]
        if not name or area in ("Antarctica", "Etc") or name in countries or not re.fullmatch("[가-힣]{2,}", name):
            continue
        usual = english.get(zone, {}).get("city") or zone.split("/")[-1].replace("_", " ")
        found[name] = Entry("place/" + re.sub("[^a-z]+", "-", usual.casefold()).strip("-"), "Place", name, usual)
    return tuple(found[name] for name in sorted(found))


@cache
def country_names() -> frozenset[str]:
    """Return all names of countries."""
    return frozenset(name for entry in territories() for name in entry.names)


@cache
def city_names() -> frozenset[str]:
    """Return all names of cities."""
    return frozenset(name for entry in cities() for name in entry.names)
