"""Who does what to whom in a clause: its names by slot, the gap of an adnominal clause filled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from aikg.extraction.cues import cues
from aikg.extraction.eojeol import Role
from aikg.extraction.passages import Kinds
from aikg.extraction.phrases import Clause, Phrase
from aikg.model.extraction import Mention

_SELF = cues("groups", "self")
_ROLES = {
    Role.TO: "to",
    Role.AT: "at",
    Role.BY: "by",
    Role.WITH: "with",
    Role.THAN: "than",
}


@dataclass(slots=True)
class Slots:
    """Names of a clause: ``subject`` as the sentence has it, and one list for each other role.

    ``implied`` tells that the subject is not in the clause but taken over from an earlier one.
    """

    names: dict[str, list[Mention]] = field(default_factory=dict)
    nouns: dict[str, set[str]] = field(default_factory=dict)
    implied: bool = False

    def get(self, slot: str) -> list[Mention]:
        """Return the names of a slot."""
        return self.names.get(slot, [])

    def of_kind(self, slot: str, kinds: Iterable[str], kind_of: Kinds) -> list[Mention]:
        """Return the names of a slot that are of one of ``kinds``, each entity once."""
        wanted, seen = set(kinds), set()
        found = []
        for name in self.get(slot):
            if kind_of(name.entity) in wanted and name.entity not in seen:
                seen.add(name.entity)
                found.append(name)
        return found


def slots_of(clause: Clause) -> Slots:
    """Return the slots of ``clause``."""
    slots = Slots()
    for phrase in clause.phrases:
        slot = _slot(phrase, clause)
        slots.names.setdefault(slot, []).extend(phrase.bearers)
        slots.names.setdefault("with", []).extend(m.head for m in phrase.companions if m.head is not None)
        owners = [o.head for o in phrase.owners if o.head is not None]
        slots.names.setdefault(f"{slot}-owner", []).extend(owners)
        slots.nouns.setdefault(slot, set()).update(w.noun for w in phrase.words if w.noun)
        slots.names.setdefault("than", []).extend(_compared(phrase))
        slots.names.setdefault("near", []).extend(phrase.mentions)
    agent = clause.agent
    if agent is not None and not slots.get("subject"):
        slots.names["subject"] = list(agent.bearers)
        slots.nouns["subject"] = {w.noun for w in agent.words}
        slots.implied = agent not in clause.phrases
    if agent is not None:
        slots.names["subject-body"] = list(agent.mentions)
    own = clause.subject is not None and not clause.subject.mentions and clause.subject.noun in _SELF
    if own and clause.outer is not None:  # A는 자사가 운영하는 B
        slots.names["subject"] = list(clause.outer.bearers)
    if clause.outer is not None:
        slots.names["outer"] = list(clause.outer.bearers)
    if clause.head is not None:
        _fill_gap(slots, clause, clause.head)
    return slots


def _compared(phrase: Phrase) -> list[Mention]:
    """The name before 대비: ``MI250X 대비 메모리 용량은``."""
    for at, word in enumerate(phrase.words):
        if word.noun == "대비":
            before = [p.what for w in phrase.words[: at + 1] for p in w.pieces if isinstance(p.what, Mention)]
            return before[-1:]
    return []


def _slot(phrase: Phrase, clause: Clause) -> str:
    if phrase.after in ("통하다",):
        return "through"
    if phrase.after in ("따르다", "의하다"):
        return "according"
    if phrase.after:
        return "about"
    if phrase.role is Role.SUBJECT or phrase is clause.subject:
        return "subject"
    if phrase.role is Role.TOPIC:
        return "subject" if clause.subject is None else "topic"
    if phrase.role in (Role.OBJECT, Role.ALSO):
        return "object"
    if phrase.role is Role.NONE:
        return "when" if phrase.dates and not phrase.mentions else "object"
    return _ROLES.get(phrase.role, "other")


def _fill_gap(slots: Slots, clause: Clause, head: Phrase) -> None:
    names = [*head.heads] or list(head.mentions[:1])
    if not any(p.role is Role.SUBJECT for p in clause.phrases):
        if names or clause.outer is None:
            slots.names["subject"] = names
            slots.implied = False
        else:
            slots.names["subject"] = list(clause.outer.bearers)
    elif not slots.get("object") and not slots.nouns.get("object"):
        slots.names["object"] = names
        slots.names.setdefault("to", []).extend(names)
