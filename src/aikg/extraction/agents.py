"""Who acts: names without gloss or quotes that stand where this genre names an agent.

A headline names its agent before the first comma, a lead bullet before the full date, a bullet before 은/는 or 이/가;
who is quoted stands before 에 따르면; a chief executive behind the company.
"""

import re
from collections.abc import Iterator, Sequence

from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.kinds import class_noun, head_kind, shown_before
from aikg.extraction.persons import is_profession, is_title
from aikg.extraction.proper import is_proper, is_proper_name
from aikg.extraction.reading import Reading, Word
from aikg.extraction.territories import CALLED, country_names
from aikg.extraction.words import kinds_by_word, word_list
from aikg.model.brief import Kind
from aikg.model.extraction import Confidence

_DATED = re.compile(r"(?:지난 )?\d{4}년 \d{1,2}월")
_ACCORDING = re.compile(r"에 (?:따르면|의하면)")


def agents(reading: Reading) -> Iterator[Candidate]:
    """Yield the agents of a block; the rule tells where they stand."""
    words = reading.layers[0] if reading.layers else ()
    if reading.block.kind in (Kind.CAPTION, Kind.FIGURE, Kind.NOTE):
        return
    if reading.is_heading:
        yield from _heading(reading, words)
    yield from _subjects(reading, words)


def _heading(reading: Reading, words: Sequence[Word]) -> Iterator[Candidate]:
    """``X, …`` and ``X와 Y, …``: before the first comma of a headline."""
    for index, word in enumerate(words[:7]):
        if word.tail == "list":
            yield from _run_ending(reading, words, index, "agent.heading")
            if word.particle == ",":
                return
        elif not word.is_bare:
            return


def _subjects(reading: Reading, words: Sequence[Word]) -> Iterator[Candidate]:
    for index, word in enumerate(words):
        if word.tail != "particle" or not word.text:
            continue
        behind = reading.text[word.stem : word.stem + 60]
        if word.particle in ("이", "가", "은", "는") and _DATED.match(
            reading.text, min(word.end + 1, len(reading.text))
        ):
            rule = "agent.dated"
        elif _ACCORDING.search(behind[:6]) and word.particle == "에":
            rule = "agent.according"
        elif word.particle.startswith(("로부터", "으로부터")) and _gives(words, index):
            rule = "agent.gives"
        elif word.particle in ("이", "가") and _speaks(words, index):
            rule = "agent.speaks"
        elif word.particle in ("은", "는", "이", "가") and index < 9:
            rule = "agent.subject"
        else:
            continue
        yield from _listed(reading, words, index, rule)


def _speaks(words: Sequence[Word], index: int) -> bool:
    """Does the clause go on with what organizations do: ``가트너가 예측한``?"""
    following = words[index + 1 : index + 2]
    return bool(following) and following[0].text in word_list("agents", "speaks")


def _gives(words: Sequence[Word], index: int) -> bool:
    """Does something come from it that organizations give: ``X로부터 전략적 투자를``?"""
    return any(word.text in word_list("agents", "given") for word in words[index + 1 : index + 4])


def _listed(reading: Reading, words: Sequence[Word], index: int, rule: str) -> Iterator[Candidate]:
    """The agent that ends at ``index``, and those listed before it."""
    yield from _run_ending(reading, words, index, rule)
    while (index := _previous_item(words, index)) >= 0:
        yield from _run_ending(reading, words, index, rule)


def _previous_item(words: Sequence[Word], index: int) -> int:
    while index > 0 and words[index - 1].is_bare:
        index -= 1
    return index - 1 if index > 0 and words[index - 1].tail == "list" and words[index - 1].text else -1


def _run_ending(reading: Reading, words: Sequence[Word], index: int, rule: str) -> Iterator[Candidate]:
    """Yield the proper name that ends with the word at ``index``: the shortest run of words that are not common."""
    last = index
    while (
        last > 0
        and words[last].text in word_list("agents", "staff") | word_list("agents", "outputs")
        and words[last - 1].is_bare
    ):
        last -= 1
    staff = last < index
    titled = staff and any(is_title(word.text) for word in words[last + 1 : index + 1])
    start = last
    while (
        not titled
        and start > 0
        and words[start - 1].is_bare
        and not words[start].fresh
        and _continues(words[start - 1], words[start])
    ):
        start -= 1
    first, final = words[start], words[last]
    if start > 0 and words[start - 1].text == "AI" and words[start - 1].is_bare and not first.fresh:
        return
    name = reading.text[first.start : final.stem]
    if not is_proper_name(words[start : last + 1]) or re.search("[‘’“”()<>,]", name) or name in country_names():
        return
    if not staff and is_title(final.text):
        return
    typed = head_kind(name) or shown_before(reading, first.start) or (_STAFFED if staff else None)
    yield Candidate(
        reading.article, reading.block.id, first.start, final.stem, name, rule, typed, "", (), Confidence.MEDIUM
    )


_STAFFED = Typed("Organization", None, "staff")


def _continues(before: Word, word: Word) -> bool:
    """Do the two make one name? Only proper nouns beside proper nouns do: ``구글 딥마인드``."""
    if (
        before.text in country_names()
        or before.text in CALLED
        or class_noun(before.text)
        or is_title(before.text)
        or is_profession(before.text)
    ):
        return False
    return is_proper(before) and (is_proper(word) or word.text in kinds_by_word("heads"))
