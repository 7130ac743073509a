"""The list of new names beside a brief."""

from aikg.ingest.neighbours import as_table
from aikg.model.extraction import NamedEntity


def entity(ko: str) -> NamedEntity:
    return NamedEntity("law/one", "Law", ko, ko, (), (1, 3), False, "quote")


def test_a_name_with_where_it_stands_and_what_found_it() -> None:
    assert as_table([entity("새 강 선언")]).splitlines()[1] == "law/one\tLaw\t새 강 선언\t새 강 선언\t1 3\tquote"


def test_a_whole_title_is_no_name_to_look_for() -> None:
    assert as_table([entity("모든 강과 모든 시내를 맑고 깨끗하게 지키기 위한 온 누리의 다짐")]).count("\n") == 1
