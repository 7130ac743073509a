"""The same thing in two briefs gets one key, by its names and by nothing less."""

from dataclasses import replace

import pytest

from aikg.mapping.identity import keys_of_earlier, renamed
from aikg.mapping.known import Known
from aikg.model.extraction import NamedEntity
from tests.mapping.sample import ENTITIES, HARBOUR, MAKER, ROBOT, assertion, event, extraction, figure, relation


def entity(key: str, ko: str, en: str = "", **changes: object) -> NamedEntity:
    return replace(NamedEntity(key, "Hardware", ko, en, (), (1,), False, "gloss"), **changes)  # type: ignore[arg-type]


GULL = entity("product/gull", "갈매기", "Gull")


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (entity("product/galmaegi", "갈매기"), {"product/galmaegi": "product/gull"}),
        (entity("product/sea-gull", "바다갈매기", "GULL"), {"product/sea-gull": "product/gull"}),
        (entity("product/galmaegi", "갈 매 기"), {"product/galmaegi": "product/gull"}),
        (entity("product/gull", "갈매기"), {}),
        (entity("org/galmaegi", "갈매기"), {}),
        (entity("product/tern", "제비갈매기", "Tern"), {}),
        (entity("product/tern", "제비갈매기", "Tern", aliases=("갈매기",)), {}),
        (entity("product/x", "", ""), {}),
    ],
)
def test_a_name_shared_with_an_earlier_issue(new: NamedEntity, expected: dict[str, str]) -> None:
    assert keys_of_earlier([new], [GULL]) == expected


def test_a_name_of_two_earlier_things_decides_nothing() -> None:
    assert (
        keys_of_earlier([entity("product/galmaegi", "갈매기")], [GULL, entity("product/gull-2", "갈매기", "Gull 2")])
        == {}
    )


def test_the_same_thing_in_two_earlier_issues_is_one() -> None:
    assert keys_of_earlier([entity("product/galmaegi", "갈매기")], [GULL, GULL]) == {"product/galmaegi": "product/gull"}


def test_renaming_reaches_everything() -> None:
    keys = {MAKER: "org/gaon", ROBOT: "product/seagull"}
    said = assertion(claimants=(MAKER,))
    found = extraction(
        figures=(figure(assertion=said, baseline=(ROBOT,), share_of=(ROBOT,), benchmark=ROBOT),),
        relations=(relation(assertion=said),),
        events=(event(assertion=said, place=MAKER),),
    )
    after = renamed(found, keys)
    assert MAKER not in repr(after) and ROBOT not in repr(after)
    assert after.figures[0].benchmark == "product/seagull"
    assert after.events[0].place == "org/gaon"
    assert renamed(found, {}) is found


def test_two_that_become_one_are_merged() -> None:
    after = renamed(extraction(), {HARBOUR: MAKER})
    (merged,) = [e for e in after.entities if e.key == MAKER]
    assert merged.articles == (1, 2, 3)
    assert "한들시 항만청" in merged.aliases
    assert len(after.entities) == len(ENTITIES) - 1


def test_a_new_name_that_resembles_a_known_one_is_told() -> None:
    names = {"org/lamp-office": ("lampoffice", "등대청"), "org/lamp-works": ("lampworks2",), "work/lamps": ("등대청",)}
    by_name: dict[str, tuple[str, ...]] = {name: (key,) for key, called in names.items() for name in called}
    known = Known(by_name=by_name)
    assert known.resembling("org/u-s-lamp-office", "U.S. Lamp Office") == ("org/lamp-office",)
    assert known.resembling("org/lampworks", "Lamp Works 3", "") == (), "another number is another thing"
    assert known.resembling("org/x", "등") == (), "too short to tell"
    assert known.resembling("org/lamp-office", "Lamp Office") == (), "a thing does not resemble itself"
