"""The ready-made questions: each is a file of ``queries/questions``, its name says the question in English.

A file starts with four comments (``ko``, ``en``, ``cq``, ``articles``) and a blank line; the query follows.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_FORM = re.compile(
    r"# ko: (?P<ko>[^\n]+)\n"
    r"# en: (?P<en>[^\n]+)\n"
    r"# cq: (?P<competency>CQ\d{2})\n"
    r"# articles: (?P<articles>all|events|\d+(?:, \d+)*)\n"
    r"\n"
    r"(?P<text>[^#\n].*)",
    re.DOTALL,
)


#: the brief whose articles the questions number
ISSUE = "spri-2024-01"


@dataclass(frozen=True)
class Question:
    """A question in Korean and English with the SPARQL query that answers it.

    ``competency`` is the competency question it comes from; ``articles`` are the numbers of the articles that it is
    about, or ``all``, or ``events`` for the brief's list of conferences.
    """

    name: str
    ko: str
    en: str
    text: str
    competency: str
    articles: tuple[str, ...]


@cache
def questions() -> tuple[Question, ...]:
    """Return every ready-made question, in the order of the competency questions.

    >>> [question.name for question in questions()[:2]]
    ['ai-act-agreement-date', 'trilogue-institutions']
    """
    folder = files("aikg.graph") / "queries" / "questions"
    found = [_read(file) for file in folder.iterdir() if file.name.endswith(".rq")]
    return tuple(sorted(found, key=lambda question: (question.competency, question.name)))


def question(name: str) -> Question | None:
    """Return the question of that name, or None when there is none.

    >>> question("alliance-members").competency
    'CQ33'
    >>> question("no-such-question") is None
    True
    """
    return next((found for found in questions() if found.name == name), None)


def questions_by_article() -> list[tuple[str, Question]]:
    """Return every question with the first article that it is about, in the order of articles."""
    found = [(question.articles[0], question) for question in questions()]
    return sorted(found, key=lambda pair: (int(pair[0]) if pair[0].isdigit() else 99, pair[0], pair[1].competency))


def questions_of_article(number: int) -> list[Question]:
    """Return the questions that an article of their brief, given by its number, helps to answer.

    >>> [question.name for question in questions_of_article(2)]
    ['beijing-ruling-date']
    """
    return [question for question in questions() if str(number) in question.articles]


def _read(file: Traversable) -> Question:
    match = _FORM.fullmatch(file.read_text(encoding="utf-8"))
    if match is None:
        raise ValueError(f"{file.name} does not start with the comments ko, en, cq, articles and a blank line")
    return Question(
        name=file.name.removesuffix(".rq"),
        ko=match["ko"],
        en=match["en"],
        text=match["text"],
        competency=match["competency"],
        articles=tuple(match["articles"].split(", ")),
    )
