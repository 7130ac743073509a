"""Where a name may begin and end in Korean text: particles follow it directly, other nouns do not."""

import re

_PARTICLE = (
    "에서는|에서도|에서의|에서|에게서|에게는|에게도|에게|에는|에도|에|으로부터|로부터|으로써|로써|으로서|로서|으로는|로는|으로도|로도|으로의|로의"
    "|으로|로|이라고|라고|이라는|라는|이라며|라며|이라면|라면|이란|란|이라|이나|나|이며|며|이자|이고|이든|든|이지만|지만|이다|인데|인|이었던|였던"
    "|이었|였|일|까지|부터|마저|조차|처럼|같은|만큼|만이|만을|만은|만의|만으로|만|보다|마다|밖에|뿐|은|는|이|가|을|를|의|도|와의|과의|와는|과는|와도|과도|와|과|랑"
    "|하고|한테|께서|이야|요|들이|들은|들의|들을|들과|들에|들도|들"
)
#: suffixes that make no other name of it
_SUFFIX = "측|용|판|급|형|산|발|식|계|향|내|당|팀|사|호"
#: what may stand directly behind a name in Hangul
_TAIL = re.compile(f"(?:{_SUFFIX})?(?:{_PARTICLE}){{0,3}}(?![가-힣A-Za-z0-9])")
#: behind a letter or digit Hangul may follow as a noun of its own ("GPT모델"), but not the counter of a number
_LETTER_TAIL = re.compile(r"(?![A-Za-z0-9]|[.,]\d|[-–+][A-Za-z0-9])")
_COUNTER = "년|월|일|개|조|억|만|천|백|배|명|건|회|차|위|점|%|억|시|분|초|주|쪽|종|곳|단계|가지"
#: behind a blank a counter is a word of its own: ``3 초기`` counts no seconds
COUNTED = rf"(?:{_COUNTER})|\s(?:{_COUNTER})(?:의|가|이|은|는|을|를|로|에|만|씩|당|간|와|과|도)?(?![가-힣])"
_DIGIT_TAIL = re.compile(rf"(?![A-Za-z0-9%]|[.,]\d|[-–+][A-Za-z0-9]|{COUNTED})")
_HANGUL, _LATIN = re.compile("[가-힣]"), re.compile(r"[A-Za-z0-9]")
_PARTICLE_AT = re.compile(f"(?:{_PARTICLE})(?![가-힣])")


def starts_well(text: str, start: int) -> bool:
    """May a name begin at ``start``: not within a word, nor behind a hyphen or a decimal point?

    >>> starts_well("연구글로벌", 1), starts_well("미국 구글", 3)
    (False, True)
    """
    if start <= 0:
        return True
    before, first = text[start - 1], text[start]
    if _LATIN.match(first):
        joined = before in "-_&@/." and start > 1 and bool(_LATIN.match(text[start - 2]))
        return not joined and not _LATIN.match(before) and not _HANGUL.match(before)
    return not _HANGUL.match(before) and not _LATIN.match(before)


def ends_well(text: str, end: int) -> bool:
    """May a name end at ``end``: before a particle, punctuation, a blank or the end?

    >>> ends_well("메타가 공개", 2), ends_well("메타버스", 2)
    (True, False)
    """
    if end >= len(text):
        return True
    last = text[end - 1]
    tail = _DIGIT_TAIL if last.isdigit() else _LETTER_TAIL if _LATIN.match(last) else _TAIL
    return bool(tail.match(text, end))


def particle_after(text: str, end: int) -> str:
    """Return the particle behind ``end``, past a closing quote or gloss; empty when there is none.

    >>> particle_after("‘소라(Sora)’를 공개", 3)
    '를'
    """
    found = _PARTICLE_AT.match(text, skip_gloss(text, end))
    return found.group() if found else ""


def skip_gloss(text: str, end: int) -> int:
    """Return where the words go on behind a name: past its gloss in brackets, a note's star and a closing quote."""
    while end < len(text):
        if text[end] in "’”'\"」』》>*":
            end += 1
        elif text[end] == "(" and (closing := closing_bracket(text, end)) is not None:
            end = closing + 1
        else:
            break
    return end


def closing_bracket(text: str, opening: int) -> int | None:
    """Return where the bracket that opens at ``opening`` closes, None when it does not within a line's length."""
    depth = 0
    for offset in range(opening, min(len(text), opening + 300)):
        depth += (text[offset] == "(") - (text[offset] == ")")
        if depth == 0:
            return offset
    return None
