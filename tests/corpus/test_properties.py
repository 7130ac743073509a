"""Mutated documents: never a traceback, never lost text, never a character without a way back."""

import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aikg.corpus.briefs import brief_of
from aikg.corpus.citations import source, split_citations
from aikg.corpus.document import WINGDINGS
from aikg.corpus.markdown import read_markdown
from aikg.corpus.pdf import read_pdf
from aikg.corpus.plain import read_plain
from aikg.corpus.rendering import as_json, as_text
from aikg.corpus.traced import Traced, traced
from aikg.errors import SourceError
from aikg.model.brief import Block, Brief, Kind
from tests.corpus import sample

PLAIN, MARKDOWN = sample.plain(), sample.markdown()

#: stretches that readers give a meaning
_MARKS = ("■ ", "n ", "£ ", "∙ ", "☞ 출처: ", "출처 | ", "KEY Contents\n", "<", ">", "* ", "** ", "- ", "#### ")
_WORDS = ("2024.1.2.", "1월 ", "27~4일 ", "www.a.org ", "가나다라마바사 ", "\u1112\u1161", "⼤")
_BREAKS = ("\n", "\f", "|--|\n", "\ufeff", "\x00", "<br>", "\t", "\\", "\u2028")
PIECES = st.sampled_from((*_MARKS, *_WORDS, *_BREAKS))
MUTATIONS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 400), PIECES), max_size=12)


def mutated(text: str, mutations: list[tuple[float, int, str]]) -> str:
    """Return the text with stretches cut out and others put in."""
    for place, length, piece in mutations:
        start = int(place * len(text))
        text = text[:start] + piece + text[start + length :]
    return text


def blocks(brief: Brief) -> list[Block]:
    """Return every block of a brief."""
    found = [b for a in brief.articles for b in (*a.blocks, *(s.printed for s in a.sources))]
    return [*found, *brief.prose, *brief.rest]


def syllables(text: str) -> Counter[str]:
    """Count the Hangul of a text, without the word for source, which is a mark."""
    return Counter(c for c in text if "가" <= c <= "힣" and c not in "출처")


def is_same(character: str, printed: str) -> bool:
    """Tell whether a character of a block is the one at its place in the file, but for folding."""
    if character in WINGDINGS.values() and WINGDINGS.get(chr(ord(printed) & 0xFF)) == character:
        return True  # a mark printed as a letter of a symbol font
    if character in " \ufffd":  # any blank is one blank, and Markdown knows no null character
        return printed.isspace() or printed in "\0\ufffd"
    return unicodedata.normalize("NFKD", character)[0] == unicodedata.normalize("NFKD", printed)[0]


def check_way_back(text: str, block: Block) -> None:
    """Compare every character of a block that has a run with the one it leads to."""
    mended = {repair.start: repair.before for repair in block.repairs}
    for run in block.runs:
        for i in range(run.length):
            character = mended.get(run.start + i, block.text[run.start + i])
            assert is_same(character, text[run.offset + i])


def check_plain(text: str, brief: Brief) -> None:
    kept: Counter[str] = Counter()
    for block in blocks(brief):
        kept += syllables(block.text)
        covered = 0
        for run in block.runs:
            assert covered <= run.start and run.length > 0 and run.start + run.length <= len(block.text)
            covered = run.start + run.length
            assert run.offset >= 0 and run.offset + run.length <= len(text)
        check_way_back(text, block)
    assert not syllables(text) - kept
    assert as_text(brief) and as_json(brief)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MUTATIONS)
def test_plain_text_survives(mutations: list[tuple[float, int, str]]) -> None:
    text = mutated(PLAIN, mutations)
    check_plain(text, brief_of(read_plain("brief.txt", text)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MUTATIONS)
def test_markdown_survives(mutations: list[tuple[float, int, str]]) -> None:
    text = mutated(MARKDOWN, mutations)
    check_plain(text, brief_of(read_markdown("brief.md", text)))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_survives(text: str) -> None:
    for read in (read_plain, read_markdown):
        check_plain(text, brief_of(read("any", text)))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damaged_pdf_survives(made: Path, data: st.DataObject) -> None:
    content = bytearray((made / "spri-2025-03.pdf").read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(1, 40))] = data.draw(st.binary(max_size=40))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "brief.pdf")
        path.write_bytes(bytes(content))
        try:
            assert as_text(brief_of(read_pdf(path)))
        except SourceError as error:
            assert error.remedy


@given(st.text(max_size=120))
def test_citations_lose_nothing(text: str) -> None:
    pieces = split_citations(traced(text, 0))
    kept = Counter(c for p in pieces for c in p.text if c.isalnum())
    assert kept == Counter(c for c in text if c.isalnum())
    for piece in pieces:
        source(piece.text, Block("s1", Kind.NOTE, piece.text))


@given(st.text(max_size=80))
def test_folding_keeps_origins_in_order(text: str) -> None:
    folded = traced(text, 5).folded().squeezed()
    assert len(folded.text) == len(folded.origins)
    assert list(folded.origins) == sorted(folded.origins)
    assert folded.squeezed() == folded == Traced(folded.text, folded.origins)
