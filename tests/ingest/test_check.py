"""What the shapes refuse is set aside with its reason; the rest goes in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Graph

from aikg import resources
from aikg.build import Sources, validate
from aikg.errors import BriefError
from aikg.ingest import extractor
from aikg.ingest.extractor import Tools
from aikg.ingest.run import Outcome
from aikg.mapping import briefs, documents
from aikg.model.brief import Article, Brief
from aikg.model.extraction import Extraction, FoundEvent, FoundFigure, FoundRelation, Span
from tests.ingest.reader import small_extraction

Change = Callable[[Extraction], Extraction]


def first_figure(**changes: object) -> Change:
    def change(found: Extraction) -> Extraction:
        figure: FoundFigure = replace(found.figures[0], **changes)  # type: ignore[arg-type]
        return replace(found, figures=(figure, *found.figures[1:]))

    return change


def first_relation(**changes: object) -> Change:
    def change(found: Extraction) -> Extraction:
        relation: FoundRelation = replace(found.relations[0], **changes)  # type: ignore[arg-type]
        return replace(found, relations=(relation, *found.relations[1:]))

    return change


def unit(name: str) -> Change:
    def change(found: Extraction) -> Extraction:
        return first_figure(quantity=replace(found.figures[0].quantity, unit=name))(found)

    return change


def nowhere(found: Extraction) -> Extraction:
    said = replace(found.figures[0].assertion, evidence=(Span("b99", 0, 4),))
    return first_figure(assertion=said)(found)


def in_no_mood(found: Extraction) -> Extraction:
    said = replace(found.events[0].assertion, modality="no-such")
    event: FoundEvent = replace(found.events[0], assertion=said)
    return replace(found, events=(event, *found.events[1:]))


@pytest.fixture
def ingested(
    monkeypatch: pytest.MonkeyPatch, brief_file: Callable[..., Path], run: Callable[..., list[Outcome]]
) -> Iterator[Callable[[Change], Outcome]]:
    """Ingest with one finding changed."""

    def with_change(change: Change) -> Outcome:
        def extract(brief: Brief) -> Extraction:
            return change(small_extraction(brief))

        monkeypatch.setattr(extractor, "tools", lambda data: Tools(extract, lambda name: None))
        return run(brief_file())[0]

    yield with_change


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (unit("no-such-unit"), "A figure needs one unit"),
        (first_figure(measure="no-such-measure"), "A figure needs one measure"),
        (first_relation(object="product/never-described"), "no file describes"),
        (nowhere, "without evidence"),
        (in_no_mood, "modality"),
    ],
)
def test_one_bad_finding_is_set_aside(
    change: Change, reason: str, ingested: Callable[[Change], Outcome], data: Path
) -> None:
    outcome = ingested(change)
    assert outcome.composition is not None, outcome.error
    (aside,) = outcome.composition.set_aside
    assert any(reason in result.message_en for result in aside.reasons)
    folder = data / "briefs" / "spri-2024-05"
    text = (folder / "set-aside.txt").read_text("utf-8")
    assert reason in text and aside.iri in text and " a aikg:Statement" in text
    assert aside.iri.rsplit("/", 1)[1] not in (folder / "01.ttl").read_text("utf-8")
    assert validate(Sources(data, resources.folder("ontology"), resources.folder("shapes"))).conforms
    assert len(outcome.composition.statements) == 20


def test_what_was_mended_leaves_no_trace(ingested: Callable[[Change], Outcome], data: Path) -> None:
    ingested(unit("no-such-unit"))
    ingested(lambda found: found)
    assert not (data / "briefs" / "spri-2024-05" / "set-aside.txt").exists()


def test_an_entity_that_is_refused_takes_its_statements_along(
    ingested: Callable[[Change], Outcome], data: Path
) -> None:
    """A publisher has to be an organization: a work that is published by a product cannot go in."""

    def change(found: Extraction) -> Extraction:
        entities = [replace(e, kind="Hardware") if e.key.startswith("org/") else e for e in found.entities]
        return replace(found, entities=tuple(entities))

    outcome = ingested(change)
    assert outcome.composition is not None, outcome.error
    assert validate(Sources(data, resources.folder("ontology"), resources.folder("shapes"))).conforms


def test_a_brief_of_which_nothing_conforms_still_has_its_articles(
    ingested: Callable[[Change], Outcome], data: Path
) -> None:
    def change(found: Extraction) -> Extraction:
        figures = tuple(replace(f, measure="no-such") for f in found.figures)
        return replace(found, figures=figures, relations=(), events=())

    outcome = ingested(change)
    assert outcome.composition is not None and len(outcome.composition.set_aside) == 5
    assert " a aikg:Article" in (data / "briefs" / "spri-2024-05" / "01.ttl").read_text("utf-8")


def test_a_brief_that_is_itself_refused(monkeypatch: pytest.MonkeyPatch, ingested: Callable[[Change], Outcome]) -> None:
    monkeypatch.setattr("aikg.mapping.documents.slug", lambda name: "")
    monkeypatch.setattr("aikg.mapping.briefs.publisher_of", lambda brief, roster: "org/nobody")
    outcome = ingested(lambda found: found)
    assert isinstance(outcome.error, BriefError) and outcome.error.exit_status == 6


def test_a_citation_that_is_refused_takes_no_statement_along(
    ingested: Callable[[Change], Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    good = ingested(lambda found: found).composition
    assert good is not None

    def citing_an_organization(graph: Graph, brief: Brief, article: Article, works: Sequence[str]) -> None:
        documents.add_article(graph, brief, article, [*works, "org/spri"])

    monkeypatch.setattr(briefs, "add_article", citing_an_organization)
    bad = ingested(lambda found: found).composition
    assert bad is not None
    assert len(bad.statements) == len(good.statements)
    assert {reason.message_en for aside in bad.set_aside for reason in aside.reasons} == {"A source is a work."}
