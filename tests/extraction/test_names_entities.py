"""What entities stand for: one a thing, under all its printed forms, in the articles that name it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from aikg.extraction.registry import Entry
from aikg.model.extraction import NamedEntity
from tests.extraction.invented import article, kinds, named

GARAM = Entry("org/garam", "Organization", "가람", "Garam", ("GRM",), "company")


def entity(names: dict[str, NamedEntity], ko: str) -> NamedEntity:
    return next(e for e in names.values() if e.ko == ko)


def test_the_registry_gives_its_key_to_other_names() -> None:
    names = named(article("GRM이 2031년 5월 2일 모델을 공개"), known=(GARAM,))
    assert names.entities["org/garam"].aliases == ("GRM",)
    assert names.entities["org/garam"].known


def test_a_name_of_the_registry_within_a_word_is_none() -> None:
    assert "org/garam" not in named(article("가람자리에 앉음"), known=(GARAM,)).entities


def test_staff_acts_for_its_organization() -> None:
    names = named(article("은하수大(EHU) 연구진이 2031년 5월 2일 논문을 공개", title="은하수大 연구진, 논문 공개"))
    aliases = entity(names.entities, "은하수大").aliases
    assert {"은하수大 연구진", "은하수大(EHU) 연구진", "EHU"} <= set(aliases)


def test_the_federal_government_is_that_of_the_country() -> None:
    text = "연방 정부는 예산을 확대하고 미국 정부는 규제를 완화"
    assert kinds(text, title="미국, 규제 완화") == {"Organization/미국 정부", "Place/미국"}


def test_a_shorter_law_is_the_law_of_the_article() -> None:
    names = named(
        article("‘믿을 수 있는 AI 사용에 관한 행정명령’에 서명하고 AI 행정명령을 공개", title="AI 행정명령 서명")
    )
    laws = [e for e in names.entities.values() if e.kind == "Law"]
    assert [law.ko for law in laws] == ["믿을 수 있는 AI 사용에 관한 행정명령"]
    assert "AI 행정명령" in laws[0].aliases


def test_a_cited_law_is_the_law_of_the_headline() -> None:
    cited = (("Moon Office", "Executive Order on Trustworthy Rivers", "2031-05-02"),)
    names = named(
        article("‘믿음직한 강에 관한 행정명령’에 서명", title="‘믿음직한 강에 관한 행정명령’ 발표", sources=cited)
    )
    assert entity(names.entities, "믿음직한 강에 관한 행정명령").en == "Executive Order on Trustworthy Rivers"
    assert not [e for e in names.entities.values() if e.kind == "Work"]


def test_a_cited_report_is_a_work_and_its_publisher_an_organization() -> None:
    names = named(
        article("보고서를 공개", title="강 보고서", sources=(("Moon Office", "Rivers of 2031", "2031-05-02"),))
    )
    assert {(e.kind, e.en) for e in names.entities.values()} == {
        ("Organization", "Moon Office"),
        ("Work", "Rivers of 2031"),
    }


def test_words_that_a_quote_makes_a_name_say_what_they_mean_elsewhere() -> None:
    names = named(
        article("‘AI 적용(Apply Steps)’ 전략을 제안", title="전략 제안"),
        article("사회 문제 해결에 AI 적용을 확대", title="문제 해결", number=2),
    )
    assert entity(names.entities, "AI 적용").articles == (1,)


def test_one_key_for_one_name_in_every_brief() -> None:
    texts = "해양관측청(OOA)이 자료를 공개", "모델 ‘소리샘 3’을 공개"
    first, second = named(article(*texts)), named(article(*reversed(texts)))
    assert set(first.entities) == set(second.entities)


def test_mentions_tell_where_names_stand() -> None:
    text = "해양관측청(OOA)이 OOA 자료를 공개"
    names = named(article(text))
    assert [text[m.span.start : m.span.end] for m in names.mentions(1, "b1")] == ["해양관측청", "OOA", "OOA"]
    assert names.mentions(9, "b1") == ()
    assert names.tokens(9, "b1") == ()


def test_a_name_is_one_token() -> None:
    names = named(article("가람소프트(Garam Soft)는 가람소프트 검색을 개편"))
    assert "가람소프트 검색" in {token.form for token in names.tokens(1, "b1")}


PIECES = st.sampled_from(
    (
        "가람|(Garam)|’|‘|(|)|*|**| |,|2.5|-|R1|大|연구진|이하|GPT-4|은|의|정부|미국|△|①|(이하 ‘|\x00|\u200b|𝔸|🤖|㈜"
        "|.com|AI|법|20|년"
    ).split("|")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=25), st.lists(PIECES, max_size=8))
def test_hostile_texts_give_sorted_mentions_within_the_text(pieces: list[str], title: list[str]) -> None:
    text = "".join(pieces)
    names = named(article(text, title="".join(title), notes=(text,), sources=((text, text, None),)), known=(GARAM,))
    end = 0
    for mention in names.mentions(1, "b1"):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.entity in names.entities
        end = mention.span.end


def test_a_lawsuit_is_named_after_who_stands_first_in_the_title() -> None:
    told = article(
        "가람일보(Garam Daily)가 2031년 5월 2일 나루(Naru)를 상대로 저작권 침해 소송을 제기",
        "나루는 이 소송이 무익하다고 주장",
        title="가람일보, 저작권 침해로 나루 고소",
    )
    names = named(told)
    case = entity(names.entities, "가람일보의 저작권 침해 소송")
    assert (case.kind, case.articles) == ("CourtCase", (1,))
    assert [m.text for b in ("b1", "b2") for m in names.mentions(1, b) if m.entity == case.key] == [
        "저작권 침해 소송",
        "소송",
    ]


def test_two_articles_about_lawsuits_are_about_two() -> None:
    one = article("가람(Garam)을 상대로 특허 침해 소송을 제기", title="나루, 가람 제소")
    two = article("다솜(Dasom)을 상대로 특허 침해 소송을 제기", title="보람, 다솜 제소", number=2)
    assert {e.ko for e in named(one, two).entities.values() if e.kind == "CourtCase"} == {
        "나루의 특허 침해 소송",
        "보람의 특허 침해 소송",
    }


def test_who_only_fears_lawsuits_is_in_none() -> None:
    assert not any(
        k.startswith("CourtCase") for k in kinds("가람(Garam)은 소송에 대비해 규정을 마련", title="가람, 규정 마련")
    )
