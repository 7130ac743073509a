"""From a quantity to a figure: what it measures, of what, when, as fact or forecast, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from aikg.extraction import modality
from aikg.extraction.attribution import claimants
from aikg.extraction.cues import classes, cues
from aikg.extraction.eojeol import Role
from aikg.extraction.figure_subjects import MONEY, SPENDING, subject_of
from aikg.extraction.lead import Lead
from aikg.extraction.passages import Passage
from aikg.extraction.phrases import Clause, Phrase
from aikg.model.brief import Kind
from aikg.model.extraction import Assertion, Confidence, FoundFigure, Quantity

_PERFORMANCE = cues("figures", "performance")
_LEGAL = cues("figures", "legal")
_LEGAL_NOUNS = cues("figures", "legal-nouns")
_MEASURES = classes("figures", "measures")
_PLAIN = {"percent": "share", "percentage-point": "difference", "times": "multiple"}
_TIMES = frozenset(["year", "month", "week", "day", "hour", "minute", "second"])


def figures(lead: Lead, passage: Passage) -> Iterator[FoundFigure]:
    """Yield a figure for every quantity of the passage."""
    for quantity in passage.quantities:
        if quantity.kind != "ordinal":  # the place in a series is part of a name
            yield figure(lead, passage, quantity)


def figure(lead: Lead, passage: Passage, quantity: Quantity) -> FoundFigure:
    """Return the figure of one quantity."""
    clause = passage.clause_at(quantity.start)
    phrase = passage.phrase_at(quantity.start)
    about = subject_of(lead, passage, phrase, clause, quantity)
    mode = _modality(lead, passage, phrase, clause, quantity, about)
    benchmark = _benchmark(lead, passage, quantity)
    return FoundFigure(
        assertion=Assertion(
            article=lead.number,
            evidence=(passage.span(*_evidence(passage, clause, quantity)),),
            modality=mode,
            claimants=()
            if mode == "legal-text"
            else claimants(lead, passage, clause, quantity.start, aside=_explains(passage, mode)),
            rule=f"figure.{quantity.unit}",
            confidence=Confidence.HIGH if about and clause is not None else Confidence.MEDIUM,
        ),
        quantity=quantity,
        measure=_measure(passage, phrase, clause, quantity),
        about=about,
        period=_period(lead, passage, clause, quantity),
        baseline=_baseline(lead, clause, about),
        benchmark=benchmark,
    )


def _explains(passage: Passage, mode: str) -> bool:
    return passage.block.kind is Kind.NOTE and mode == modality.FACT


def _evidence(passage: Passage, clause: Clause | None, quantity: Quantity) -> tuple[int, int]:
    if clause is None:
        return quantity.start, quantity.end
    start, end = min(clause.start, quantity.start), max(clause.end, quantity.end)
    return (start, end) if end - start <= 200 else (quantity.start, quantity.end)


def _modality(
    lead: Lead,
    passage: Passage,
    phrase: Phrase | None,
    clause: Clause | None,
    quantity: Quantity,
    about: tuple[str, ...],
) -> str:
    behind = modality.of_phrase(phrase, quantity.end) if phrase is not None else None
    behind = behind or _served(passage, phrase) or _agreed(phrase, clause, quantity)
    for describing in phrase.modifiers if phrase is not None else ():
        behind = behind or (modality.of_clause(describing, passage.clauses) if describing.mood else None)
        behind = behind or (modality.FORECAST if modality.foresees(describing) else None)
        behind = behind or (
            modality.FACT if phrase is not None and not phrase.noun and modality.is_over(describing) else None
        )
    found = behind or (modality.of_clause(clause, passage.clauses) if clause is not None else modality.FACT)
    if found == modality.FORECAST and behind is None and _is_past(lead, passage, quantity):
        return modality.FACT
    if found != modality.FACT:
        return found
    if clause is not None and _is_possible(clause) and (lead.foresees or _is_ahead(lead, passage)):
        return modality.FORECAST
    if lead.about_law and not lead.by_court and _is_legal(passage, clause):
        return "legal-text"
    if _is_performance(lead, passage, clause, quantity, about):
        return "allegation"
    return found


def _served(passage: Passage, phrase: Phrase | None) -> str | None:
    """``5억 달러의 공장을 위한 투자 계획``: what the phrase is for tells."""
    if phrase is None or not phrase.after.endswith("ETM"):
        return None
    behind = next((p for p in passage.phrases if p.start >= phrase.end), None)
    return modality.of_phrase(behind, behind.start) if behind is not None else None


def _agreed(phrase: Phrase | None, clause: Clause | None, quantity: Quantity) -> str | None:
    """``5억 달러의 투자에 합의``: it is not yet spent."""
    if phrase is None or clause is None or quantity.unit not in MONEY or phrase.role is not Role.TO:
        return None
    agreed = modality.agrees(clause) and phrase.noun in SPENDING
    return modality.PLAN if agreed else None


def _is_possible(clause: Clause) -> bool:
    return clause.mood == "가능" or clause.predicate == "가능하다"


def _is_ahead(lead: Lead, passage: Passage) -> bool:
    """Tell whether the passage speaks of a year after the lead day's."""
    years = [d.notation.strip(".")[:4] for d in passage.dates]
    return lead.date is not None and any(y.isdigit() and y > lead.date[:4] for y in years)


def _is_legal(passage: Passage, clause: Clause | None) -> bool:
    lemmas = {c.predicate for c in passage.clauses}
    nouns = {w.noun for w in passage.words}
    return bool(lemmas & _LEGAL or nouns & _LEGAL_NOUNS) and not (clause is not None and clause.word.past)


def _is_past(lead: Lead, passage: Passage, quantity: Quantity) -> bool:
    """``2022년 640억 달러에서 2027년 ...``: right behind a year before the lead day's it is no forecast."""
    before = [d for d in passage.dates if d.end <= quantity.start]
    beside = [d.notation[:4] for d in before if not passage.text[d.end : quantity.start].strip(" 기준")]
    beside = [year for year in beside if year.isdigit()]
    return bool(beside) and lead.date is not None and beside[-1] < lead.date[:4]


def _is_performance(
    lead: Lead, passage: Passage, clause: Clause | None, quantity: Quantity, about: tuple[str, ...]
) -> bool:
    """A figure of a product's performance is its maker's claim until somebody else measures it."""
    if (
        quantity.unit in MONEY
        or quantity.unit in _TIMES
        or quantity.unit not in ("percent", "times", "score", "point", "percentage-point", "item")
    ):
        return False
    kinds = {lead.kind_of(a) for a in about}
    product = bool(kinds & {"AIModel", "Service", "Hardware", "Product", "Technology"})
    near = clause.phrases + [c for c in (clause.head,) if c is not None] if clause is not None else passage.phrases
    nouns = {w.noun for p in near for w in p.words} | ({clause.word.noun} if clause is not None else set())
    if clause is not None and clause.ending == "ETM":  # what is said of the head of an adnominal clause
        nouns |= {w.noun for c in passage.clauses if clause.head in c.phrases for p in c.phrases for w in p.words}
    above = lead.above(passage) or passage
    measured = any(lead.kind_of(m.entity) == "Benchmark" for m in (*passage.mentions, *above.mentions))
    return measured or ((product or lead.about_product) and bool(nouns & _PERFORMANCE) and not _surveyed(nouns))


def _surveyed(nouns: set[str]) -> bool:
    return bool(nouns & {"응답자", "설문조사", "설문", "일자리", "근로자", "응답"})


def _measure(passage: Passage, phrase: Phrase | None, clause: Clause | None, quantity: Quantity) -> str:
    near = [w.noun for w in phrase.words] if phrase is not None else []
    wide = [w.noun for p in clause.phrases for w in p.words] if clause is not None else []
    wide += [clause.word.noun] if clause is not None else []
    found = next((_MEASURES[n] for n in [*near[::-1], *wide[::-1]] if n in _MEASURES), None)
    if quantity.unit in MONEY:
        return found if found in _MONEY_MEASURES else "amount"
    if quantity.unit in _TIMES:
        return "duration"
    if quantity.unit in ("token", "parameter"):
        return "parameter-count" if quantity.unit == "parameter" else "context-window"
    if quantity.unit in _PLAIN:
        return found if found in _RATES else _PLAIN[quantity.unit]
    return "rank" if quantity.kind == "rank" else "count"


_MONEY_MEASURES = frozenset(["market-size", "revenue", "investment", "price", "fine", "damages", "cost"])
_RATES = frozenset(["growth-rate", "score", "performance", "workforce-share"])


def _period(lead: Lead, passage: Passage, clause: Clause | None, quantity: Quantity) -> str | None:
    low = clause.start if clause is not None else 0
    before = [d for d in passage.dates if low <= d.start <= quantity.start]
    if before:
        return before[-1].notation
    sentence = [d for d in passage.dates if d.start <= quantity.start]
    return sentence[-1].notation if sentence else lead.date


def _benchmark(lead: Lead, passage: Passage, quantity: Quantity) -> str | None:
    named = [m for m in passage.mentions if lead.kind_of(m.entity) == "Benchmark" and m.span.end <= quantity.start]
    scored = quantity.unit in ("percent", "score", "point")
    return named[-1].entity if named and scored else None


def _baseline(lead: Lead, clause: Clause | None, about: tuple[str, ...]) -> tuple[str, ...]:
    if clause is None:
        return ()
    than = [m.entity for p in clause.phrases if p.role == "than" for m in p.bearers]
    return tuple(dict.fromkeys(e for e in than if e not in about))
