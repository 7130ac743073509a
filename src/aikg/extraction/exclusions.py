"""Numerals that are no quantities: parts of names and codes, addresses, references to articles of law, dates."""

import re

_PATTERNS = {
    "address": r"(?:https?://|www\.)[^\s)\]’”\"]+|(?<![\w.+-])[\w.+-]{1,60}@[\w.-]{3,60}"
    r"|(?<![\w.-])[\w.-]{1,60}\.(?:com|org|net|ai|io|kr|gov|eu|edu)\b[\w/.?=&%#-]*",
    # a letter before the digit: GPT-4, MI300X, v1.0, C2PA; money written USD100 is none
    "code": r"(?<![A-Za-z0-9$])(?!(?:USD|EUR|KRW|CNY|GBP|JPY|US)\$?\d)"
    r"[A-Za-z][A-Za-z0-9_./‑–-]{0,40}\d[A-Za-z0-9_./‑-]*",
    # a name in Hangul with its number after a hyphen
    "numbered name": r"(?<=[가-힣])-\d+(?:\.\d+)?(?![\d%])",
    "version": r"(?<![\d.])\d{1,4}\.\d{1,4}\.\d{1,4}(?:\.\d+)*"
    r"|(?<![\d.])\d{1,4}(?:\.\d{1,4})?-[A-Z][A-Za-z]+(?:-[A-Za-z]+)*",
    "telephone": r"\b\d{2,4}-\d{3,4}-\d{4}\b",
    "standard or time": r"(?<!\d)\d{1,6}:\d+(?::\d+)*",
    "list mark": r"^\s*[(\[]?\d{1,2}[.)\]]\s|[①-⑳❶-❿]",
    "note mark": r"(?<=[가-힣])\d{1,2}\)",
    "article of law": r"제\s?\d+\s?(?:조|항|호|절|장|편|관|목|부|국|군|과)(?:의\s?\d+)?"
    r"(?=[^가-힣]|[은는이가을를의에와과로도]|에서|부터|까지)"
    r"|(?<![\d,.])\d{1,3}조(?:의\s?\d+)?\s?(?:제\s?)?\d{1,2}항(?:\s?\d{1,2}호)?",
    "ratio": r"(?<![\d.,])\d{1,2}\s?대\s?\d{1,2}(?=\s|의|로|을|를|,|\.|$)",
    "calendar": r"(?:1[5-9]|20|21)\d\d년(?!\s?(?:간|동안))(?:도|대)?"
    r"|(?<![\d.,])(?:1[0-2]|0?[1-9])월(?:\s?\d{1,2}일?(?:\s?[~∼～-]\s?\d{1,2})?일)?"
    r"|(?:1[5-9]|20|21)\d\d\s?[~∼～-]\s?(?:(?:1[5-9]|20|21)\d\d|\d\d)년|[’‘'`]\d\d년|[’‘'`]\d\d\.\s?\d{1,2}(?:\.\s?\d{1,2})?\.?"
    r"|(?:19|20)\d\d\.\s?\d{1,2}(?:\.\s?\d{1,2})?\.?(?![\d%])|(?:19|20)\d\d-\d\d-\d\d|[1-4](?:\s?[~∼～]\s?[1-4])?분기|(?<!\d)[1-9]0년대",
    "hour of day": r"(?:오전|오후|새벽|밤)\s?\d{1,2}시(?:\s?\d{1,2}분)?"
    r"|(?<![\d.,])\d{1,2}시(?:\s?\d{1,2}분)?(?=\s|에|부터|까지|,|\)|$)",
    # roots that numerals in Hangul are part of
    "idiom": r"두말|세상|한편|한층|한번|수차|만장일치|천만에|백방|만반|일조일석|한 번에|한 마디로|한 발|한 축",
}
_ANY = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS.values()), re.ASCII)


def excluded(text: str) -> list[tuple[int, int]]:
    """Return the stretches of ``text`` that hold numerals but no quantity, in order.

    >>> [text[a:b] for text in ["GPT-4와 H100 3만 개"] for a, b in excluded(text)]
    ['GPT-4', 'H100']
    >>> excluded("제3조와 2031년 5월 2일")
    [(0, 3), (5, 10), (11, 16)]
    """
    return [match.span() for match in _ANY.finditer(text)]
