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
