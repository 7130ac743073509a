"""Where a glossed name begins: a transliteration sounds like its gloss, a translation has about as many words."""

import re
from collections.abc import Sequence

from aikg.extraction.brackets import Gloss
from aikg.extraction.kinds import class_noun
from aikg.extraction.persons import looks_personal
from aikg.extraction.reading import Reading, Word
from aikg.extraction.sounds import alike
from aikg.extraction.words import word_list

_SMALL = frozenset({"the", "of", "and", "for", "on", "in", "to", "a", "an", "with", "by", "at", "de"})


def heard(reading: Reading, word: Word, gloss: Gloss) -> int | None:
    """Return where the stretch begins that sounds like the gloss: a transliteration shows its own beginning."""
    english = re.sub(r"[-–]?\d[\w.-]*", "", gloss.english or gloss.abbreviation) or gloss.english
    starts = [word.start, *(w.start for w in reversed(run_before(reading, word)[-4:]))]
    scored = []
    for start in starts:
        korean = reading.text[start : gloss.opening]
        score = alike(korean, english)
        if looks_personal(korean, english):
            score = max(score, 0.8)
        scored.append((round(score, 1), start))
    best = max(scored)
    return best[1] if best[0] >= 0.7 else None


def run_before(reading: Reading, word: Word) -> list[Word]:
    """Return the words directly before ``word`` that no comma or sign cuts off."""
    found: list[Word] = []
    following = word
    for before in reversed(reading.words_before(word.start)):
        if following.fresh or before.end < following.start - 1 or before.tail == "list":
            break
        found.insert(0, before)
        following = before
    return found


def translated(reading: Reading, word: Word, gloss: Gloss) -> int | None:
    """Return where a translated name begins: it has as many words as its gloss at most, and no country before it."""
    if word.stem < gloss.opening or not word.text:
        return None
    content = [w for w in re.findall(r"[A-Za-z][\w.'’-]*", gloss.english) if w.casefold() not in _SMALL]
    most = len(content) + 1 if content else max(2, len(gloss.abbreviation) + 1)
    start = word.start
    for index, before in enumerate(reversed(run_before(reading, word)), start=2):
        if index > most or not before.is_bare or _stands_outside(before, content):
            break
        start = before.start
        if before.fresh:
            break
    return start


def _stands_outside(word: Word, content: Sequence[str]) -> bool:
    if word.text in content:
        return False
    typed = class_noun(word.text)
    introduces = typed is not None and typed.kind in ("Organization", "Conference", "Work")
    is_topic = re.search("[A-Za-z0-9][은는을를의]$", word.text)
    return bool(
        introduces or is_topic or word.text in word_list("agents", "outside") or word.text[-1] in "0123456789년월일"
    )
