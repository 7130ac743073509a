"""Does a Korean spelling sound like a Latin one? Loan words keep their consonants: 코히어 is Cohere, 구글 is Google."""

import re
import unicodedata
from functools import cache

_INITIALS = "k kk n t tt r m p pp s ss - j jj ch k t p h".split()
_FINALS = "- k kk ks n nj nh t l lk lm lp ls lt lp lh m p ps t t ng j ch k t p h".split()
#: letters of either side to classes of sound; vowels, h, w and y say nothing
_CLASSES = str.maketrans("gkcqntdrlmbpvfszjx", "KKKKNTTRRMPPPPSSSS")
_SPELLINGS = [
    ("ph", "f"),
    ("tch", "s"),
    ("ch", "s"),
    ("sh", "s"),
    ("th", "s"),
    ("ck", "k"),
    ("qu", "k"),
    ("x", "ks"),
    ("tion", "sn"),
]
_VOWELS = re.compile(r"[aeiouhwy\W_]")


@cache
def korean_sounds(name: str) -> str:
    """Return the consonants of Hangul (and of Latin letters within it) as classes of sound.

    >>> korean_sounds("코히어"), korean_sounds("구글")
    ('K', 'KKR')
    """
    spelt: list[str] = []
    for character in unicodedata.normalize("NFC", name):
        index = ord(character) - 0xAC00
        if 0 <= index < 11172:
            spelt += [
                _INITIALS[index // 588].replace("ch", "s"),
                _FINALS[index % 28].replace("ng", "nk").replace("ch", "t"),
            ]
        elif character.isalnum():
            spelt.append(latin_sounds(character).casefold())
    return _squeeze(_VOWELS.sub("", "".join(spelt)).translate(_CLASSES))


@cache
def latin_sounds(name: str) -> str:
    """Return the consonants of a Latin spelling as classes of sound.

    >>> latin_sounds("Google")
    'KKR'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    plain = re.sub("c(?=[eiy])", "s", re.sub("g(?=e\\b|[ei](?!r|t|v))", "j", plain))
    for spelling, sound in _SPELLINGS:
        plain = plain.replace(spelling, sound)
    return _squeeze(_VOWELS.sub("", plain).translate(_CLASSES))


def alike(korean: str, latin: str) -> float:
    """Return how far the two sound alike, from 0 to 1; an r may be silent, a th may be s or d.

    >>> alike("앤스로픽", "Anthropic") > 0.8, alike("구글", "Microsoft") < 0.5
    (True, True)
    """
    one, two = korean_sounds(korean), latin_sounds(latin)
    if not one or not two:
        return 1.0 if korean.casefold() == latin.casefold() else 0.0
    return max(0.0, 1 - _distance(one, two) / max(len(one), len(two)))


def _distance(one: str, two: str) -> float:
    row = [0.0]
    for letter in two:
        row.append(row[-1] + _gap(letter))
    for first in one:
        previous, row = row, [row[0] + _gap(first)]
        for index, second in enumerate(two):
            swap = 0.0 if first == second else 0.5 if {first, second} <= {"S", "T", "K"} else 1.0
            row.append(min(previous[index] + swap, previous[index + 1] + _gap(first), row[-1] + _gap(second)))
    return row[-1]


def _gap(letter: str) -> float:
    return 0.3 if letter == "R" else 0.6 if letter in "TKS" else 0.8


def _squeeze(classes: str) -> str:
    """Doubled Latin letters sound once; ``KK`` of separate syllables stays through the vowel mark."""
    return classes.replace("-", "")
