"""Korean particles in the form that the word before them calls for, in Hangul, Latin letters and digits.

hangulpy knows Hangul, digits and letters that are read one by one (``AMD가``, ``H100이``). A Latin word is read as it
sounds (``Google이``, ``Meta가``), for which its last letters are a good guide; what stands in brackets behind a word
and closing quotes do not count.
"""

import re

from hangulpy import josa_pick

_ASIDE = re.compile(r"(?:\s*\([^()]*\)|[\s\"'’”»)\]}.,!?…]+)$")
_DECIMALS = re.compile(r"[0-9]\.[0-9]+$")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+$")
#: a word is said, not spelled, when it has small letters and a vowel
_SAID = re.compile(r"(?=.*[a-zà-ɏ])(?=.*[aeiouyAEIOUYà-ɏ]).{2,}")
#: ends of words that close with a consonant in Korean, as 구글, 칩, 페이스북, 폰, 앤스로픽
_CLOSED = re.compile(
    r"(?:[lmn]|ng|[^aeiou]le|[aeiou]le|[aeiou][nm]e|ck|[^aeiou][aeiou][ptkc]|oo[kp]|ic)$", re.IGNORECASE
)
_L_SOUND = re.compile(r"(?:l|le)$", re.IGNORECASE)
#: syllables that stand for the sound that a word ends in
_OPEN, _SHUT, _L = "가", "각", "갈"


def with_particle(word: str, particle: str) -> str:
    """Return ``word`` with the right form of ``particle``, given as a pair (``이/가``, ``으로/로``).

    >>> [with_particle(word, "이/가") for word in ("구글", "Google", "Gemini", "H100", "메타(Meta)", "50%", "2.0")]
    ['구글이', 'Google이', 'Gemini가', 'H100이', '메타(Meta)가', '50%가', '2.0이']
    """
    return word + _pick(_heard(word), particle) if word else ""


def _pick(heard: str, particle: str) -> str:
    try:
        return josa_pick(heard, particle)
    except ValueError:  # a pair that hangulpy does not list, as 이다/다
        closed, _, opened = particle.partition("/")
        return closed if josa_pick(heard, "이/가") == "이" else opened


def _heard(word: str) -> str:
    """Return something that ends in the sound of ``word`` and that hangulpy can read."""
    bare = word
    while (shorter := _ASIDE.sub("", bare)) != bare and shorter:
        bare = shorter
    if bare.endswith("%"):
        return _OPEN
    if decimals := _DECIMALS.search(bare):  # read digit by digit: "2.0" ends in 영
        return decimals.group()[-1]
    latin = _LATIN_WORD.search(bare)
    if latin is None or not _SAID.fullmatch(latin.group()):
        return bare
    if _L_SOUND.search(latin.group()):
        return _L
    return _SHUT if _CLOSED.search(latin.group()) else _OPEN
