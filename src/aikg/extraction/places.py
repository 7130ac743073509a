"""Places that their surroundings show: states before 주 (``캘리포니아주``), venues behind their country."""

import re
from collections.abc import Iterator

from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.kinds import head_kind
from aikg.extraction.proper import is_proper
from aikg.extraction.reading import Reading, Word
from aikg.extraction.territories import city_names, country_names
from aikg.model.extraction import Confidence

_STATE = Typed("Place", None, "head")


def states(reading: Reading) -> Iterator[Candidate]:
    """Yield proper nouns before 주 (state)."""
    for layer in reading.layers:
        for index, word in enumerate(layer):
            nouns = [token for token in word.tokens if token.end <= word.stem]
            if not nouns or not word.text.endswith("주"):
                continue
            start = None
            if len(word.text) >= 5 and nouns[0].tag == "NNP" and (len(nouns) == 1 or nouns[-1].form == "주"):
                start = word.start
            elif word.text == "주" and index and not word.fresh and _is_proper_noun(layer[index - 1]):
                start = layer[index - 1].start
            if start is not None:
                name = reading.text[start : word.stem]
                bare = name.removesuffix("주").strip()
                yield Candidate(
                    reading.article,
                    reading.block.id,
                    start,
                    word.stem,
                    name,
                    "head",
                    _STATE,
                    "",
                    (bare,),
                    Confidence.HIGH,
                )


def venues(reading: Reading) -> Iterator[Candidate]:
    """Yield where something is held: ``미국 라스베이거스에서 열린``, ``마운틴뷰에서 열린``."""
    for layer in reading.layers:
        for before, word, after in zip(layer, layer[1:], layer[2:], strict=False):
            held = after.text in ("개최", "진행") or reading.text.startswith(("열린", "열리", "열렸"), after.start)
            fits = before.is_bare and _is_place(before.text) and word.particle == "에서" and not word.fresh
            alone = word.particle == "에서" and len(word.text) > 2 and not head_kind(word.text)
            if held and (fits or alone) and is_proper(word) and re.fullmatch("[가-힣]{2,}", word.text):
                span = (word.start, word.stem)
                yield Candidate(
                    reading.article, reading.block.id, *span, word.text, "head", _STATE, "", (), Confidence.HIGH
                )


def _is_place(name: str) -> bool:
    return name in country_names() or name in city_names()


def _is_proper_noun(word: Word) -> bool:
    return word.is_bare and len(word.tokens) == 1 and word.tokens[0].tag == "NNP" and len(word.text) > 2
