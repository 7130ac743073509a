"""The sentence of a figure: what is measured, of what, how much, when, and as whose fact, forecast or plan."""

from __future__ import annotations

from aikg.mapping.cleaning import clean
from aikg.mapping.english import Noun, with_article
from aikg.mapping.known import Name
from aikg.mapping.labels import Voice, concept_name, named
from aikg.mapping.numbers import in_english, in_korean, is_one
from aikg.mapping.periods import as_of, is_over, when
from aikg.mapping.roster import Roster
from aikg.mapping.tables import measure_of
from aikg.mapping.wording import LANGUAGES, as_sentence, fill, template, templates
from aikg.model.extraction import FoundFigure
from aikg.model.timespan import TimeSpan

_COUNT = "-count"


def figure_label(roster: Roster, found: FoundFigure, voice: Voice, period: TimeSpan | None) -> Name:
    """Return the sentence of a figure."""
    return Name(_in_korean(roster, found, voice, period), _in_english(roster, found, voice, period))


def _in_korean(roster: Roster, found: FoundFigure, voice: Voice, period: TimeSpan | None) -> str:
    forms = templates("ko")["figures"]
    is_own = voice.own and voice.modality != "legal-text"
    key = f"{voice.modality}-by" if voice.claimant is not None or is_own else voice.modality
    about = named("ko", roster, found.about).text
    moment = _moment("ko", voice, period)
    return fill(
        forms.get(key) or forms["fact"],
        claimant=about if is_own else voice.by("ko"),
        when=f"{moment} " if moment else "",
        what=_subject(roster, found, "" if is_own else about),
        value=in_korean(found.quantity),
    )


def _subject(roster: Roster, found: FoundFigure, about: str) -> str:
    """Return in Korean what the value is of: "AI 칩의 시장 규모", "구글 관련 비율"."""
    forms = templates("ko")["figures"]
    loose = found.measure in forms["vague"].split() or _measure(found).endswith(_COUNT)
    form = "alone" if not about else "concerning" if loose and not _has(roster, found) else "of"
    gaps = {
        "whole": fill(forms["share"], whole=named("ko", roster, found.share_of).text) if found.share_of else "",
        "baseline": fill(forms["versus"], baseline=named("ko", roster, found.baseline).text) if found.baseline else "",
    }
    return fill(forms[form], False, about=about, measure=measured("ko", roster, found), **gaps)


def _in_english(roster: Roster, found: FoundFigure, voice: Voice, period: TimeSpan | None) -> str:
    forms = templates("en")["figures"]
    what, about, moment = _what(roster, found), named("en", roster, found.about), _moment("en", voice, period)
    return as_sentence(
        fill(
            forms.get(_english_form(roster, found, voice)) or forms["fact"],
            about.plural,
            about=about.text,
            claimant=about.text if voice.own else voice.by("en"),
            what=what.text,
            verb=forms["are" if what.plural else "is"],
            when=_against(roster, found) + (moment if moment.startswith(",") or not moment else f" {moment}"),
        )
    )


def _against(roster: Roster, found: FoundFigure) -> str:
    versus = template("en", "figures", "versus")
    return fill(versus, baseline=named("en", roster, found.baseline).text) if found.baseline else ""


def _english_form(roster: Roster, found: FoundFigure, voice: Voice) -> str:
    by = voice.claimant is not None
    if not found.about:
        return f"{voice.modality}-own" if by else f"{voice.modality}-alone"
    if voice.modality == "legal-text" and not by and roster.kind(found.about[0]) == "Law":
        return "provided"
    if voice.modality == "fact" and _has(roster, found):
        return "has-by" if by else "has"
    return f"{voice.modality}-by" if by else f"{voice.modality}-own" if voice.own else voice.modality


def _has(roster: Roster, found: FoundFigure) -> bool:
    """Tell whether a figure is of things that have what is measured, as a model has parameters."""
    forms = templates("en")["figures"]
    had = _measure(found) not in forms["not-had"].split()
    return had and bool(found.about) and all(roster.kind(key) in forms["has-kinds"].split() for key in found.about)


def _measure(found: FoundFigure) -> str:
    return measure_of(found.measure, found.quantity.unit)


def _measure_name(lang: str, found: FoundFigure) -> str:
    forms, measure = templates(lang)["figures"], _measure(found)
    if measure == "duration":
        lengths: dict[str, str] = forms["lengths"]
        return lengths.get(found.quantity.unit, lengths["other"])
    return forms["rewords"].get(measure) or concept_name(f"measure/{measure}", lang)


def measured(lang: str, roster: Roster, found: FoundFigure) -> str:
    """Return what a figure measures, with the counted noun and the benchmark."""
    forms, text = templates(lang)["figures"], _measure_name(lang, found)
    if lang == "ko" and _measure(found) == "count":
        text = forms["counts"].get(found.quantity.unit) or text
    if lang == "ko" and found.measure == "count" and found.quantity.counted:
        text = fill(forms["counted"], counted=clean(found.quantity.counted))
    if found.benchmark:
        return fill(forms["measured-on"], measure=text, benchmark=named(lang, roster, [found.benchmark]).text)
    return text


def _what(roster: Roster, found: FoundFigure) -> Noun:
    """Return in English how much of what: "a market size of USD 2 billion", "28 countries"."""
    forms, measure = templates("en")["figures"], _measure(found)
    unsaid = measure.endswith(_COUNT) or measure in forms["unsaid"].split()
    text = _measure_name("en", found)
    shown = in_english(found.quantity)
    if measure == "multiple":
        shown = shown.removesuffix(" times").removesuffix(" time")
    gaps = {
        "share": fill(forms["share"], whole=named("en", roster, found.share_of).text) if found.share_of else "",
        "benchmark": fill(forms["on"], benchmark=named("en", roster, [found.benchmark]).text)
        if found.benchmark
        else "",
    }
    mass = measure in forms["mass"].split()
    made = fill(
        forms["ranked" if measure == "rank" else "counted" if unsaid else "what"],
        False,
        measure=text if mass else with_article(text),
        value=shown,
        **gaps,
    )
    return Noun(made, not is_one(found.quantity) if unsaid else measure in forms["plural"].split())


def _moment(lang: str, voice: Voice, period: TimeSpan | None) -> str:
    """Return the time of a figure; of a day it is the state on that day, in Korean of a month too."""
    points = ("day", "month") if lang == "ko" and voice.modality == "fact" else ("day",)
    if period is not None and (period.precision in points or (voice.foreseen and is_over(period, voice.foreseen))):
        return as_of(lang, period)
    return when(lang, period, voice.foreseen)


def discrepancy_label(roster: Roster, kind: str, one: FoundFigure, other: FoundFigure) -> Name:
    """Return the sentence of two figures that cannot both hold."""
    return Name(*(_discrepancy(lang, roster, kind, one, other) for lang in LANGUAGES))


def _discrepancy(lang: str, roster: Roster, kind: str, one: FoundFigure, other: FoundFigure) -> str:
    shown = [in_korean(f.quantity) if lang == "ko" else in_english(f.quantity) for f in (one, other)]
    return fill(
        template(lang, "discrepancies", kind),
        about=named(lang, roster, one.about).text or template(lang, "discrepancies", "nameless"),
        measure=measured(lang, roster, one),
        first=shown[0],
        second=shown[1],
    )
