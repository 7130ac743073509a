"""Sentences that a machine makes: natural in both languages, with particles, modality and claimant."""

import re
from datetime import date
from decimal import Decimal

import pytest

from aikg.mapping.event_labels import event_labels
from aikg.mapping.figure_labels import discrepancy_label, figure_label
from aikg.mapping.known import Known, Name
from aikg.mapping.labels import Voice, relation_label
from aikg.mapping.numbers import in_english, in_korean
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
            "According to Sea Daily, Gaon Robot is forecast to release Gull.",
        ),
        (
            "allegation",
            CLAIMANT,
            "바다신문의 확인되지 않은 주장에 따르면 가온로봇이 갈매기를 개발했다.",
            "According to an unproven claim by Sea Daily, Gaon Robot developed Gull.",
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
    assert relation_label(ROSTER, other, Voice("fact")).ko == "갈매기는 가온로봇 소속이다."


def test_a_conference_is_held() -> None:
    held = relation("locatedIn", "event/lamp-show", "place/kiel")
    assert relation_label(ROSTER, held, Voice("fact")).ko == "Lamp Show는 킬에서 열린다."
    by = relation("offers", MAKER, "event/lamp-show")
    assert relation_label(ROSTER, by, Voice("fact")).ko == "가온로봇이 Lamp Show를 개최한다."


def test_an_unknown_modality_is_said_as_it_is() -> None:
    assert relation_label(ROSTER, relation(), Voice("no-such")).ko == "가온로봇이 갈매기를 개발했다."


def test_who_sits_where_and_holds_an_office() -> None:
    based = relation("locatedIn", MAKER, "place/kiel")
    assert both(relation_label(ROSTER, based, Voice("fact"))) == (
        "가온로봇의 소재지는 킬이다.",
        "Gaon Robot is based in Kiel.",
    )
    office = relation("holdsPosition", ROBOT, "place/kiel")
    assert relation_label(ROSTER, office, Voice("fact")).en == "Gull holds an office in Kiel."


def test_a_fact_of_somebody_else_says_whose() -> None:
    assert both(relation_label(ROSTER, relation(), Voice("fact", CLAIMANT))) == (
        "바다신문에 따르면 가온로봇이 갈매기를 개발했다.",
        "According to Sea Daily, Gaon Robot developed Gull.",
    )


def test_the_titles_of_works_are_quoted() -> None:
    kinds = {MAKER: "Organization", "work/lamps": "Work"}
    roster = Roster(Known(names={MAKER: Name("등대청", "Lamp Office"), "work/lamps": Name("빛", "Light")}, kinds=kinds))
    published = relation("publishes", MAKER, "work/lamps")
    assert both(relation_label(roster, published, Voice("fact"))) == (
        "등대청이 ‘빛’을 발간했다.",
        "The Lamp Office published “Light”.",
    )


def test_figures() -> None:
    plain = figure_label(ROSTER, figure(), Voice("fact"), None)
    assert both(plain) == (
        "가온로봇의 투자액은 3,500만 유로다.",
        "For Gaon Robot, an investment of EUR 35 million is reported.",
    )
    forecast = figure_label(ROSTER, figure(), Voice("forecast", CLAIMANT), period_of("2027"))
    assert both(forecast) == (
        "바다신문은 2027년 가온로봇의 투자액을 3,500만 유로로 전망했다.",
        "Sea Daily forecasts an investment of EUR 35 million for Gaon Robot in 2027.",
    )


def test_who_gives_a_figure_of_its_own_is_named_once() -> None:
    own = figure_label(ROSTER, figure(), Voice("plan", own=True), period_of("..2026"))
    assert both(own) == (
        "가온로봇은 2026년까지 투자액을 3,500만 유로로 계획하고 있다.",
        "Gaon Robot plans an investment of EUR 35 million by 2026.",
    )


def test_a_day_that_is_over_tells_when_a_plan_was_made() -> None:
    voice = Voice("plan", told=date(2024, 5, 31))
    assert both(figure_label(ROSTER, figure(), voice, period_of("2024-04-01"))) == (
        "2024년 4월 1일 기준 가온로봇의 투자액은 3,500만 유로로 계획되어 있다.",
        "For Gaon Robot, an investment of EUR 35 million is planned, as of 1 April 2024.",
    )
    assert figure_label(ROSTER, figure(), voice, period_of("2025")).ko.startswith("2025년 가온로봇의 투자액은")


def test_a_figure_of_nothing_known_a_counted_noun_and_a_benchmark() -> None:
    nameless = figure_label(ROSTER, figure(about=()), Voice("fact"), None)
    assert both(nameless) == ("투자액은 3,500만 유로다.", "An investment of EUR 35 million is reported.")
    keepers = Quantity(0, 3, "3명", "person", value=Decimal(3), counted="등대지기")
    assert both(figure_label(ROSTER, figure(keepers, "count"), Voice("fact"), None)) == (
        "가온로봇 관련 등대지기 수는 3명이다.",
        "For Gaon Robot, 3 people are reported.",
    )
    score = Quantity(0, 5, "90.5%", "percent", value=Decimal("90.5"))
    scored = figure(score, "score", (ROBOT,), benchmark="benchmark/beacon", baseline=(MAKER,))
    assert both(figure_label(ROSTER, scored, Voice("fact"), None)) == (
        "가온로봇 대비 갈매기의 비콘벤치 점수는 90.5%다.",
        "Gull has a score of 90.5% on BeaconBench compared with Gaon Robot.",
    )


def test_a_law_provides() -> None:
    roster = Roster(Known(names={"law/lamp": Name("등대법", "Lamp Act")}, kinds={"law/lamp": "Law"}))
    fine = figure(euros(), "fine", ("law/lamp",))
    assert both(figure_label(roster, fine, Voice("legal-text"), None)) == (
        "법문에 따르면 등대법의 벌금은 3,500만 유로다.",
        "The Lamp Act provides for a fine of EUR 35 million.",
    )


def test_two_figures_that_differ() -> None:
    label = discrepancy_label(ROSTER, "internal-contradiction", figure(), figure(euros(36_000_000, "3,600만 유로")))
    assert both(label) == (
        "가온로봇의 투자액이 같은 기사에 3,500만 유로와 3,600만 유로로 다르게 적혔다.",
        "The investment of Gaon Robot is given as EUR 35 million and as EUR 36 million in the same article.",
    )


@pytest.mark.parametrize("modality", MODALITIES)
@pytest.mark.parametrize("claimant", [None, CLAIMANT], ids=["alone", "by"])
@pytest.mark.parametrize("about", [(), (MAKER,), (ROBOT,)], ids=["nothing", "agent", "thing"])
def test_every_figure_can_be_said(about: tuple[str, ...], modality: str, claimant: Name | None) -> None:
    for measure in sorted(path.removeprefix("measure/") for path in concepts() if path.startswith("measure/")):
        label = figure_label(ROSTER, figure(measure=measure, about=about), Voice(modality, claimant), period_of("2024"))
        for text in (label.ko, label.en):
            assert text.endswith(".") and not re.search(r"[{}|\[\]]|\s{2}|\.\.|\ba [aeio]", text), text


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
        (Quantity(0, 0, "", "gpu", "at-least", Decimal(20_000)), "at least 20,000 GPUs"),
        (Quantity(0, 0, "", "technology", "exact", Decimal(5)), "5 technologies"),
        (Quantity(0, 0, "수십만 개", "work", "at-least", Decimal(100_000)), "hundreds of thousands of works"),
        (Quantity(0, 0, "수억 유로", "eur", "at-least", Decimal(100_000_000)), "hundreds of millions of euros"),
        (Quantity(0, 0, "수 시간", "hour", "at-least", Decimal(2)), "several hours"),
        (Quantity(0, 0, "3분의 2", "percent", "exact", Decimal("66.7")), "two thirds"),
        (Quantity(0, 0, "절반 이상", "percent", "at-least", Decimal(50)), "at least one half"),
        (Quantity(0, 0, "1026 플롭스", "flops", "more-than", Decimal(10) ** 26), "more than 10²⁶ FLOPS"),
        (Quantity(0, 0, "", "item", "exact", Decimal(3), counted="등불"), "3 items (등불)"),
    ],
)
def test_numbers_in_english(quantity: Quantity, expected: str) -> None:
    assert in_english(quantity) == expected


@pytest.mark.parametrize(
    ("text", "bound", "expected"),
    [
        ("3,500만 유로", "exact", "3,500만 유로"),
        ("500쪽", "about", "약 500쪽"),
        ("2,500억 달러", "more-than", "2,500억 달러 초과"),
        ("최대 40억 달러", "up-to", "최대 40억 달러"),
        ("50여 개", "some-over", "50여 개"),
        ("수백 개", "at-least", "수백 개"),
        ("10년 내", "up-to", "10년 이내"),
        ("3분 이내", "up-to", "3분 이내"),
        ("두 번째로", "exact", "두 번째"),
        ("해당하는 2,800만 명", "exact", "2,800만 명"),
    ],
)
def test_numbers_in_korean(text: str, bound: str, expected: str) -> None:
    assert in_korean(Quantity(0, len(text), text, "item", bound, Decimal(1))) == expected


def test_events() -> None:
    found = event_labels(ROSTER, event(), Voice("fact"), period_of("2024-04-01"))
    assert both(found.name) == ("가온로봇의 갈매기 공개", "Gaon Robot: release of Gull")
    assert both(found.sentence) == (
        "2024년 4월 1일 가온로봇이 갈매기를 공개했다.",
        "Gaon Robot released Gull on 1 April 2024.",
    )
    plan = event_labels(ROSTER, event(), Voice("plan"), period_of("2024-Q3"))
    assert both(plan.sentence) == (
        "2024년 3분기 가온로봇이 갈매기를 공개할 계획이다.",
        "Gaon Robot plans to release Gull in Q3 2024.",
    )


def test_what_an_event_cannot_be_about_is_not_its_object() -> None:
    found = event_labels(ROSTER, event("release", objects=("place/kiel",)), Voice("fact"), None)
    assert both(found.name) == ("가온로봇의 킬 관련 공개", "Gaon Robot: release concerning Kiel")
    assert both(found.sentence) == ("가온로봇이 킬과 관련해 공개했다.", "Gaon Robot made a release concerning Kiel.")


def test_a_forecast_looks_ahead() -> None:
    voice = Voice("forecast", told=date(2024, 5, 31))
    found = event_labels(ROSTER, event("forecast"), voice, period_of("2031"))
    assert both(found.sentence) == (
        "2031년을 내다보고 가온로봇이 갈매기와 관련해 전망을 내놓았다.",
        "Gaon Robot made a forecast concerning Gull, looking ahead to 2031.",
    )
    past = event_labels(ROSTER, event("forecast"), voice, period_of("2024-04-01"))
    assert past.sentence.en == "Gaon Robot made a forecast concerning Gull on 1 April 2024."


def test_one_alone_signs_a_law() -> None:
    roster = Roster(Known(kinds={MAKER: "Organization", "law/lamp": "Law", ROBOT: "Organization"}))
    one, two = (
        event("agreement", objects=("law/lamp",)),
        event("agreement", agents=(MAKER, ROBOT), objects=("law/lamp",)),
    )
    assert "서명했다" in event_labels(roster, one, Voice("fact"), None).sentence.ko
    assert "agreed on" in event_labels(roster, two, Voice("fact"), None).sentence.en


def test_what_is_particular_stands_for_what_is_general() -> None:
    kinds = {MAKER: "Organization", ROBOT: "Hardware", "technology/robot": "Technology"}
    roster = Roster(
        Known(names={"technology/robot": Name("로봇", "robot"), ROBOT: Name("갈매기", "Gull")}, kinds=kinds)
    )
    both_named = event(objects=("technology/robot", ROBOT))
    assert "로봇" not in event_labels(roster, both_named, Voice("fact"), None).sentence.ko.replace("갈매기", "")
    general = event("announcement", objects=("technology/robot",))
    assert event_labels(roster, general, Voice("fact"), None).sentence.en.endswith("announced robots.")


def test_several_agents_take_a_plural_verb() -> None:
    names = {MAKER: Name("가온로봇", "Gaon Robot"), "org/b": Name("나루", "Naru")}
    roster = Roster(Known(names=names, kinds={MAKER: "Organization", "org/b": "Organization"}))
    plan = event("partnership", agents=(MAKER, "org/b"), objects=())
    assert (
        event_labels(roster, plan, Voice("plan"), None).sentence.en
        == "Gaon Robot and Naru plan to take part in a partnership."
    )


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
    worded = set(templates("ko")["events"]["kinds"])
    assert worded == set(templates("en")["events"]["kinds"])
    assert worded - types == {"signing"}, "what one alone agrees on is signed"


def test_many_names_are_cut_and_long_ones_too() -> None:
    many = tuple(f"org/o{n}" for n in range(5))
    assert event_labels(ROSTER, event(agents=many), Voice("fact"), None).name.ko.startswith("o0, o1, o2 등의 갈매기")
    roster = Roster(Known(), {MAKER: NamedEntity(MAKER, "Organization", "가" * 5000, "", (), (1,), False, "r")})
    assert len(relation_label(roster, relation(), Voice("fact")).ko) < 200
