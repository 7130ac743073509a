"""A name as long as a sentence is abridged; cited titles and known names stay."""

from dataclasses import replace

from aikg.mapping.abridging import abridged, shortened
from aikg.model.extraction import Extraction, NamedEntity

LONG = "모든 강과 모든 시내를 맑고 깨끗하게 지키기 위한 온 누리의 다짐"


def names(entity: NamedEntity) -> tuple[str, str, tuple[str, ...]]:
    (found,) = abridged(Extraction("spri-2031-05", (entity,))).entities
    return found.ko, found.en, found.aliases


def test_long_names_of_new_things() -> None:
    law = NamedEntity("law/one", "Law", LONG, LONG, (LONG, "강 다짐"), (1,), False, "quote")
    assert names(law) == ("모든 강과 … 다짐", "모든 강과 … 다짐", ("모든 강과 … 다짐", "강 다짐"))
    assert names(replace(law, known=True))[0] == LONG
    assert names(replace(law, kind="Work"))[0] == LONG


def test_other_names_stay() -> None:
    for name in ("강 연구원", "Declaration of All Rivers and All Brooks of the World", "국제강보전협력기구"):
        assert shortened(name) == name
