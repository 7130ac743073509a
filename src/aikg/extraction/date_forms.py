"""How dates are written: years, months, days and their parts, in full, short, dotted, or relative to another date."""

import re

_TO = r"\s?[~∼〜～–—-]\s?"
_YEAR = r"(?:1[5-9]|20|21)\d\d"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_NO_SPAN = r"(?!\s?(?:간|동안)(?![가-힣]*[^가-힣\s]))"
#: what may follow 초 and 말, which begin other words too (초거대, 말레이시아)
_PART_ENDS = r"(?=까지|부터|에|의|은|는|이후|이전|경|쯤|께|로|기준|[\s,.)~∼·’”\]]|$)"

#: words for a year counted from that of the article, and from the year named last
FROM_NOW = {
    "올해": 0,
    "금년": 0,
    "올": 0,
    "내년": 1,
    "내후년": 2,
    "작년": -1,
    "지난해": -1,
    "지난 해": -1,
    "재작년": -2,
}
FROM_LATEST = {"같은 해": 0, "그해": 0, "동년": 0, "이듬해": 1, "다음 해": 1, "다음해": 1}
#: words for a month counted from that of the article
MONTHS_FROM_NOW = {"이달": 0, "이번 달": 0, "지난달": -1, "지난 달": -1, "내달": 1, "다음 달": 1, "다음달": 1}
#: words that point back at the date named last
BACK = {"이날": "day", "같은 날": "day", "당일": "day", "같은 달": "month", "당시": "any"}
#: parts of a year or month in the notation of ``aikg.model.timespan``
PARTS = {
    "초": "early", "초순": "early", "초반": "early", "상순": "early", "중순": "mid", "중반": "mid", "중엽": "mid",
    "말": "late", "하순": "late", "후반": "late", "연초": "early", "연말": "late", "상": "H1", "하": "H2",
}  # fmt: skip


def _any(words: dict[str, int] | dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


#: a year: "2031년", "’31년", "2031 회계연도"
YEAR = re.compile(
    rf"(?<![\d.,])(?P<year>{_YEAR})\s?(?:년도|년|회계연도|학년도){_NO_SPAN}|[’‘'`](?P<short>\d\d)년{_NO_SPAN}",
    re.ASCII,
)
RELATIVE_YEAR = re.compile(
    rf"(?<![가-힣])(?:(?P<word>{_any({w: n for w, n in FROM_NOW.items() if w != '올'})}|{_any(FROM_LATEST)})"
    r"(?:도(?=\s))?"
    r"|(?P<short>올)(?=\s?(?:\d{1,2}월|[1-4]분기|[상하]반기|[초말]\s|연[초말]|[가-힣]?봄|여름|가을|겨울)))",
    re.ASCII,
)
#: what stands after a year, and after a day's or month's name
IN_YEAR = re.compile(
    rf"\s?(?P<month>{_MONTH})(?:월?{_TO}(?P<month2>{_MONTH}))?월(?!호)"
    rf"(?:\s?(?P<day>{_DAY})(?:일?{_TO}(?P<day2>{_DAY}))?일(?!\s?동안|간))?"
    rf"(?:\s?(?P<monthpart>초순|초반|상순|중순|중반|하순|후반|초|말){_PART_ENDS})?"
    rf"|\s?(?P<quarter>[1-4])(?:분기?{_TO}(?P<quarter2>[1-4]))?(?:/4)?\s?분기(?!\s?(?:연속|만에|동안|째))"
    rf"|\s?(?P<quarterlist>[1-4]){_TO}(?P<quarterlist2>[1-4])분기"
    r"|\s?(?P<half>[상하])반기"
    rf"|\s?(?P<part>초반|초|중반|중엽|하순|후반|말){_PART_ENDS}|\s?(?P<yearend>연말|연초)",
    re.ASCII,
)
#: the same without a year: 지난 7월, 4분기, 하반기, 연말
BARE = re.compile(
    r"(?<![\d.,/A-Za-z가-힣-])(?:(?P<toward>지난|오는|다가오는)\s)?(?=\d{1,2}(?:월|[월\s]?[~∼～-])|[1-4](?:/4)?\s?분기|[1-4]\s?[~∼～-]\s?[1-4]분기|[상하]반기|연[말초])",
    re.ASCII,
)
DAY = re.compile(
    rf"(?<![\d.,가-힣])(?P<toward>지난|오는)\s(?P<day>{_DAY})(?:일?{_TO}(?P<day2>{_DAY}))?일(?![간가-힣]*간)"
    rf"|(?<![\d.,가-힣])(?P<local>{_DAY})일(?=\s?\(현지)",
    re.ASCII,
)
#: a bare day that ends a range: "3월 11일부터 15일까지"
END_DAY = re.compile(rf"(?P<day>{_DAY})일", re.ASCII)
YEARS = re.compile(
    rf"(?<![\d.,])(?P<first>{_YEAR})년?{_TO}(?P<second>{_YEAR}|\d\d)(?:년(?:도)?{_NO_SPAN}|\s?회계연도)", re.ASCII
)
DECADE = re.compile(r"(?<!\d)(?P<decade>(?:1[5-9]|20|21)\d0)년대(?:\s?(?:초반?|중반|후반|말)(?![가-힣]))?", re.ASCII)
DOTTED = re.compile(
    rf"(?:(?<![\d.])(?P<year>{_YEAR})|[’‘'`](?P<short>\d\d))\s?\.\s?(?P<month>{_MONTH})(?:\s?\.\s?(?P<day>{_DAY}))?(?![\d%])\s?\.?(?:월(?:호)?)?"
    rf"(?:{_TO}(?:(?P<month2>{_MONTH})\s?\.\s?)?(?P<day2>{_DAY})(?![\d%년])\.?)?",
    re.ASCII,
)
ISO = re.compile(rf"(?<![\d-])(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?(?![\d-])", re.ASCII)
MONTH_WORD = re.compile(
    rf"(?<![가-힣])(?P<word>{_any(MONTHS_FROM_NOW)})(?=[\s의에은까부말초,중]|$)(?:\s?(?P<part>초|말|중순){_PART_ENDS})?"
)
BACK_WORD = re.compile(rf"(?<![가-힣])(?P<word>{_any(BACK)})(?=[의에은,\s]|$)")
#: the end of a sentence or bracket, after which 당시 stands alone
SENTENCE_START = re.compile(r"(?:^|[,.;(△])\s?$")

LINK = re.compile(rf"(?P<from>부터\s|에서\s)|{_TO}")
UNTIL = re.compile(r"\s?(?:까지|이전|전까지|이내|안에(?=[\s,])|내(?=에[\s,]|로))")
SINCE = re.compile(r"\s?(?:부터|이후|이래)")
#: words that tell a plan, where a month without a year is one to come
AHEAD = re.compile(r"예정|계획|전망|방침|앞두|예상|시행될|출시될|적용될|발효")
WITHIN_YEAR = re.compile(r"(?<![가-힣])연내")
