"""What an untyped name is by what is done with it: organizations act, are met and sued; products are used and shown."""

import re

from aikg.extraction.boundaries import skip_gloss

#: what a clause says of organizations alone, with the name as its subject
_ACTS = (
    r"(?:밝[히혔힘]|설명|강조|주장|발표|설립|인수|투자|계획|방침|추진|협력|제휴|합의|체결|고소|제소|운영|판매|조사"
    r"|(?:개발|공개|출시|제작|도입)(?![된되될됐]))"
)
_ORGANIZATION = re.compile(
    rf"(?:이|가|은|는) [^.]{{0,80}}?{_ACTS}"
    r"|[와과](?:의|는|도)? (?:함께|협력|협업|제휴|합의|계약|파트너십|공동|손잡|경쟁)"
    r"|에 (?:[가-힣0-9,]+ ){0,4}(?:투자|제기|소송|합류|공급|입사|매각|따르면)"
    r"|[을를] (?:인수|고소|제소|상대로|창업|설립|상대하|비롯한 (?:기업|업체|회사))"
    r"|에 (?:따르면|의하면)|에서 (?:근무|일하)|[과와]? ?(?:출신|소속|측[은이]|본사)"
)
_PRODUCT = re.compile(
    r"(?:을|를|으로|로)?(?: [가-힣]{2,4}을)? ?"
    r"(?:이용|활용|사용|탑재|적용|내장|구동|호출|내려받|다운로드|기반|실행|구독)"
    r"|[을를] (?:통해|통한|능가|앞[서섰]|선보|공개|출시|도입|연동|추천|업데이트)"
    r"|보다 |에서 (?:구동|실행|생성|제공|이용|사용|작동)|(?:으로|로) (?:생성|구동|작동|학습|제작|훈련)"
)


def role(text: str, end: int) -> str:
    """Return ``Organization`` or ``Product`` where what follows a name in ``text`` shows it, else nothing.

    >>> role("가온이 새 모델을 개발했다고 발표", 2), role("하늬를 활용해 번역", 2), role("보리의", 2)
    ('Organization', 'Product', '')
    """
    behind = skip_gloss(text, end)
    acts, used = _ORGANIZATION.match(text, behind), _PRODUCT.match(text, behind)
    return "Organization" if acts and not used else "Product" if used and not acts else ""
