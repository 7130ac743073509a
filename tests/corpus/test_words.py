"""The words beside a fact are those of its locator, or none."""

from pathlib import Path

import pytest

from aikg.corpus.words import Words, words_in
from aikg.errors import SourceError
from aikg.graph.statements import place_view
from aikg.graph.store import KnowledgeGraph
from aikg.model.brief import Article, Block, Brief, Kind
from aikg.model.evidence import locate

BRIEFS = Path(__file__).resolve().parents[3] / "shared" / "briefs"
TEXT = "가상기업이  새 모델 ‘하늘’을 내놓음"
ARTICLE = "https://w3id.org/ai-policy-kg/id/article/spri-2030-01/01"


def brief(text: str) -> Brief:
    title = Block("t", Kind.TITLE, "가상기업, 새 모델 공개")
    bullet = Block("b1", Kind.BULLET, text)
    return Brief("spri-2030-01", "", "", "", articles=(Article(1, 1, "", title, body=(bullet,)),))


def test_words_are_shown_when_the_digest_agrees() -> None:
    place = locate("b1", TEXT, "새 모델 ‘하늘’")
    where = (ARTICLE, place.block, place.start, place.end, place.digest)
    assert Words([brief(TEXT)])(*where) == "새 모델 ‘하늘’"
    assert Words([brief(TEXT.replace("하늘", "바다"))])(*where) is None
    assert Words([])(*where) is None


def test_a_folder_is_read_and_what_is_no_brief_is_told(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    told: list[str] = []
    assert len(words_in(tmp_path, told.append)) == 0
    assert len(told) == 1
    assert "broken.pdf" in told[0]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is no folder"):
        words_in(tmp_path / "nowhere", print)


@pytest.mark.skipif(not BRIEFS.is_dir(), reason="the real briefs are not at hand")
def test_every_curated_locator_finds_its_words(knowledge_graph: KnowledgeGraph) -> None:
    words = words_in(BRIEFS, print)
    rows = knowledge_graph.rows("SELECT ?article ?place { ?s aikg:evidence ?place ; aikg:statedIn ?article }")
    places = [(row["article"], place_view(knowledge_graph, row["place"])) for row in rows]
    assert len(places) > 700
    lost = [p.iri for article, p in places if words(article, p.block, p.start, p.end, p.digest) is None]
    assert lost == []
