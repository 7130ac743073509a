"""Names told apart and brought together: by country, by publisher, by what stands beside them."""

from __future__ import annotations

import pytest

from aikg.extraction.registry import Entry
from aikg.extraction.sources import cited
from aikg.model.extraction import NamedEntity
from tests.extraction.invented import article, kinds, named


def by_name(names: dict[str, NamedEntity], name: str) -> list[NamedEntity]:
    return [e for e in names.values() if name in (e.ko, e.en, *e.aliases)]


def test_a_law_of_every_country_is_that_of_the_article() -> None:
    known = (Entry("law/moon", "Law", "저작권법", "Copyright law of China", ("중국 저작권법",)),)
    names = named(
        article("미국 언론사가 저작권법 위반으로 소송을 제기", title="미국 언론사, 소송 제기"),
        article("중국 법원이 저작권법에 따라 판결", title="중국 법원, 저작권 인정", number=2),
        known=known,
    )
    assert [e.articles for e in by_name(names.entities, "미국 저작권법")] == [(1,)]
    assert names.entities["law/moon"].articles == (2,)


def test_offices_of_two_countries_are_two() -> None:
    found = kinds("영국 지식재산청(IPO)이 출원을 거부했으며 한국의 특허청에서도 거절", title="영국 법원, 출원 거부")
    assert {"Organization/영국 지식재산청", "Organization/한국 특허청"} <= found


def test_a_union_is_not_its_commission() -> None:
    found = kinds("EU 집행위원회가 2031년 5월 2일 계획을 발표", "EU는 내년부터 계획을 시행")
    assert {"Organization/EU 집행위원회", "Organization/EU"} <= found


@pytest.mark.parametrize(
    ("publisher", "bullet"),
    [
        ("The White House", "백악관이 2031년 5월 2일 계획을 발표"),
        ("Reuters", "로이터에 따르면 협상이 결렬"),
        ("Moon Office for Rivers and Energy", "달빛에너지청(MORE)이 2031년 5월 2일 계획을 발표"),
        ("U.S. Department of Commerce", "미국 상무부가 2031년 5월 2일 계획을 발표"),
        ("経済産業省", "일본 경제산업성이 2031년 5월 2일 지침을 발표"),
    ],
)
def test_a_publisher_is_the_organization_of_the_text(publisher: str, bullet: str) -> None:
    names = named(article(bullet, title="계획 발표", sources=((publisher, "A plan", "2031-05-02"),)))
    organizations = [e for e in names.entities.values() if e.kind == "Organization"]
    assert len(organizations) == 1
    assert publisher in organizations[0].aliases or publisher.startswith("Moon")


def test_a_publisher_cut_at_a_comma_is_made_whole() -> None:
    source = ("Department for Rivers", "Lakes and Wetlands, A plan for water", "2031-05-02")
    (found,) = cited([article("계획", sources=(source,))])
    assert (found.publisher, found.title) == ("Department for Rivers, Lakes and Wetlands", "A plan for water")


def test_a_title_with_commas_stays_a_title() -> None:
    source = ("Garam", "Haneul, Garam and Noeul announce a fund", "2031-05-02")
    (found,) = cited([article("기금", sources=(source,))])
    assert found.publisher == "Garam"


@pytest.mark.parametrize(
    ("bullet", "expected"),
    [
        ("불법 도서 데이터셋 ‘북별(Bookbyeol)’과 ‘립별(Ripbyeol)’을 학습에 이용", "Dataset/립별"),
        ("‘도란가온-L’을 공개", "Product/도란가온-L"),
        ("새 법안 ‘SB 2047’을 통과", "Law/SB 2047"),
        ("대표가 마루뷰에서 열린 회의에 참석", "Place/마루뷰"),
        ("서울에서 열린 ‘가온페스타 2031’에서 신제품을 소개", "Conference/가온페스타 2031"),
        ("경쟁 제품인 하늬봇(Hanuibot)보다 저렴", "Product/하늬봇"),
        ("하늬테(Hanuite)에 제기된 소송", "Organization/하늬테"),
        ("웹사이트(Byeolvote.org)로 안내", "Service/Byeolvote.org"),
        ("공식 웹사이트인 챗GPT, 뜬별, 하늬봇 같은 챗봇", "Service/뜬별"),
    ],
)
def test_what_stands_beside_a_name_tells_what_it_is(bullet: str, expected: str) -> None:
    assert expected in kinds(bullet)


@pytest.mark.parametrize(
    ("bullet", "spurious"),
    [
        ("각국 교육부에 연수를 제안", "Organization/교육부"),
        ("한빛나래와 애플 상대로 소송을 제기", "Organization/애플 상대"),
        ("가입자는 더 높은 인텔리전스, 챗GPT 프로 가입자는 무제한으로 이용", "Service/인텔리전스"),
        ("별무리 3 초기 버전(코드명 물결)을 공개", "AIModel/별무리"),
    ],
)
def test_common_words_are_no_names(bullet: str, spurious: str) -> None:
    assert spurious not in kinds(bullet)


def test_labels_that_go_on_a_name_are_of_its_kind() -> None:
    found = kinds(
        "‘오로라(Aurora)’ 시범사업은 △자원을 나누는 ‘오로라 오픈’ △보안 연구를 지원하는 ‘오로라 시큐어’로 운영",
        "(오로라 오픈) 9개 기관이 자원을 제공",
    )
    assert {"Programme/오로라", "Programme/오로라 오픈", "Programme/오로라 시큐어"} <= found


def test_spellings_that_differ_in_a_vowel_are_one() -> None:
    names = named(article("‘가온-트레젝토리’ 기술을 소개", "‘가온-트라젝토리(Gaon-Trajectory)’ 기술을 공개"))
    assert len(by_name(names.entities, "가온-트라젝토리")) == 1
    assert by_name(names.entities, "가온-트레젝토리") == by_name(names.entities, "가온-트라젝토리")
