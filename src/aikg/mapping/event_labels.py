"""The name of an event, and the sentence of the statement that asserts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from aikg.mapping.english import Noun
from aikg.mapping.known import Name
from aikg.mapping.labels import Voice, named, said_with
from aikg.mapping.periods import foretold, when
from aikg.mapping.roster import Roster
from aikg.mapping.tables import is_object_of
from aikg.mapping.wording import LANGUAGES, fill, listed, templates
from aikg.model.extraction import FoundEvent
from aikg.model.timespan import TimeSpan

#: kinds of things in general; where something in particular is named too, they are left out of the sentence
_GENERAL = frozenset({"Technology", "Topic"})


@dataclass(frozen=True)
class EventLabels:
    """The name of an event, and the sentence of the statement that asserts it."""

    name: Name
    sentence: Name


def event_labels(roster: Roster, found: FoundEvent, voice: Voice, period: TimeSpan | None) -> EventLabels:
    """Return name and sentence of an event."""
    direct = _particular(roster, [key for key in found.objects if is_object_of(found.kind, roster.kind(key))])
    if found.kind == "forecast":  # that somebody forecasts something is a fact
        voice = replace(voice, modality="fact")
    names = [_name(lang, roster, found, direct) for lang in LANGUAGES]
    return EventLabels(
        Name(*names), Name(*(_sentence(lang, roster, found, voice, period, direct) for lang in LANGUAGES))
    )


def _particular(roster: Roster, keys: Sequence[str]) -> list[str]:
    return [key for key in keys if roster.kind(key) not in _GENERAL] or list(keys)


def _row(lang: str, roster: Roster, found: FoundEvent, direct: Sequence[str]) -> dict[str, str]:
    """Return the words of an event: a law or treaty that one alone agrees on is signed."""
    kinds: dict[str, Any] = templates(lang)["events"]["kinds"]
    signed = found.kind == "agreement" and len(found.agents) == 1 and any(roster.kind(k) == "Law" for k in direct)
    row: dict[str, str] = kinds["signing"] if signed else kinds.get(found.kind, kinds["other"])
    return row


def _name(lang: str, roster: Roster, found: FoundEvent, direct: Sequence[str]) -> str:
    """Return the title of an event: who, what, of what."""
    forms = templates(lang)["events"]
    agents, objects = (
        listed(lang, [name.ko if lang == "ko" else name.en for name in map(roster.name, keys)])
        for keys in (found.agents, direct or found.objects[:1])
    )
    if agents and objects:
        form = "named" if direct else "named-concerning"
    else:
        form = "named-agents" if agents else "named-objects" if objects else "nothing"
    return fill(forms[form], agents=agents, objects=objects, noun=_row(lang, roster, found, direct)["noun"])


def _sentence(
    lang: str, roster: Roster, found: FoundEvent, voice: Voice, period: TimeSpan | None, direct: Sequence[str]
) -> str:
    row, who = _row(lang, roster, found, direct), named(lang, roster, found.agents)
    to_be = "will" if lang == "ko" else "do"
    if not found.agents:
        said = _happening(lang, _name(lang, roster, found, direct))
    elif direct and row["said"]:
        objects = named(lang, roster, direct).text
        said = {form: fill(row[form], who.plural, objects=objects) for form in ("said", to_be)}
    else:
        said = _around(lang, roster, found, row, who.plural)
    moment = foretold(lang, period, voice.told) if found.kind == "forecast" else when(lang, period, voice.foreseen)
    return said_with(lang, voice, _timed(lang, who, said, moment), who.plural)


def _around(lang: str, roster: Roster, found: FoundEvent, row: dict[str, str], plural: bool) -> dict[str, str]:
    """Return what somebody does where the thing that is named cannot be the object of the verb."""
    to_be = "will" if lang == "ko" else "do"
    said = {form: fill(row[name], plural) for form, name in (("said", "alone"), (to_be, f"{to_be}-alone"))}
    objects = named(lang, roster, _particular(roster, found.objects)[:1]).text
    form = templates(lang)["events"]["concerning"]
    return {name: fill(form, verb=verb, objects=objects) for name, verb in said.items()} if objects else said


def _happening(lang: str, name: str) -> dict[str, str]:
    """Return that something happens of which nobody is known to do it."""
    forms = templates(lang)["events"]
    to_be = "will" if lang == "ko" else "do"
    return {"who": name, "said": fill(forms["happening"], noun=name), to_be: fill(forms["happen"], noun=name)}


def _timed(lang: str, who: Noun, said: dict[str, str], moment: str) -> dict[str, str]:
    """Return the forms of a sentence with subject and time: before them in Korean, behind them in English."""
    if lang == "ko":
        head = f"{moment} " if moment else ""
        acting = templates("ko")["events"]["acting"] if who.text else "{verb}"
        return {form: head + fill(acting, who=who.text, verb=verb) for form, verb in said.items() if form != "who"}
    tail = moment if moment.startswith(",") or not moment else f" {moment}"
    does = said["said"] if not who.text else fill(templates("en")["events"]["acting"], who=who.text, verb=said["said"])
    return {"who": who.text or said.get("who", ""), "said": does + tail, "do": said["do"] + tail}
