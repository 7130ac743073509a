"""Text from outside made fit for labels and IRIs: no control characters, no blanks at the ends, no excess length."""

import re
import unicodedata

#: names in labels are cut here, so that a hostile title does not fill a page
LONGEST_NAME = 120
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_SHORT_BEFORE = re.compile(r"\((?P<short>[^()]{2,30})\)\s*(?P<long>\S.*)")
_KEY = re.compile(r"[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*")
_URL = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]+)?(?:/[^\s<>\"{}|\\^`]*)?", re.IGNORECASE)


def clean(text: str) -> str:
    r"""Return ``text`` without control characters and with single blanks.

    >>> clean(" 등대\x00\n 로봇 ")
    '등대 로봇'
    """
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", _CONTROL.sub(" ", text))).strip()


def cut(text: str, longest: int = LONGEST_NAME) -> str:
    """Return clean ``text``, ended with an ellipsis where it is too long.

    >>> cut("abcdef", 4)
    'abc…'
    """
    text = clean(text)
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def short_behind(name: str) -> str:
    """Return a name that is printed behind its short form with the short form behind it.

    >>> short_behind("(LAMP 2025) Lamp and Light Show"), short_behind("Lamp Show (Kiel)")
    ('Lamp and Light Show (LAMP 2025)', 'Lamp Show (Kiel)')
    """
    parts = _SHORT_BEFORE.fullmatch(name)
    return f"{parts['long']} ({parts['short']})" if parts else name


def is_key(key: str) -> bool:
    """Tell whether ``key`` is fit for the IRI of an entity.

    >>> is_key("org/ibm"), is_key("org/x> . <y"), is_key("ibm")
    (True, False, False)
    """
    return _KEY.fullmatch(key) is not None


def web_address(printed: str) -> str | None:
    """Return an address as an IRI, with the scheme that print leaves out; None when it is none.

    >>> web_address("www.ces.example/2025"), web_address("lamp show")
    ('https://www.ces.example/2025', None)
    """
    address = clean(printed)
    if "://" not in address:
        address = "https://" + address
    return address if _URL.fullmatch(address) else None
