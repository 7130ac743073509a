"""Refuse a request with a reason that can be told in Korean and in English."""

from __future__ import annotations

from typing import NoReturn

from flask import abort

from aikg.web import i18n


class Reason(str):
    """The reason in English, for programs and logs, that can say itself in another language."""

    key: str
    values: dict[str, object]

    def __new__(cls, key: str, **values: object) -> Reason:
        """Make the reason out of ``said_<key>`` among the messages."""
        reason = super().__new__(cls, i18n.message_in("en", f"said_{key}", **values))
        reason.key, reason.values = key, values
        return reason

    def told(self, lang: str) -> str:
        """Return the reason in a language."""
        return i18n.message_in(lang, f"said_{self.key}", **self.values)


def refuse(status: int, key: str, **values: object) -> NoReturn:
    """Abort with an HTTP status and the reason ``said_<key>``, its blanks filled in."""
    abort(status, Reason(key, **values))
