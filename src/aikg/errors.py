"""The exceptions of aikg, each with an exit status and a remedy.

::

    AikgError                 1  something went wrong that a user can mend
    ├── ViolationsFoundError  1  the data breaks a shape; the report says where
    ├── UsageError            2  a wrong argument or option
    ├── SourceError           3  a file that cannot be read or parsed: file and line
    ├── StoreError            4  the built store is missing, stale or damaged
    ├── QueryError            5  a query that cannot be run
    │   ├── QueryRefusedError    the query asks for what the endpoint does not do
    │   └── QueryTimeoutError    the query took longer than it may
    ├── BriefError            6  a document that was read but is no brief that can be ingested
    └── ReviewedError         7  what a person reviewed would have to be overwritten

Anything else is a fault of our own: exit status 70.
"""


class AikgError(Exception):
    """Base of all errors that are told to a user in one line.

    ``message`` says what is wrong, ``remedy`` what to do about it.
    """

    #: exit status of the command line
    exit_status = 1

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} ({self.remedy})" if self.remedy else self.message


class ViolationsFoundError(AikgError):
    """The data violates a shape; the report has been printed or is in the message."""


class UsageError(AikgError):
    """An argument or option that makes no sense."""

    exit_status = 2


class SourceError(AikgError):
    """A source file that cannot be read or parsed."""

    exit_status = 3


class StoreError(AikgError):
    """The built store is missing, unreadable or not of this version."""

    exit_status = 4


class QueryError(AikgError):
    """A SPARQL query that cannot be parsed or evaluated."""

    exit_status = 5


class QueryRefusedError(QueryError):
    """A query that asks for something the endpoint never does (update, SERVICE, LOAD)."""


class QueryTimeoutError(QueryError):
    """A query that was stopped at its time limit; there is no partial answer."""


class BriefError(AikgError):
    """A document that was read but is no brief that can be ingested: no article, no issue, another language."""

    exit_status = 6


class ReviewedError(AikgError):
    """A brief whose candidates would have to overwrite what a person reviewed."""

    exit_status = 7


#: exit status of a fault of our own (EX_SOFTWARE of sysexits.h)
FAULT = 70


def explained(error: Exception, verbose: bool = False) -> tuple[list[str], int]:
    """Return what a user is told of an error, line by line, and the exit status.

    A report of violations has lines of its own; everything else is one line. ``verbose`` tells that the traceback has
    been shown.
    """
    if isinstance(error, ViolationsFoundError):
        return [error.message, f"aikg: {error.remedy}"], error.exit_status
    if isinstance(error, AikgError):
        return [f"aikg: {_line(str(error))}"], error.exit_status
    if isinstance(error, OSError):
        reason = f"{error.filename}: {error.strerror}" if error.filename else error.strerror or str(error)
        return [f"aikg: {_line(reason)} (is there room, and may you read and write there?)"], UsageError.exit_status
    where = "please report it" if verbose else "aikg -v shows where; please report it"
    return [f"aikg: {type(error).__name__}: {_line(str(error))} (this is a fault of aikg; {where})"], FAULT


def _line(text: str, longest: int = 500) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
