"""States and regions that the word for state ends: ``캘리포니아주``, ``콜로라도 주``."""

from collections.abc import Iterator

from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.reading import Reading, Word
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
                yield Candidate(reading.article, reading.block.id, start, word.stem, name, "head", _STATE, "", (bare,), Confidence.HIGH)


def _is_proper_noun(word: Word) -> bool:
    return word.is_bare and len(word.tokens) == 1 and word.tokens[0].tag == "NNP" and len(word.text) > 2
