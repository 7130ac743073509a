"""Sentences that a machine makes: natural in both languages, with particles, modality and claimant."""

import re
from decimal import Decimal

import pytest

from aikg.mapping.known import Known, Name
from aikg.mapping.labels import Voice, event_labels, figure_label, relation_label
from aikg.mapping.numbers import in_english
from aikg.mapping.roster import Roster
from aikg.mapping.setting import period_of
from aikg.mapping.wording import templates
from aikg.model.extraction import RELATIONS, NamedEntity, Quantity
from aikg.vocabulary.concepts import concepts
from tests.mapping.sample import MAKER, ROBOT, assertion, euros, event, figure, relation

ROSTER = Roster(
    Known(
        names={
            MAKER: Name("가온로봇", "Gaon Robot"),
            ROBOT: Name("갈매기", "Gull"),
            "benchmark/beacon": Name("비콘벤치", "BeaconBench"),
            "event/lamp-show": Name("Lamp Show", "Lamp Show"),
            "place/kiel": Name("킬", "Kiel"),
        },
        kinds={MAKER: "Organization", ROBOT: "Hardware", "event/lamp-show": "Conference", "place/kiel": "Place"},
    )
)
CLAIMANT = Name("바다신문", "Sea Daily")
MODALITIES = sorted(path.removeprefix("modality/") for path in concepts() if path.startswith("modality/"))


def both(name: Name) -> tuple[str, str]:
    return name.ko, name.en


def test_a_fact() -> None:
    assert both(relation_label(ROSTER, relation(), Voice("fact"))) == (
        "가온로봇이 갈매기를 개발했다.",
        "Gaon Robot developed Gull.",
    )


@pytest.mark.parametrize(
    ("modality", "claimant", "ko", "en"),
    [
        ("plan", None, "가온로봇이 갈매기를 내놓을 계획이다.", "Gaon Robot plans to release Gull."),
        ("expectation", None, "가온로봇이 갈매기를 내놓을 예정이다.", "Gaon Robot is due to release Gull."),
        (
            "forecast",
            CLAIMANT,
            "바다신문은 가온로봇이 갈매기를 내놓을 것으로 전망했다.",
            "Sea Daily expects Gaon Robot to release Gull.",
        ),
        (
            "allegation",
            CLAIMANT,
            "바다신문에 따르면 가온로봇이 갈매기를 개발했다(미확인 주장).",
            "According to Sea Daily, Gaon Robot developed Gull (unproven claim).",
        ),
        (
            "recommendation",
            None,
            "가온로봇이 갈매기를 내놓을 것이 권고된다.",
            "It is recommended that Gaon Robot release Gull.",
        ),
    ],
)
def test_other_modalities(modality: str, claimant: Name | None, ko: str, en: str) -> None:
    assert both(relation_label(ROSTER, relation(), Voice(modality, claimant))) == (ko, en)


@pytest.mark.parametrize("predicate", RELATIONS)
@pytest.mark.parametrize("modality", MODALITIES)
@pytest.mark.parametrize("claimant", [None, CLAIMANT], ids=["alone", "by"])
def test_every_relation_can_be_said(predicate: str, modality: str, claimant: Name | None) -> None:
    label = relation_label(ROSTER, relation(predicate), Voice(modality, claimant))
    for sentence, name in ((label.ko, "갈매기"), (label.en, "Gull")):
        assert name in sentence and sentence.endswith(".") and not re.search(r"[{}|]|\s{2}|\.\.", sentence)


def test_a_post_is_named_where_its_concept_is_known() -> None:
    ceo = relation("holdsPosition", ROBOT, MAKER, role="CEO")
    assert both(relation_label(ROSTER, ceo, Voice("fact"))) == (
        "갈매기는 가온로봇의 최고경영자다.",
        "Gull is chief executive officer of Gaon Robot.",
    )
    other = relation("holdsPosition", ROBOT, MAKER, role="등대지기")
    assert relation_label(ROSTER, other, Voice("fact")).ko == "갈매기는 가온로봇에서 일한다."


def test_a_conference_is_held() -> None:
    held = relation("locatedIn", "event/lamp-show", "place/kiel")
    assert relation_label(ROSTER, held, Voice("fact")).ko == "Lamp Show는 킬에서 열린다."


def test_an_unknown_modality_is_said_as_it_is() -> None:
    assert relation_label(ROSTER, relation(), Voice("no-such")).ko == "가온로봇이 갈매기를 개발했다."


def test_figures() -> None:
    plain = figure_label(ROSTER, figure(), Voice("fact"), None)
    assert both(plain) == ("가온로봇의 투자액: 3,500만 유로.", "Gaon Robot: investment of EUR 35 million.")
    forecast = figure_label(ROSTER, figure(), Voice("forecast", CLAIMANT), period_of("2027"))
    assert both(forecast) == (
        "가온로봇의 투자액: 3,500만 유로(바다신문 전망, 2027년).",
        "Gaon Robot: investment of EUR 35 million (forecast of Sea Daily, 2027).",
    )


def test_a_figure_of_nothing_known_a_counted_noun_and_a_benchmark() -> None:
    nameless = figure_label(ROSTER, figure(about=()), Voice("fact"), None)
    assert nameless.ko == "투자액: 3,500만 유로."
    keepers = Quantity(0, 3, "3명", "person", value=Decimal(3), counted="등대지기")
    assert both(figure_label(ROSTER, figure(keepers, "count"), Voice("fact"), None)) == (
        "가온로봇의 등대지기 수: 3명.",
        "Gaon Robot: count of 3 people.",
    )
    score = Quantity(0, 5, "90.5%", "percent", value=Decimal("90.5"))
    scored = figure(score, "score", (ROBOT,), benchmark="benchmark/beacon", baseline=(MAKER,))
    assert both(figure_label(ROSTER, scored, Voice("fact"), None)) == (
        "갈매기의 점수(비콘벤치): 90.5%(가온로봇 대비).",
        "Gull: score (BeaconBench) of 90.5% (against Gaon Robot).",
    )


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (euros(), "EUR 35 million"),
        (euros(1_234_567), "EUR 1,234,567"),
        (euros(550_000_000), "EUR 550 million"),
        (euros(2, bound="up-to"), "up to EUR 2"),
        (euros(8, per="month"), "EUR 8 per month"),
        (Quantity(0, 0, "", "token", "at-least", Decimal(200_000)), "at least 200,000 tokens"),
        (Quantity(0, 0, "", "times", "exact", Decimal("1.5")), "1.5 times"),
        (Quantity(0, 0, "", "hour-per-week", "about", Decimal(32)), "about 32 hours per week"),
        (Quantity(0, 0, "", "no-such-unit", "exact", Decimal(1)), "1 no-such-unit"),
        (
            Quantity(0, 0, "", "person", "range", minimum=Decimal(5), maximum=Decimal(1_500_000)),
            "5 to 1.5 million people",
        ),
        (Quantity(0, 0, "", "person", "no-such-bound", Decimal(0)), "0 people"),
    ],
)
def test_numbers_in_english(quantity: Quantity, expected: str) -> None:
    assert in_english(quantity) == expected


def test_events() -> None:
    found = event_labels(ROSTER, event(), Voice("fact"), period_of("2024-04-01"))
    assert both(found.name) == ("가온로봇의 갈매기 공개", "Gaon Robot: release of Gull")
    assert both(found.sentence) == (
        "2024년 4월 1일 가온로봇이 갈매기를 공개했다.",
        "Gaon Robot released Gull (1 April 2024).",
    )
    plan = event_labels(ROSTER, event(), Voice("plan"), period_of("2024-Q3"))
    assert both(plan.sentence) == (
        "2024년 3분기 가온로봇이 갈매기를 공개할 계획이다.",
        "Gaon Robot plans to release Gull (Q3 2024).",
    )


def test_what_an_event_cannot_be_about_is_not_its_object() -> None:
    found = event_labels(ROSTER, event("release", objects=("place/kiel",)), Voice("fact"), None)
    assert both(found.sentence) == ("가온로봇의 킬 관련 공개.", "Gaon Robot: release concerning Kiel.")


@pytest.mark.parametrize("kind", [*templates("ko")["events"]["kinds"], "no-such"])
@pytest.mark.parametrize("modality", MODALITIES)
@pytest.mark.parametrize(("agents", "objects"), [((MAKER,), (ROBOT,)), ((), (ROBOT,)), ((MAKER,), ()), ((), ())])
def test_every_event_can_be_said(kind: str, modality: str, agents: tuple[str, ...], objects: tuple[str, ...]) -> None:
    found = event(kind, assertion=assertion(modality=modality), agents=agents, objects=objects)
    labels = event_labels(ROSTER, found, Voice(modality), period_of("2024"))
    for text in (labels.name.ko, labels.name.en, labels.sentence.ko, labels.sentence.en):
        assert text.strip(" .") and not re.search(r"[{}|]|\s{2}|\.\.", text)


def test_the_types_of_events_have_words_in_both_languages() -> None:
    types = {path.removeprefix("event-type/") for path in concepts() if path.startswith("event-type/")}
    assert set(templates("ko")["events"]["kinds"]) == set(templates("en")["events"]["kinds"]) == types


def test_many_names_are_cut_and_long_ones_too() -> None:
    many = tuple(f"org/o{n}" for n in range(5))
    assert event_labels(ROSTER, event(agents=many), Voice("fact"), None).name.ko.startswith("o0, o1, o2 등의 갈매기")
    roster = Roster(Known(), {MAKER: NamedEntity(MAKER, "Organization", "가" * 5000, "", (), (1,), False, "r")})
    assert len(relation_label(roster, relation(), Voice("fact")).ko) < 200
