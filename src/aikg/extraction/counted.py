"""The noun that a number counts: after the counter ("2만 개 이상의 최첨단 GPU") or before it ("매개변수 70억 개")."""

import re
from dataclasses import dataclass

from aikg.extraction.units import is_noun, unit_of_noun

#: nouns that name the unit wherever they stand in the phrase
_UNIT_NOUNS = {"token", "parameter", "gpu", "qubit"}
_EXTENT = (
    "이상|이하|초과|미만|가량|정도|안팎|내외|남짓|이내|규모|여"
    "|에 달하는|에 이르는|에 육박하는|(?:을|를|이|가)? ?넘는|에 가까운"
)
#: from the counter to the noun phrase: a blank, or 의, after words of extent
_LINK = re.compile(rf"(?:\s?\([^()]{{1,40}}\))?(?:\s?(?:{_EXTENT}))*(?P<of>의)?\s?(?<=[\s의])(?=[가-힣A-Za-z‘'“\"])")
_WORD = re.compile(r"[‘'“\"]?([가-힣A-Za-z][가-힣A-Za-z0-9+-]*)([^\s가-힣A-Za-z0-9+-]?)")
#: endings that make a word describe the next one
_DESCRIBES = re.compile(
    r".*(?:[한된던운른진할될]|하는|되는|있는|없는|갖는|나는|르는|쓰는|적인|많은|높은|낮은|같은|작은|적은|좋은|맞은|받은|남은|다른)|주요|필요한|신규|추가|관련|등"
)
_AND = {"및", "또는", "혹은"}
#: words after a counter that are no part of what is counted
_APART = re.compile(
    r"(?:모두|전부|전체|각각|가운데|중|대상|기준|동시|연속|만|뒤|후|전|내|안|사이|대비|함께|이상|이하|미만|수준|포함)(?:에서|에게|에|의|으로|로|은|을)?(?![가-힣])"
    r"|그친|그쳐|달하|이르|넘는|넘어"
)
_PARTICLE = re.compile(
    r"(?:에서는|에게는|으로는|이라는|에서|에게|에는|에도|으로|이나|이며|이고|이다|라는|까지|부터|보다|마다|을|를|은|는|이|가|에|로|와|과|의)$"
)
#: particles that agree with the last sound before them: after a consonant, after a vowel
_AFTER_CONSONANT = {"을", "은", "이", "과", "으로", "이나", "이며", "이고", "이다", "이라는"}
_AFTER_VOWEL = {"를", "는", "가", "와", "로", "라는"}
#: endings that a noun of the table may have and other words are better left with
_LOOSE = re.compile(r"(?:들)?(?:인|도|만|나|씩|별|들)$")
#: ㄹ among the final consonants
_RIEUL = 8
_WORDS = 7
_BEFORE = re.compile(r"([가-힣A-Za-z][가-힣A-Za-z0-9-]*)(?:\s?\(([A-Za-z]+)\))?(?:\s수(?:는|가|를)?)?\s$")
#: "… 토큰 처리 규모는 20만 개": the noun is the subject's
_SUBJECT = re.compile(r"(토큰|매개변수|파라미터|GPU)\s?[가-힣\s]{0,12}[은는이가을를도]\s(?:[약총]\s|최[대소]\s)?$")
_REACH = 30


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted noun as printed, and the unit that it gives, None when the table lacks it."""

    noun: str
    unit: str | None


def counted_after(text: str, position: int) -> Counted | None:
    """Return the noun of the phrase that follows a counter ending at ``position``, or None when none follows.

    >>> counted_after("2만 개 이상의 최첨단 GPU를 도입", 4)
    Counted(noun='GPU', unit='gpu')
    >>> counted_after("3개로 구성", 2), counted_after("12개의 새로운 물질 구조를 예측", 3)
    (None, Counted(noun='구조', unit='structure'))
    """
    link = _LINK.match(text, position)
    if link is None or _APART.match(text, link.end()):
        return None
    return _phrase(text, link.end(), whole=link["of"] is not None)


def noun_after(text: str, position: int) -> Counted | None:
    """Return the noun of the phrase that begins at ``position``.

    >>> noun_after("주요 기업의 투자", 0), noun_after("클라우드 사업자인 가나다", 0)
    (Counted(noun='기업', unit='organization'), Counted(noun='사업자', unit='organization'))
    """
    return None if _APART.match(text, position) else _phrase(text, position, whole=False)


def _phrase(text: str, position: int, whole: bool) -> Counted | None:
    """Return the noun of the table that ends a noun phrase, or its head when there is none.

    ``whole`` says that the phrase goes on to its particle ("3건의 은행 계좌 신청을"): then the head counts unless it
    stands next to a noun of the table. Without 의 a predicate may follow its noun ("3개 모델 공개").
    """
    last: Counted | None = None
    apart = 0
    for _ in range(_WORDS):
        match = _WORD.match(text, position)
        if match is None or (last and ((match[1] in _AND and last.unit) or _APART.match(match[1]))):
            break
        counted, particle = _read(match[1])
        if counted.unit in _UNIT_NOUNS:
            return counted
        apart += 1
        if counted.unit or not (match[1] in _AND or _DESCRIBES.fullmatch(match[1])):
            if counted.unit or last is None or last.unit is None or (whole and apart > 1):
                last, apart = counted, 0 if counted.unit else apart
            if particle and (particle != "의" or counted.unit):
                break
        if match[2] or text[match.end() : match.end() + 1] != " ":
            break
        position = match.end() + 1
    return last


def _read(word: str) -> tuple[Counted, str]:
    """Return a word as a noun, with the particle taken off."""
    if is_noun(word):
        return Counted(word, unit_of_noun(word)), ""
    stem, particle = stem_of(word)
    if found := unit_of_noun(stem):
        return Counted(stem, found), particle
    plain = _LOOSE.sub("", stem)
    if plain and (found := unit_of_noun(plain)):
        return Counted(plain, found), particle or stem[len(plain) :]
    return Counted(stem, unit_of_noun(word) if not particle else None), particle


def stem_of(word: str) -> tuple[str, str]:
    """Return a word without its particle, and the particle; one that does not fit the sound before it is none.

    >>> stem_of("모델을"), stem_of("국가"), stem_of("회의"), stem_of("GPU를")
    (('모델', '을'), ('국가', ''), ('회', '의'), ('GPU', '를'))
    """
    match = _PARTICLE.search(word)
    if match is None or match.start() == 0:
        return word, ""
    stem, particle = word[: match.start()], match[0]
    return (stem, particle) if _fits(stem[-1], particle) else (word, "")


def _fits(letter: str, particle: str) -> bool:
    """Tell whether a particle agrees with the sound before it; after letters that are not Hangul any may stand."""
    if not "가" <= letter <= "힣":
        return True
    final = (ord(letter) - ord("가")) % 28
    if particle in _AFTER_VOWEL:
        return final == 0 or (particle == "로" and final == _RIEUL)
    return final != 0 or particle not in _AFTER_CONSONANT


def counted_before(text: str, position: int) -> Counted | None:
    """Return the noun right before a number that begins at ``position``, when the table has it or it is a code.

    >>> counted_before("매개변수 70억 개", 5), counted_before("문제 중 30개", 5)
    (Counted(noun='매개변수', unit='parameter'), None)
    >>> counted_before("처리장치(GPU) 수만 개", 10)
    Counted(noun='GPU', unit='gpu')
    """
    window = text[max(0, position - _REACH) : position]
    if subject := _SUBJECT.search(window):
        return Counted(subject[1], unit_of_noun(subject[1]))
    match = _BEFORE.search(window)
    if match is None:
        return None
    for noun in (match[2], match[1]):
        if noun and (found := unit_of_noun(noun)):
            return Counted(noun, found)
    return Counted(match[1], None) if match[1].isascii() and any(c.isdigit() for c in match[1]) else None
