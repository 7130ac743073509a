"""The noun that a number counts: after the counter ("2만 개 이상의 최첨단 GPU") or before it ("매개변수 70억 개")."""

import re
from dataclasses import dataclass

from aikg.extraction.units import unit_of_noun

#: nouns that name the unit wherever they stand in the phrase
_UNIT_NOUNS = {"token", "parameter", "gpu", "qubit"}
#: from the counter to the noun phrase: "의", " 이상의", "가량의", nothing
_LINK = re.compile(
    r"(?:\s?\([^()]{1,40}\))?(?:\s?(?:이상|이하|초과|미만|가량|정도|안팎|내외|남짓|이내|넘는|달하는|가까운|규모|수준|여|에 달하는|에 이르는|에 육박하는|을 넘는|가 넘는"
    r"|이 넘는))*의?\s?(?=[가-힣A-Za-z‘'“\"])"
)
_WORD = re.compile(r"[‘'“\"]?([가-힣A-Za-z0-9+-]+)([^\s가-힣A-Za-z0-9+-]?)")
#: endings that make a word describe the next one
_DESCRIBES = re.compile(
    r".*(?:[한된던운른진할될]|하는|되는|있는|없는|갖는|나는|르는|쓰는|적인|많은|높은|낮은|같은|작은|적은|좋은|맞은|받은|남은|다른|주요|대한|위한|필요한|등|및|또는|혹은|간)"
)
_PARTICLE = re.compile(
    r"(?:에서는|에게는|으로는|이라는|에서|에게|에는|에도|으로|이나|이며|이고|이다|라는|까지|부터|보다|마다|만을|만이|별로|당|을|를|은|는|이|가|에|로|와|과|도|의|만|인|씩|중|나)$"
)
#: particles that agree with the last sound before them: after a consonant, after a vowel
_AFTER_CONSONANT = {"을", "은", "이", "과", "으로", "이나", "이며", "이고", "이다", "이라는"}
_AFTER_VOWEL = {"를", "는", "가", "와", "로", "나", "라는"}
#: ㄹ among the final consonants
_RIEUL = 8
_WORDS = 7


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
    if link is None or (link.end() == position and text[position : position + 1].isalpha()):
        return None
    return _phrase(text, link.end())


def noun_after(text: str, position: int) -> Counted | None:
    """Return the noun of the phrase that begins at ``position``.

    >>> noun_after("주요 기업의 투자", 0), noun_after("클라우드 사업자인 가나다", 0)
    (Counted(noun='기업', unit='organization'), Counted(noun='사업자', unit='organization'))
    """
    return _phrase(text, position)


def _phrase(text: str, position: int) -> Counted | None:
    last: Counted | None = None
    for _ in range(_WORDS):
        match = _WORD.match(text, position)
        if match is None:
            break
        stem, particle = stem_of(match[1])
        found = unit_of_noun(match[1]) or unit_of_noun(stem)
        noun = match[1] if unit_of_noun(match[1]) else stem
        describes = found is None and (particle == "" or particle == "는") and _DESCRIBES.fullmatch(match[1])
        if found in _UNIT_NOUNS:
            return Counted(noun, found)
        if not describes:
            last = Counted(noun, found) if found or last is None or last.unit is None else last
            if particle and noun != match[1] and (particle != "의" or found):
                break
        if match[2] or text[match.end() : match.end() + 1] != " ":
            break
        position = match.end() + 1
    return last


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
    """Return the noun right before a number that begins at ``position``, when the table has it.

    >>> counted_before("매개변수 70억 개", 5), counted_before("문제 중 30개", 5)
    (Counted(noun='매개변수', unit='parameter'), None)
    """
    match = re.search(r"([가-힣A-Za-z]+)(?:\s수(?:는|가|를)?)?\s$", text[max(0, position - 24) : position])
    if match is None:
        return None
    found = unit_of_noun(match[1])
    return Counted(match[1], found) if found else None
