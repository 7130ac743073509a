"""What a machine says of its findings: one sentence of our own in Korean and one in English."""

from __future__ import annotations

from dataclasses import dataclass

from aikg.mapping.cleaning import clean
from aikg.mapping.known import Name
from aikg.mapping.numbers import in_english
from aikg.mapping.roster import Roster
from aikg.mapping.tables import is_object_of, role_of
from aikg.mapping.wording import LANGUAGES, fill, listed, template, templates
from aikg.model.extraction import FoundEvent, FoundFigure, FoundRelation
from aikg.model.timespan import TimeSpan
from aikg.vocabulary.concepts import concepts


@dataclass(frozen=True)
class Voice:
    """How a sentence is said: its modality, and who claims it where that is somebody else."""

    modality: str
    claimant: Name | None = None


def _either(name: Name, lang: str) -> str:
    return name.ko if lang == "ko" else name.en


def _concept(path: str, lang: str) -> str:
    concept = concepts().get(path)
    return (concept.ko if lang == "ko" else concept.en) if concept else path.partition("/")[2]


def _sentence(lang: str, voice: Voice, forms: dict[str, str], agent: bool = True) -> str:
    by = "-by" if voice.claimant is not None else ""
    known = templates(lang)["sentences"]
    text = known.get(voice.modality + by) or known["fact" + by]
    claimant = _either(voice.claimant, lang) if voice.claimant is not None else ""
    plans = known.get("plans" if agent else "is-planned", "")
    return fill(text, claimant=claimant, plans=plans, **forms)


def relation_label(roster: Roster, found: FoundRelation, voice: Voice) -> Name:
    """Return the sentence of a relation."""
    return Name(*(_relation(lang, roster, found, voice) for lang in LANGUAGES))


def _relation(lang: str, roster: Roster, found: FoundRelation, voice: Voice) -> str:
    role = role_of(found.role)
    name = found.predicate
    if name == "holdsPosition" and role is not None:
        name = "holdsRole"
    if name == "locatedIn" and roster.kind(found.subject) == "Conference":
        name = "heldIn"
    row = templates(lang)["relations"][name]
    ends = {
        "s": _either(roster.name(found.subject), lang),
        "o": _either(roster.name(found.object), lang),
        "role": _concept(f"role/{role}", lang) if role else "",
    }
    forms = {form: fill(row[form], **ends) for form in ("said", "will", "who", "do") if form in row}
    return _sentence(lang, voice, forms, bool(row.get("agent", False)))


def figure_label(roster: Roster, found: FoundFigure, voice: Voice, period: TimeSpan | None) -> Name:
    """Return the line of a figure: of what, what is measured, how much, and as what."""
    return Name(*(_figure(lang, roster, found, voice, period) for lang in LANGUAGES))


def _figure(lang: str, roster: Roster, found: FoundFigure, voice: Voice, period: TimeSpan | None) -> str:
    forms = templates(lang)["figures"]
    about = listed(lang, [_either(roster.name(key), lang) for key in found.about])
    return fill(
        forms["of" if about else "alone"],
        about=about,
        measure=measured(lang, roster, found),
        value=clean(found.quantity.text) if lang == "ko" else in_english(found.quantity),
        scope=_scope(lang, roster, found, voice, period),
    )


def measured(lang: str, roster: Roster, found: FoundFigure) -> str:
    """Return what a figure measures, with the counted noun or the benchmark."""
    forms = templates(lang)["figures"]
    measure = _concept(f"measure/{found.measure}", lang)
    if found.measure == "count" and found.quantity.counted:
        measure = fill(forms["counted"], counted=clean(found.quantity.counted), measure=measure)
    if found.benchmark:
        return fill(forms["on"], measure=measure, benchmark=_either(roster.name(found.benchmark), lang))
    return measure


def _scope(lang: str, roster: Roster, found: FoundFigure, voice: Voice, period: TimeSpan | None) -> str:
    forms = templates(lang)["figures"]
    parts = []
    if found.share_of:
        whole = listed(lang, [_either(roster.name(key), lang) for key in found.share_of])
        parts.append(fill(forms["share-of"], whole=whole))
    if found.baseline:
        baseline = listed(lang, [_either(roster.name(key), lang) for key in found.baseline])
        parts.append(fill(forms["versus"], baseline=baseline))
    shown = _concept(f"modality/{voice.modality}", lang) if voice.modality in forms["modality-shown"] else ""
    claimant = _either(voice.claimant, lang) if voice.claimant is not None else ""
    parts.append(fill(forms["claimed"], claimant=claimant, modality=shown) if claimant and shown else shown or claimant)
    parts.append((period.label_ko if lang == "ko" else period.label_en) if period is not None else "")
    joined = template(lang, "lists", "joint").join(part for part in parts if part)
    return fill(forms["scope"], parts=joined) if joined else ""


@dataclass(frozen=True)
class EventLabels:
    """The name of an event, and the sentence of the statement that asserts it."""

    name: Name
    sentence: Name


def event_labels(roster: Roster, found: FoundEvent, voice: Voice, period: TimeSpan | None) -> EventLabels:
    """Return name and sentence of an event."""
    pairs = [_event(lang, roster, found, voice, period) for lang in LANGUAGES]
    return EventLabels(Name(*(name for name, _ in pairs)), Name(*(sentence for _, sentence in pairs)))


def _event(lang: str, roster: Roster, found: FoundEvent, voice: Voice, period: TimeSpan | None) -> tuple[str, str]:
    forms, kinds = templates(lang)["events"], templates(lang)["events"]["kinds"]
    row = kinds.get(found.kind, kinds["other"])
    direct = [key for key in found.objects if is_object_of(found.kind, roster.kind(key))]
    agents = listed(lang, [_either(roster.name(key), lang) for key in found.agents])
    objects = listed(lang, [_either(roster.name(key), lang) for key in direct or found.objects[:1]])
    gaps = {"agents": agents, "objects": objects, "noun": row["noun"]}
    name = fill(forms[_form(agents, objects, bool(direct))], **gaps)
    sentence = name + "."
    if direct and agents and row["said"]:
        said = {form: fill(row[form], **gaps) for form in ("said", "will", "do") if form in row}
        sentence = _sentence(lang, voice, {"who": agents, **said})
    return name, _dated(lang, sentence, period)


def _form(agents: str, objects: str, is_direct: bool) -> str:
    if agents and objects:
        return "named" if is_direct else "concerning"
    return "named-agents" if agents else "named-objects" if objects else "nothing"


def _dated(lang: str, sentence: str, period: TimeSpan | None) -> str:
    if period is None:
        return sentence
    shown = period.label_ko if lang == "ko" else period.label_en
    return fill(template(lang, "events", "dated"), period=shown, sentence=sentence.rstrip(".")) + "."


def discrepancy_label(roster: Roster, kind: str, one: FoundFigure, other: FoundFigure) -> Name:
    """Return the sentence of two figures that cannot both hold."""
    return Name(*(_discrepancy(lang, roster, kind, one, other) for lang in LANGUAGES))


def _discrepancy(lang: str, roster: Roster, kind: str, one: FoundFigure, other: FoundFigure) -> str:
    about = listed(lang, [_either(roster.name(key), lang) for key in one.about])
    shown = [clean(f.quantity.text) if lang == "ko" else in_english(f.quantity) for f in (one, other)]
    return fill(
        template(lang, "discrepancies", kind),
        about=about or template(lang, "discrepancies", "nameless"),
        measure=measured(lang, roster, one),
        first=shown[0],
        second=shown[1],
    )
