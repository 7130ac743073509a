"""What a machine says of its findings: one sentence of our own in Korean and one in English.

Here are relations, and what all sentences share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aikg.mapping.english import Noun, noun, nouns
from aikg.mapping.known import Name
from aikg.mapping.roster import Roster
from aikg.mapping.tables import AGENTS, role_of
from aikg.mapping.wording import LANGUAGES, as_sentence, fill, listed, templates
from aikg.model.extraction import FoundRelation
from aikg.vocabulary.concepts import concepts


@dataclass(frozen=True)
class Voice:
    """How a sentence is said: its modality, who claims it where that is somebody else, and when it was told at latest.

    ``own`` tells that those whom the sentence is about claim it themselves.
    """

    modality: str
    claimant: Name | None = None
    told: date | None = None
    own: bool = False

    def by(self, lang: str) -> str:
        """Return the claimant as named in a sentence."""
        if self.claimant is None:
            return ""
        return self.claimant.ko if lang == "ko" else noun(self.claimant.en, "Organization").text

    @property
    def foreseen(self) -> date | None:
        """When it was told, of what is not said to be so already."""
        return self.told if self.modality in ("plan", "forecast", "expectation", "recommendation") else None


def named(lang: str, roster: Roster, keys: Sequence[str]) -> Noun:
    """Return entities in a row as they stand in a sentence."""
    if lang == "en":
        return nouns([(roster.name(key).en, roster.kind(key)) for key in keys])
    titles = templates("ko")["titles"]
    found = [(roster.name(key).ko, titles.get(roster.kind(key), "{name}")) for key in keys]
    return Noun(listed("ko", [fill(form, name=name) for name, form in found]))


def concept_name(path: str, lang: str) -> str:
    """Return what a concept is called, by its path (``measure/price``)."""
    concept = concepts().get(path)
    return (concept.ko if lang == "ko" else concept.en) if concept else path.partition("/")[2]


def said_with(lang: str, voice: Voice, forms: dict[str, str], plural: bool, agent: bool = True) -> str:
    """Return the sentence of a modality; ``forms`` are what is so (``said``) and what is to be."""
    by = "-by" if voice.claimant is not None else ""
    known = templates(lang)["sentences"]
    text = known.get(voice.modality + by) or known["fact" + by]
    plans = fill(known.get("plans" if agent else "is-planned", ""), plural)
    return as_sentence(fill(text, plural, claimant=voice.by(lang), plans=plans, **forms))


def relation_label(roster: Roster, found: FoundRelation, voice: Voice) -> Name:
    """Return the sentence of a relation."""
    return Name(*(_relation(lang, roster, found, voice) for lang in LANGUAGES))


def _relation(lang: str, roster: Roster, found: FoundRelation, voice: Voice) -> str:
    role = role_of(found.role)
    row = templates(lang)["relations"][_form(roster, found, role)]
    ends = {"s": named(lang, roster, [found.subject]), "o": named(lang, roster, [found.object])}
    gaps = {name: end.text for name, end in ends.items()} | {"role": concept_name(f"role/{role}", lang) if role else ""}
    plural = ends[row.get("who", "{s}").strip("{}")].plural
    forms = {form: fill(row[form], plural, **gaps) for form in ("said", "will", "who", "do") if form in row}
    return said_with(lang, voice, forms, plural, bool(row.get("agent", False)))


def _form(roster: Roster, found: FoundRelation, role: str | None) -> str:
    """Return the row of the templates: the relation, or a closer one for what its ends are."""
    kinds = roster.kind(found.subject), roster.kind(found.object)
    if found.predicate == "holdsPosition":
        return "holdsRole" if role is not None else "holdsOffice" if kinds[1] == "Place" else found.predicate
    if found.predicate == "locatedIn" and kinds[0] == "Conference":
        return "heldIn"
    if found.predicate == "locatedIn" and kinds[0] in AGENTS and kinds[1] == "Place":
        return "basedIn"
    if found.predicate == "offers" and kinds[1] == "Conference":
        return "holds"
    return found.predicate
