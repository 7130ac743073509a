"""Names that a class noun introduces, or whose owner stands before them: ``학습 플랫폼 콴다``, ``오픈AI의 GPT-4``."""

import re
from collections.abc import Iterator, Sequence

from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.kinds import class_noun, head_kind, shown_after
from aikg.extraction.proper import is_proper
from aikg.extraction.reading import Reading, Word
from aikg.extraction.territories import country_names
from aikg.extraction.words import word_list
from aikg.model.extraction import Confidence

_OWNER = Typed("Organization", None, "owner")
_OWNED = re.compile(r"[’'”)]*의 (?:[가-힣]+ ){0,3}?[‘]?(?:[가-힣A-Za-z]+\(|[‘]|[A-Z][A-Za-z]*-?\d)")
_LISTING = re.compile(r"[를을] (?:비롯|포함)|[와과] 같은|같은")


def introduced(reading: Reading) -> Iterator[Candidate]:
    """Yield names behind a class noun, before ``를 비롯한`` or ``같은``, in two scripts, and owners."""
    for layer in reading.layers:
        for index, word in enumerate(layer):
            if not is_proper(word) or word.text in country_names():
                continue
            typed = (
                _introduction(layer, index)
                or _example(reading, word)
                or _possessor(reading, word)
                or _two_scripts(word)
                or _latin(layer, index)
            )
            if typed is not None:
                yield from _candidate(reading, layer, index, typed)


def _introduction(layer: Sequence[Word], index: int) -> Typed | None:
    before = layer[index - 1] if index and not layer[index].fresh else None
    if before is None or not (before.is_bare or before.tail == "copula") or before.text == "AI":
        return None
    return class_noun(before.text)


def _example(reading: Reading, word: Word) -> Typed | None:
    return shown_after(reading, word.stem) if _LISTING.match(reading.text, word.stem) else None


def _possessor(reading: Reading, word: Word) -> Typed | None:
    return _OWNER if word.particle == "의" and _OWNED.match(reading.text, word.stem) else None


def _latin(layer: Sequence[Word], index: int) -> Typed | None:
    """Latin letters before a class noun: ``LYRA 모델``."""
    word = layer[index]
    following = layer[index + 1] if index + 1 < len(layer) and word.is_bare else None
    if following is None or not re.fullmatch("[A-Za-z]{2,}", word.text) or not re.search("[A-Z]", word.text):
        return None
    typed = class_noun(following.text)
    shows = typed is not None and typed.kind in ("AIModel", "Benchmark", "Dataset") and following.text != "AI"
    return Typed(typed.kind, None, "script") if typed is not None and shows else None


def _two_scripts(word: Word) -> Typed | None:
    if not re.fullmatch("[가-힣]+[A-Z]+", word.text):
        return None
    return Typed("Organization" if word.text.endswith("AI") else "Service", None, "script")


def _candidate(reading: Reading, layer: Sequence[Word], index: int, typed: Typed) -> Iterator[Candidate]:
    last = index
    while (
        typed.by != "script"
        and last + 1 < len(layer)
        and layer[last].is_bare
        and is_proper(layer[last + 1])
        and not layer[last + 1].fresh
    ):
        last += 1
    name = reading.text[layer[index].start : layer[last].stem]
    following = layer[last + 1].text if last + 1 < len(layer) and layer[last].is_bare else ""
    goes_on = (
        following
        and following not in word_list("agents", "staff") | word_list("agents", "acts")
        and typed.by != "script"
    )
    if goes_on or re.search("[‘’“”()<>,△]", name):
        return
    shown = typed if typed.by == "script" else head_kind(name) or typed
    yield Candidate(
        reading.article,
        reading.block.id,
        layer[index].start,
        layer[last].stem,
        name,
        "introduced",
        shown,
        "",
        (),
        Confidence.MEDIUM,
    )
