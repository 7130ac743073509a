"""Relations whose other end stands elsewhere in the article: in the lead, in the bullet above, in the heading.

Who takes part in a list without a verb of where (``민간에서는 A, B가 참여``) takes part in what the lead is about; a
heading in brackets names a part of it; scores below a bullet go on with its measurement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from aikg.extraction.adjacency import Adjacent
from aikg.extraction.cues import cues
from aikg.extraction.eojeol import Role
from aikg.extraction.frames import stem, tellings
from aikg.extraction.lead import AGENTS, Lead
from aikg.extraction.passages import Passage
from aikg.extraction.phrases import Clause
from aikg.extraction.slots import slots_of
from aikg.model.brief import Kind
from aikg.model.extraction import Mention, Span

_PRODUCTS = frozenset(("AIModel", "Service", "Hardware", "Product", "Technology"))
_JOINING = cues("discourse", "joining")
_SCORES = cues("discourse", "scores")
_JUDGED = cues("discourse", "judged")
_JUDGING = cues("discourse", "judging")
_TUNING = cues("discourse", "tuning")
_MAKING = cues("discourse", "making")
_MODELS = frozenset(("AIModel", "Product"))
_INVESTING = cues("discourse", "investing")
_FOUNDING = cues("discourse", "founding")
_POSTS = cues("discourse", "taking-office")
_TITLES = cues("adjacency", "titles")
_PREDECESSORS = cues("discourse", "predecessors")
_OFFICERS = cues("discourse", "officers")
_PARTNERSHIP = cues("discourse", "partnership")
_RIVAL = cues("adjacency", "rival")


def across(lead: Lead) -> Iterator[tuple[Passage, Adjacent]]:
    """Yield relations with the passage that one end stands in."""
    body, case = _body(lead), _only_case(lead)
    for passage in lead.passages:
        for clause in passage.clauses:
            if body is not None:
                yield from ((passage, a) for a in _joins(lead, passage, clause, body))
            yield from ((passage, a) for a in _takes_office(lead, passage, clause))
            yield from ((passage, a) for a in _rivals(lead, passage, clause))
            yield from ((passage, a) for a in _partners(lead, passage, clause))
            yield from ((passage, a) for a in _predecessors(lead, passage, clause))
            yield from ((passage, a) for a in _funders(lead, passage, clause))
            yield from ((passage, a) for a in _tuned(lead, passage, clause))
            if case is not None:
                yield from ((passage, a) for a in _judged(lead, passage, clause, case))
        yield from ((passage, a) for a in _officers(lead, passage))
        if body is not None and passage.label is not None:
            yield from ((passage, a) for a in _part(lead, passage, body))
        yield from ((passage, a) for a in _scores_below(lead, passage))


def _body(lead: Lead) -> str | None:
    """Return the organization or programme that the lead founds, offers or announces."""
    for passage in lead.passages:
        if passage.block.kind not in (Kind.TITLE, Kind.KEY_POINT, Kind.BULLET):
            continue
        for clause in passage.clauses:
            for told in tellings(clause, lead.kind_of):
                if told.predicate == "foundedBy" and lead.kind_of(told.subject.entity) == "Organization":
                    return told.subject.entity
                if told.predicate == "offers" and lead.kind_of(told.object.entity) == "Programme":
                    return told.object.entity
        if passage.block.id == "b1":
            return None
    return None


def _at(passage: Passage, start: int, end: int, entity: str) -> Mention:
    return Mention(Span(passage.block.id, start, end), entity, passage.text[start:end])


def _joins(lead: Lead, passage: Passage, clause: Clause, body: str) -> Iterator[Adjacent]:
    takes_part = stem(clause.predicate)[0] in _JOINING
    listed = any(p.role is Role.TO and {w.noun for w in p.words} & _JOINING for p in clause.phrases)
    slots = slots_of(clause)
    if not (takes_part or listed) or slots.get("to") or clause.head is not None or clause.mood:
        return
    predicate = "memberOf" if lead.kind_of(body) == "Organization" else "participatesIn"
    here = _at(passage, clause.word.start, clause.word.end, body)
    names = [m for p in clause.phrases if p.role in (Role.SUBJECT, Role.TOPIC, Role.ALSO, Role.NONE) for m in p.heads]
    names += [m for p in clause.phrases for q in p.including for m in q.heads]
    for name in {m.entity: m for m in names}.values():
        if lead.kind_of(name.entity) in AGENTS and name.entity != body:
            yield Adjacent("joins-the-lead", name, predicate, here)


def _takes_office(lead: Lead, passage: Passage, clause: Clause) -> Iterator[Adjacent]:
    """``X가 연구책임자로 부임``: at the agent of the article, when no other is named."""
    slots = slots_of(clause)
    office = slots.nouns.get("by", set()) & _TITLES
    if stem(clause.predicate)[0] not in _POSTS or not office or slots.get("by-owner") or slots.get("to"):
        return
    people = [m for m in slots.get("subject") + slots.get("object") if lead.kind_of(m.entity) == "Person"]
    bodies = [a for a in lead.agents if lead.kind_of(a) == "Organization"]
    for person in people[:2]:
        if bodies:
            here = _at(passage, clause.word.start, clause.word.end, bodies[0])
            yield Adjacent("office-at-the-lead", person, "holdsPosition", here)


def _funders(lead: Lead, passage: Passage, clause: Clause) -> Iterator[Adjacent]:
    """``A가 돈을 투자해 B를 출범``: A puts it into B."""
    if stem(clause.predicate)[0] not in _INVESTING or clause.ending != "EC" or clause.agent is None:
        return
    after = passage.clauses[passage.clauses.index(clause) + 1 :]
    founding = next((c for c in after if c.ending != "ETM"), None)
    if founding is None or stem(founding.predicate)[0] not in _FOUNDING or slots_of(clause).get("to"):
        return
    set_up = [m for p in founding.phrases if p.role in (Role.OBJECT, Role.ALSO, Role.SUBJECT) for m in p.heads]
    wanted = [m for m in set_up if lead.kind_of(m.entity) in ("Programme", "Organization")]
    investors = [m for m in clause.agent.heads if lead.kind_of(m.entity) in (*AGENTS, "Place")]
    for investor in investors:
        for thing in wanted[:1]:
            if investor.entity != thing.entity:
                yield Adjacent("invest-to-found", investor, "invests", thing)


def _tuned(lead: Lead, passage: Passage, clause: Clause) -> Iterator[Adjacent]:
    """``A를 미세조정해 B를 개발``: B is based on A; without B, what the article is about is."""
    if stem(clause.predicate)[0] not in _TUNING:
        return
    slots = slots_of(clause)
    bases = [m for m in slots.get("object") if lead.kind_of(m.entity) in _MODELS]
    if not bases or any(lead.kind_of(m.entity) in _PRODUCTS for m in slots.get("subject")):
        return  # a model that tunes another is told by a frame
    after = [c for c in passage.clauses if c.start >= clause.start and stem(c.predicate)[0] in _MAKING]
    made = [m for c in after for p in c.with_role(Role.OBJECT, Role.ALSO) for m in p.heads]
    made = [m for m in made if lead.kind_of(m.entity) in _MODELS and m.entity != bases[0].entity]
    if not made and (told := _released(lead)) is not None:
        made = [_at(passage, clause.word.start, clause.word.end, told)]
    for product in made[:1]:
        if product.entity != bases[0].entity:
            yield Adjacent("tuned-to-make", product, "basedOn", bases[0])


def _only_case(lead: Lead) -> str | None:
    cases = {m.entity for p in lead.passages for m in p.mentions if lead.kind_of(m.entity) == "CourtCase"}
    return next(iter(cases)) if len(cases) == 1 else None


def _judged(lead: Lead, passage: Passage, clause: Clause, only: str) -> Iterator[Adjacent]:
    """``A를 상대로 소송을 제기``, ``고등법원에서 패소``: of the only case of the article."""
    case = _at(passage, clause.word.start, clause.word.end, only)
    verb = stem(clause.predicate)[0]
    slots = slots_of(clause)
    if verb in _JUDGED:
        courts = [m for m in slots.get("at") if lead.kind_of(m.entity) == "Organization"]
        judges = [m for m in slots.get("subject") if verb in _JUDGING and lead.kind_of(m.entity) == "Organization"]
        for court in courts or judges[:1]:
            yield Adjacent("judged", case, "decidedBy", court)
    if "상대" in slots.nouns.get("by", set()):
        for party in slots.get("object"):
            if lead.kind_of(party.entity) in AGENTS:
                yield Adjacent("sued", party, "participatesIn", case)


def _released(lead: Lead) -> str | None:
    """The model that the heading or the lead bullet tells the release of."""
    for passage in lead.passages:
        for clause in passage.clauses if passage.block.kind in (Kind.TITLE, Kind.KEY_POINT, Kind.BULLET) else ():
            for told in tellings(clause, lead.kind_of):
                if told.predicate == "releasedBy" and lead.kind_of(told.subject.entity) in _MODELS:
                    return told.subject.entity
    return None


def _rivals(lead: Lead, passage: Passage, clause: Clause) -> Iterator[Adjacent]:
    """``경쟁사인 X``: rival of the agent of the article."""
    if clause.predicate != "이다" or clause.word.noun not in _RIVAL or clause.head is None:
        return
    named = [*clause.head.heads, *(h for o in clause.head.owners if (h := o.head))]
    rivals = [m for m in named if lead.kind_of(m.entity) == "Organization"]
    ours = [a for a in lead.agents if lead.kind_of(a) == "Organization"]
    for rival in rivals[:1]:
        if ours and ours[0] != rival.entity:
            here = _at(passage, clause.word.start, clause.word.end, ours[0])
            yield Adjacent("rival-of-the-lead", here, "competitorOf", rival)


def _predecessors(lead: Lead, passage: Passage, clause: Clause) -> Iterator[Adjacent]:
    """``이전 버전인 B와 달리 A는``: A succeeds B."""
    if clause.predicate != "이다" or clause.head is None or clause.outer is None:
        return
    before = passage.text[max(0, clause.word.start - 4) : clause.word.end]
    if not any(cue in before for cue in _PREDECESSORS):
        return
    older = [m for m in clause.head.heads or clause.head.mentions[:1] if lead.kind_of(m.entity) in _PRODUCTS]
    newer = [m for m in clause.outer.bearers if lead.kind_of(m.entity) in _PRODUCTS]
    for new in newer[:1]:
        if older and older[0].entity != new.entity:
            yield Adjacent("predecessor", new, "successorOf", older[0])


def _partners(lead: Lead, passage: Passage, clause: Clause) -> Iterator[Adjacent]:
    """``A와 B가 협약을 체결``: two agents that do it with each other."""
    subject = clause.subject or clause.topic
    if subject is None or subject not in clause.phrases:
        return
    agents = [m for m in subject.heads if lead.kind_of(m.entity) == "Organization"]
    nouns = {w.noun for p in clause.phrases for w in p.words} | {clause.word.noun}
    if len(agents) == 2 and nouns & _PARTNERSHIP and agents[0].entity != agents[1].entity:
        yield Adjacent("partners", agents[0], "partnerOf", agents[1])


def _officers(lead: Lead, passage: Passage) -> Iterator[Adjacent]:
    """``인물 최고기술책임자`` without an organization: of the agent of the article."""
    bodies = [a for a in lead.agents if lead.kind_of(a) == "Organization"]
    if not bodies or passage.block.kind is Kind.NOTE:
        return
    for phrase in passage.phrases:
        for member in phrase.members if not phrase.owners else ():
            people = [m for m in member.mentions if lead.kind_of(m.entity) == "Person"]
            if len(member.mentions) == 1 and people and member.words[-1].noun in _OFFICERS:
                here = _at(passage, member.start, member.end, bodies[0])
                yield Adjacent("officer-of-the-lead", people[0], "holdsPosition", here)


def _part(lead: Lead, passage: Passage, body: str) -> Iterator[Adjacent]:
    start, end = passage.label or (0, 0)
    inside = [m for m in passage.mentions if start < m.span.start and m.span.end < end]
    for name in inside:
        whole = name.span.end - name.span.start >= end - start - 3
        if whole and name.entity != body and lead.kind_of(name.entity) in ("Programme", "Organization", *_PRODUCTS):
            yield Adjacent("part-in-heading", name, "partOf", _at(passage, start, end, body))


def _scores_below(lead: Lead, passage: Passage) -> Iterator[Adjacent]:
    """``비교: A(3.3%), B(4.3%)`` and ``9.1%의 정확도를 기록한 A`` under a bullet that measures X on a benchmark."""
    above = lead.above(passage)
    if above is None or any(lead.kind_of(m.entity) == "Benchmark" for m in passage.mentions):
        return
    benchmarks = list({m.entity: m for m in above.mentions if lead.kind_of(m.entity) == "Benchmark"}.values())
    listed, described = _scored(passage), _described_by_scores(lead, passage)
    in_note = passage.block.kind is Kind.NOTE and len(listed) > 1
    if not in_note and (len(benchmarks) != 1 or not {w.noun for w in passage.words} & _SCORES):
        return
    subjects = [m for c in above.clauses if (a := c.agent) for m in a.heads if lead.kind_of(m.entity) in _PRODUCTS]
    for name in {m.entity: m for m in [*listed, *described]}.values():
        for benchmark in benchmarks:
            yield Adjacent("scores-below", name, "evaluatedOn", replace(benchmark, span=name.span))
        for subject in subjects[:1] if in_note else ():
            if subject.entity != name.entity:
                yield Adjacent("scores-in-note", replace(subject, span=name.span), "comparedWith", name)


def _scored(passage: Passage) -> list[Mention]:
    """Products with a figure in brackets behind them."""
    return [
        p.what
        for w in passage.words
        if any(not isinstance(a.what, Mention) for a in w.asides)
        for p in w.pieces[-1:]
        if isinstance(p.what, Mention) and p.kind in _PRODUCTS
    ]


def _described_by_scores(lead: Lead, passage: Passage) -> list[Mention]:
    """Products that stand behind an adnominal clause with a percentage or points."""
    clauses = [c for c in passage.clauses if c.ending == "ETM" and c.head is not None]
    scored = [
        c for c in clauses if any(q.unit in ("percent", "point", "score") for p in c.phrases for q in p.quantities)
    ]
    heads = [h for c in scored if c.head is not None for h in c.head.heads]
    return [h for h in heads if lead.kind_of(h.entity) in _PRODUCTS]
