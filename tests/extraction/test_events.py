"""Events: dated by their own date, plans of an article by its lead day."""

from aikg.extraction.events import events
from aikg.extraction.relations import relations
from tests.extraction.sentences import article

LEAD = "[가람:Organization]이 <2024년 3월 5일:2024-03-05> 모델 ‘[나래:AIModel]’를 공개"


def test_lead_event() -> None:
    lead = article(LEAD)
    found = list(events(lead, lead.passages[0]))
    assert [(e.kind, e.agents, e.objects, e.period, e.assertion.modality) for e in found] == [
        ("release", ("Organization/가람",), ("AIModel/나래",), "2024-03-05", "fact")
    ]


def test_earlier_date_in_an_adnominal_clause() -> None:
    lead = article(LEAD, "[김하늘:Person]이 <2021년:2021> 설립한 [나루:Organization]는 모델을 개발")
    dated = [e for e in events(lead, lead.passages[1]) if e.period == "2021"]
    assert [(e.kind, e.agents, e.objects) for e in dated] == [("founding", ("Person/김하늘",), ("Organization/나루",))]


def test_plan_is_of_the_lead_day() -> None:
    lead = article(LEAD, "[가람:Organization]은 [누리앱:Service]에 [나래:AIModel]를 탑재할 계획")
    found = list(events(lead, lead.passages[1]))
    assert [(e.assertion.modality, e.period) for e in found] == [("plan", "2024-03-05")]
    assert set(found[0].objects) == {"Service/누리앱", "AIModel/나래"}


def test_relations_carry_modality_claimant_and_rule() -> None:
    lead = article(LEAD, "[가람:Organization]은 [나루:Organization]에 {3억 달러:usd}를 투자할 계획")
    found = {(r.subject, r.predicate, r.object): r.assertion for r in relations(lead)}
    released = found["AIModel/나래", "releasedBy", "Organization/가람"]
    invested = found["Organization/가람", "invests", "Organization/나루"]
    assert (released.modality, released.rule, released.claimants) == ("fact", "frame.release", ("Organization/가람",))
    assert invested.modality == "plan"
    assert all(a.evidence for a in found.values())


def test_years_ahead() -> None:
    context = article(LEAD, "[가람:Organization]은 향후 {10년간:year} [나루:Organization]에 자금을 투자할 계획")
    assert [e.period for e in events(context, context.passages[1])] == ["2024/2025"]
