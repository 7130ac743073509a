"""Names that the text itself glosses: ``한글(English, ABBR)``, ``ABBR(한글)``, ``이하 X``, and what counts on behind it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from aikg.extraction.boundaries import closing_bracket
from aikg.extraction.candidates import Candidate, Typed
from aikg.extraction.folding import key
from aikg.extraction.kinds import class_noun, english_kind, head_kind, is_generic, shown_after, shown_before
from aikg.extraction.persons import is_title, looks_personal, person_shown
from aikg.extraction.quoting import enclosing_quote
from aikg.extraction.proper import is_proper
from aikg.extraction.reading import Reading, Word
from aikg.extraction.sounds import alike
from aikg.extraction.territories import country_names
from aikg.extraction.words import acronyms, word_list
from aikg.model.extraction import Confidence

_ENGLISH = re.compile(r"[A-Za-zÀ-ÿ0-9][A-Za-zÀ-ÿ0-9 .,&'’:;/+\-–·!?®™()]*$")
_SHORT = re.compile(r"이하,? *[‘'“\"]?([^‘’'“”\"]{1,20})[’'”\"]?$")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z0-9&+.\-]{0,9}$")
#: a version, a size or a series that goes on behind the gloss
_VERSION = re.compile(
    r"[ -]?(?:v?\d+(?:\.\d+)*(?:[BbMTK]|k)?|[A-Z]{1,4}-?\d+[A-Z]?|AI(?![A-Za-z0-9])|[A-Z]{2,3}(?=[’']))(?![\d.]|\s?(?:년|월|일|개|조|억|만|명|건|회|차|배|종|%|달러|곳))"
    r"(?:[ -](?:\d+(?:\.\d+)?[BbMTK]?(?![\d.년월일개조억만명])|(?:TIERS)(?![가-힣])))*"
    r"|(?:[ -](?:TIERS)(?![가-힣]))+".replace(
        "TIERS",
        "프로|울트라|나노|플래시|미니|터보|맥스|플러스|라지|스몰|미디엄|라이트|엔터프라이즈|어드밴스드|프리미엄|오푸스|소네트|하이쿠|코더|씽킹|비전|프리뷰",
    )
)
_DOMAIN = re.compile(r"\b[\w-]+\.(?:com|org|net|ai|io|txt|gov|kr|md|edu)\b", re.I)


@dataclass(frozen=True, slots=True)
class Gloss:
    """A bracket behind a name: the English form and the abbreviation in it, or the short form agreed on (이하)."""

    opening: int
    closing: int
    english: str
    abbreviation: str
    short: str = ""


def find_glosses(text: str) -> Iterator[Gloss]:
    """Yield the brackets of ``text`` that gloss a name, not examples, amounts, definitions and addresses."""
    for match in re.finditer(r"\(", text):
        closing = closing_bracket(text, match.start())
        if closing is None or match.start() == 0 or text[match.start() - 1].isspace():
            continue
        content = text[match.start() + 1 : closing].strip()
        if short := _SHORT.match(content):
            yield Gloss(match.start(), closing, "", "", short[1].strip())
        elif parsed := parse_gloss(content):
            yield Gloss(match.start(), closing, *parsed)


def parse_gloss(content: str) -> tuple[str, str] | None:
    """Return English name and abbreviation of a gloss, None when it is none.

    >>> parse_gloss("Artificial General Intelligence, AGI")
    ('Artificial General Intelligence', 'AGI')
    >>> parse_gloss("RAG"), parse_gloss("예: poem"), parse_gloss("14프레임")
    (('', 'RAG'), None, None)
    """
    content = re.sub(r"[,;]? *이하.*$", "", content)
    if not _ENGLISH.match(content) or len(content) > 150 or not re.search("[A-Za-z]", content):
        return None
    if re.match(r"\d", content) and not re.match(r"\d+[A-Za-z]", content):
        return None
    parts = [part.strip() for part in content.split(",")]
    if len(parts) > 1 and _ABBREVIATION.match(parts[-1]) and " " not in parts[-1]:
        return ", ".join(parts[:-1]), parts[-1]
    if len(parts) == 2 and parts[0].isupper() and _initials(parts[0], parts[1]):
        return parts[1], parts[0]
    if (" " not in content or len(content) < 9) and content.upper() == content and any(c.isalpha() for c in content):
        return "", content
    return content, ""


def _initials(short: str, long: str) -> bool:
    return short[:1].casefold() == long[:1].casefold() and len(long.split()) > 1


def mine(reading: Reading) -> Iterator[Candidate]:
    """Yield the names that a block glosses, with the edges and the kind that the place shows.

    Of a version, its family is a name too (``클로드(Claude) 2.1``): it may stand alone elsewhere.
    """
    for gloss in find_glosses(reading.text):
        if gloss.short:
            continue
        found = _quoted(reading, gloss) or _bare(reading, gloss)
        if found is not None:
            yield found
            family = reading.text[found.start : gloss.opening].strip()
            if found.name.startswith(family) and family != found.name and _is_version(found.name[len(family) :]):
                yield replace(found, end=gloss.closing + 1, name=family, english=gloss.english, aliases=(), rule="gloss.family")


def _is_version(rest: str) -> bool:
    return bool(re.match(r"[ -]?v?\d", rest))


def short_forms(reading: Reading) -> Iterator[Candidate]:
    """Yield names with what they are called from there on: ``마이크로소프트(이하 MS)``."""
    for gloss in find_glosses(reading.text):
        word = reading.word_at(gloss.opening - 1) if gloss.short else None
        if word is not None and word.text:
            start = word.start
            for before in reversed(_run_before(reading, word)):
                if not (before.is_bare and is_proper(before) and before.text not in country_names()):
                    break
                start = before.start
            name = reading.text[start : gloss.opening]
            typed = head_kind(name) or shown_before(reading, start)
            span = (start, gloss.opening)
            yield Candidate(reading.article, reading.block.id, *span, name, "gloss.short", typed, "", (gloss.short,))


def _quoted(reading: Reading, gloss: Gloss) -> Candidate | None:
    """A gloss within quotation marks: all that is quoted is the name."""
    quote = enclosing_quote(reading.text, gloss.opening)
    if quote is None:
        return None
    start, end = quote
    inside = reading.text[start:end]
    name = re.sub(r"\s{2,}", " ", re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*\)", "", inside)).strip(" *")
    if not name or len(name) > 60:
        return None
    behind = inside[gloss.closing + 1 - start :].strip(" *")
    english = (
        f"{gloss.english} {behind}".strip() if gloss.english and (not behind or behind.isascii()) else gloss.english
    )
    typed = _kind(reading, start, end, name, english)
    typed = None if typed is not None and typed.kind == "Person" else typed
    found = _candidate(reading, (start, end), name, english, gloss, typed, "gloss.quoted")
    shortened = f"{gloss.abbreviation} {behind}" if gloss.abbreviation and behind and not behind.isascii() else ""
    return replace(found, aliases=(*found.aliases, shortened)) if shortened else found


def _bare(reading: Reading, gloss: Gloss) -> Candidate | None:
    word = reading.word_at(gloss.opening - 1)
    if word is None or not re.match("[가-힣A-Za-z0-9大]", reading.text[gloss.opening - 1]):
        return None
    if _is_unit(word, reading, gloss) or _is_office(word, gloss) or _unsound_domain(reading, word, gloss):
        return None
    heard = word.start if _expands(word.text, gloss) else _heard(reading, word, gloss)
    start = heard if heard is not None else _translated(reading, word, gloss)
    if start is None:
        return None
    end, name, english = gloss.opening, reading.text[start : gloss.opening], gloss.english
    version = _VERSION.match(reading.text, gloss.closing + 1)
    if version and heard is not None:
        end, name = version.end(), name + version.group()
        english += version.group() if english and version.group().isascii() else ""
    typed = _kind(reading, start, end, name, english) or _unshown_person(name, english) or _agency(name, gloss)
    if typed is not None and typed.kind == "Technology" and (noun := _METHOD.match(reading.text, gloss.closing + 1)):
        method = _candidate(reading, (start, noun.end()), name + noun.group(), english, gloss, typed, "gloss.method")
        return method if name.isascii() and heard is not None and key(name) not in acronyms() else None
    if heard is None and (" " not in name and is_generic(name)):
        return None
    field = _field(reading, name, gloss)
    if heard is None and field is None and not _is_term(name, gloss, typed):
        return None
    typed = typed or field
    return _candidate(reading, (start, end), name, english, gloss, _as_term(name, typed), "gloss")


def _expands(short: str, gloss: Gloss) -> bool:
    """Does the gloss spell out an abbreviation? Its words begin with the first letter, and have the others in order."""
    letters = iter(gloss.english.casefold())
    is_short = short.isascii() and short.isupper() and key(short) not in acronyms() and " " in gloss.english
    return is_short and short[0] == gloss.english[0].upper() and all(letter in letters for letter in short.casefold())


def _agency(name: str, gloss: Gloss) -> Typed | None:
    """An office of state shows by its last syllable and the abbreviation behind it: ``해양관측청(OOA)``."""
    is_office = gloss.abbreviation.isalpha() and re.fullmatch("[가-힣A-Z]*[가-힣]{3,}[청처부국위]", name.split()[-1])
    return Typed("Organization", "government-agency", "head") if is_office and not gloss.english else None


def _field(reading: Reading, name: str, gloss: Gloss) -> Typed | None:
    """Common words that end in a class noun are a term where an abbreviation of their own stands behind."""
    if not gloss.abbreviation or " " not in name or not is_generic(name.replace("·", " ")):
        return None
    following = reading.words_after(gloss.closing + 1)[:1]
    ends = class_noun(name.split()[-1]) or (class_noun(following[0].text) if following else None)
    fits = ends is not None and ends.kind in ("AIModel", "Service", "Hardware", "Technology")
    return Typed("Technology", None, "term") if fits else None


_METHOD = re.compile(r" (?:방식|기법|기술|방법론|알고리즘|프레임워크|프로토콜)(?=$|[ ,.]|[은는이가을를의로와과]|으로)")


def _is_term(name: str, gloss: Gloss, typed: Typed | None) -> bool:
    """A translated name is one when its kind shows; a term when it has an abbreviation of its own."""
    if typed is not None and typed.kind not in ("Technology", "AIModel", "Service", "Hardware", "Product"):
        return True
    return bool(gloss.abbreviation and (gloss.english or not is_generic(name))) and len(name) > 2


def _as_term(name: str, typed: Typed | None) -> Typed | None:
    """Common words with a gloss name a technology: ``범용 AI(AGI)`` is no model."""
    if is_generic(name) and (typed is None or typed.kind in ("AIModel", "Service", "Hardware", "Product")):
        return Typed("Technology", None, "term")
    return typed


def _candidate(
    reading: Reading, span: tuple[int, int], name: str, english: str, gloss: Gloss, typed: Typed | None, rule: str
) -> Candidate:
    aliases = tuple(alias for alias in (gloss.abbreviation,) if alias and key(alias) not in acronyms())
    confidence = Confidence.HIGH if typed else Confidence.MEDIUM
    return Candidate(reading.article, reading.block.id, *span, name, rule, typed, english, aliases, confidence)


def _kind(reading: Reading, start: int, end: int, name: str, english: str) -> Typed | None:
    head = head_kind(name)
    sure = head if head and head.kind == "Organization" and name.split()[-1] not in word_list("agents", "soft") else None
    return (
        person_shown(reading, start, end if english == "" else start + len(name), english)
        or sure
        or shown_after(reading, end)
        or head
        or shown_before(reading, start)
        or english_kind(english)
    )


def _unshown_person(name: str, english: str) -> Typed | None:
    """First and last name rendered word for word, and nothing beside them that tells of a thing."""
    return Typed("Person", None, "shape") if looks_personal(name, english) and " " in english else None


def _heard(reading: Reading, word: Word, gloss: Gloss) -> int | None:
    """Return where the stretch begins that sounds like the gloss: a transliteration shows its own beginning."""
    english = re.sub(r"[-–]?\d[\w.-]*", "", gloss.english or gloss.abbreviation) or gloss.english
    starts = [word.start, *(w.start for w in reversed(_run_before(reading, word)[-4:]))]
    scored = []
    for start in starts:
        korean = reading.text[start : gloss.opening]
        score = alike(korean, english)
        if looks_personal(korean, english):
            score = max(score, 0.8)
        scored.append((round(score, 1), start))
    best = max(scored)
    return best[1] if best[0] >= 0.7 else None


def _run_before(reading: Reading, word: Word) -> list[Word]:
    """Return the words directly before ``word`` that no comma or sign cuts off."""
    found: list[Word] = []
    following = word
    for before in reversed(reading.words_before(word.start)):
        if following.fresh or before.end < following.start - 1 or before.tail == "list":
            break
        found.insert(0, before)
        following = before
    return found


def _translated(reading: Reading, word: Word, gloss: Gloss) -> int | None:
    """Return where a translated name begins: it has as many words as its gloss at most, and no country before it."""
    if word.stem < gloss.opening or not word.text:
        return None
    content = [w for w in re.findall(r"[A-Za-z][\w.'’-]*", gloss.english) if w.casefold() not in _SMALL]
    most = len(content) + 1 if content else max(2, len(gloss.abbreviation) + 1)
    start = word.start
    for index, before in enumerate(reversed(_run_before(reading, word)), start=2):
        if index > most or not before.is_bare or _stands_outside(before, content):
            break
        start = before.start
        if before.fresh:
            break
    return start


def _stands_outside(word: Word, content: Sequence[str]) -> bool:
    if word.text in content:
        return False
    typed = class_noun(word.text)
    introduces = typed is not None and typed.kind in ("Organization", "Conference", "Work")
    return introduces or word.text in _OUTSIDE or word.text[-1] in "0123456789년월일"


_SMALL = frozenset({"the", "of", "and", "for", "on", "in", "to", "a", "an", "with", "by", "at", "de"})
#: modifiers and countries that stand before a name and are no part of it
_OUTSIDE = frozenset(
    "최신 차세대 새로운 국내 주요 자체 미국 영국 중국 일본 한국 프랑스 독일 인도 캐나다 유럽 글로벌 세계 최초 신규 기존 대표적 유명 산하 소속 현지 등 및 통해 위한 최근 향후 해당 이번 관련 중 내 간 이후 이전 올해 지난해".split()
)


def _is_unit(word: Word, reading: Reading, gloss: Gloss) -> bool:
    """``192기가바이트(GB)`` glosses a unit."""
    counted = re.search(r"[\d만억조] ?$", reading.text[: word.start])
    return bool(re.match(r"\d+[가-힣]", reading.text[word.start :])) or bool(
        counted and len(word.text) > 1 and not gloss.english
    )


def _is_office(word: Word, gloss: Gloss) -> bool:
    """``최고기술책임자(CTO)`` glosses an office."""
    return is_title(word.text) or bool(re.fullmatch(r"C[A-Z]{1,2}O", gloss.abbreviation))


def _unsound_domain(reading: Reading, word: Word, gloss: Gloss) -> bool:
    """An address in brackets is no name, unless it sounds like the word (코드닷오알지(Code.org))."""
    written = gloss.english or gloss.abbreviation
    return bool(_DOMAIN.search(written)) and alike(reading.text[word.start : gloss.opening], written) < 0.5
