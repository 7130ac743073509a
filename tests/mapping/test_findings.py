"""A finding becomes a candidate statement with evidence, claimant, confidence, and an IRI that stays."""

from dataclasses import replace

import pytest

from aikg.mapping.articles import article_candidates
from aikg.mapping.findings import event_statement, figure_statement, relation_statement
from aikg.mapping.known import Known
from aikg.mapping.roster import Roster
from aikg.mapping.setting import Setting
from aikg.model.evidence import digest
from aikg.model.extraction import RELATIONS, Confidence, FoundFigure, Mention, Span
from aikg.vocabulary import iris
from aikg.vocabulary.iris import concept
from tests.mapping.sample import (
    ENTITIES,
    HARBOUR,
    ISSUE,
    LAW,
    MAKER,
    ROBOT,
    SPRI,
    assertion,
    brief,
    euros,
    event,
    extraction,
    figure,
    relation,
    span,
    text_of,
)

ARTICLE = iris.article(ISSUE, 1)


def setting(number: int = 1, mentions: tuple[tuple[int, Mention], ...] = ()) -> Setting:
    return Setting.of(ISSUE, brief().articles[number - 1], mentions, Roster.of(Known(), ENTITIES), SPRI)


def test_what_a_figure_becomes() -> None:
    statement = figure_statement(setting(), figure(period="2024", assertion=assertion(modality="plan")))
    (made,) = statement.figures
    assert statement.iri.removeprefix(ARTICLE + "/c-") == made.iri.removeprefix(ARTICLE + "/f-")
    assert (made.value, made.original_text, made.period) == (35_000_000, "3,500만 유로", "2024")
    assert (made.unit, made.measure, made.about) == (
        *(concept("unit/eur"), concept("measure/investment")),
        (iris.entity(MAKER),),
    )
    assert (statement.review_status, statement.confidence, statement.rule) == ("candidate", "high", "test.rule")
    assert statement.modality == concept("modality/plan")
    assert statement.claimants == (iris.entity(SPRI),)


def test_the_evidence_is_where_the_words_stand() -> None:
    (locator,) = relation_statement(setting(), relation()).evidence
    where = span(1, "b1", "로봇 ‘갈매기(Gull)’를 선보이고")
    assert (locator.block, locator.start, locator.end) == (where.block, where.start, where.end)
    assert locator.digest == digest(text_of(1, where))


@pytest.mark.parametrize(
    "wrong", [Span("b1", -3, 5), Span("b99", 0, 5), Span("b1", 9000, 9009), Span("b1", 5, 5), Span("b1", 9, 2)]
)
def test_a_stretch_outside_its_block_is_no_evidence(wrong: Span) -> None:
    assert relation_statement(setting(), relation(assertion=assertion(evidence=(wrong,)))).evidence == ()


def test_a_stretch_is_cut_to_its_block_and_to_its_words() -> None:
    text = brief().articles[0].blocks[0].text
    (locator,) = setting().evidence([Span("t", text.index(" "), len(text) + 50)])
    assert (locator.start, locator.end) == (text.index(" ") + 1, len(text))


@pytest.mark.parametrize("predicate", RELATIONS)
def test_every_relation_becomes_one_of_the_ontology(predicate: str) -> None:
    statement = relation_statement(setting(), relation(predicate))
    ends = (statement.subjects[0], statement.objects[0])
    expected = (iris.entity(ROBOT), iris.entity(MAKER))
    assert ends == (expected[::-1] if predicate == "publishes" else expected)
    assert statement.predicate


def test_who_holds_a_post_has_its_role() -> None:
    statement = relation_statement(setting(), relation("holdsPosition", role="공동창업자 겸 CEO", period="2023.."))
    assert statement.roles and statement.period == "2023.."


def test_what_an_event_becomes() -> None:
    statement, made = event_statement(setting(), event())
    assert statement.asserts == (made.iri,)
    assert (made.actors, made.concerns, made.period) == ((iris.entity(MAKER),), (iris.entity(ROBOT),), "2024-04-01")
    other = event_statement(setting(), event("no-such-type", period="some day", place=MAKER))[1]
    assert (other.kinds, other.period, other.place) == ((concept("event-type/other"),), None, None)


def test_who_cannot_claim_does_not() -> None:
    said = assertion(claimants=(ROBOT, MAKER))
    assert relation_statement(setting(), relation(assertion=said)).claimants == (iris.entity(MAKER),)
    said = assertion(claimants=(ROBOT,))
    assert relation_statement(setting(), relation(assertion=said)).claimants == (iris.entity(SPRI),)


def test_no_fact_is_surer_than_its_names() -> None:
    assert relation_statement(setting(), relation(other=HARBOUR)).confidence == "medium"
    assert relation_statement(setting(), relation("regulates", LAW, ROBOT)).confidence == "low"
    assert figure_statement(setting(), figure(about=())).confidence == "low"
    said = assertion(confidence=Confidence.LOW)
    assert figure_statement(setting(), figure(assertion=said)).confidence == "low"


def test_a_figure_of_nothing_known_is_about_the_article() -> None:
    assert figure_statement(setting(), figure(about=())).figures[0].about == (ARTICLE,)


def test_what_else_the_words_name_is_what_the_statement_is_about() -> None:
    where = span(1, "b1", "로봇 ‘갈매기(Gull)’를 선보이고")
    mentions = ((1, Mention(where, HARBOUR, "x")), (1, Mention(where, ROBOT, "x")), (2, Mention(where, LAW, "x")))
    assert relation_statement(setting(1, mentions), relation()).about == (iris.entity(HARBOUR),)


# ---------- stable IRIs ----------


def iris_of(figures: list[FoundFigure]) -> list[str]:
    found = article_candidates(setting(), 1, extraction(figures=tuple(figures), relations=(), events=()))
    return [statement.iri for statement in found.statements]


def test_one_more_fact_renames_no_other() -> None:
    one, two = figure(), figure(assertion=assertion(words="3대를 들이는 데 3,500만 유로"))
    extra = figure(euros(7, "일곱 유로"), assertion=assertion(block="b1.1", words="여섯 시간 동안"))
    assert set(iris_of([one, two])) < set(iris_of([extra, one, two]))
    assert len(set(iris_of([extra, one, two]))) == 3


def test_the_same_words_elsewhere_have_the_same_iri() -> None:
    shifted = replace(brief().articles[0], body=brief().articles[0].body[1:])
    moved = Setting.of(ISSUE, shifted, (), Roster.of(Known(), ENTITIES), SPRI)
    assert relation_statement(moved, relation()).iri == relation_statement(setting(), relation()).iri


def test_a_corrected_reading_of_the_same_words_keeps_its_iri() -> None:
    """So that a curator who corrects claimant, modality or period on review is not offered the first reading again."""
    corrected = figure(assertion=assertion(modality="forecast", claimants=(MAKER,)), period="2031", measure="cost")
    assert iris_of([figure()]) == iris_of([corrected])


def test_two_equal_numbers_in_one_clause_are_two_figures() -> None:
    assert len(set(iris_of([figure(), figure()]))) == 2


# ---------- what belongs together ----------


def test_a_conversion_points_to_what_it_converts() -> None:
    won = replace(euros(50_000_000_000, "약 500억 원", unit="krw"), converted_from=0)
    one, other = figure(), figure(won)
    found = article_candidates(setting(), 1, extraction(figures=(one, other), relations=(), events=()))
    assert found.statements[1].figures[0].converted_from == found.statements[0].figures[0].iri
    lost = figure(replace(won, converted_from=7))
    found = article_candidates(setting(), 1, extraction(figures=(one, lost), relations=(), events=()))
    assert found.statements[1].figures[0].converted_from is None


def test_a_key_point_restates_the_body() -> None:
    key = assertion(block="k1", words="점검 로봇의 시험 운영을 시작했으며")
    found = article_candidates(
        setting(), 1, extraction(figures=(figure(assertion=key), figure()), relations=(), events=())
    )
    first, second = found.statements
    assert (first.restates, second.restates) == ((second.iri,), ())


def test_what_the_line_of_sources_says_is_no_statement() -> None:
    cited = assertion(rule="citation")
    found = article_candidates(
        setting(), 1, extraction(figures=(), relations=(relation(assertion=cited),), events=(event(assertion=cited),))
    )
    assert (found.statements, found.events) == ((), ())
