"""Statements about something, as a reader wants them: of one modality, a page at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from flask import request

from aikg.graph.references import Reference, modalities
from aikg.graph.statements import StatementView, statement_view
from aikg.vocabulary.namespaces import VOC
from aikg.web.paging import Page, paged
from aikg.web.site import catalogue

#: statements on one page
PAGE_SIZE = 30


@dataclass(frozen=True)
class StatementList:
    """Statements of one page with the part of the article each stands in.

    ``facets`` count by modality those of the chosen issue, ``issues`` by issue those of the chosen modality.
    """

    page: Page[Reference]
    views: tuple[tuple[StatementView, str], ...]
    facets: list[tuple[str, int]]
    issues: list[tuple[str, int]]
    chosen: str
    issue: str
    total: int
    candidates: int


def statement_list(references: Sequence[Reference]) -> StatementList:
    """Return the page of statements that the request asks for, with ``modality``, ``issue`` and ``page``."""
    chosen, issue = (request.args.get(name, "") for name in ("modality", "issue"))
    of_modality = [r for r in references if not chosen or r.modality == VOC + "modality/" + chosen]
    of_issue = [r for r in references if not issue or r.issue == issue]
    page = paged([r for r in of_modality if not issue or r.issue == issue], PAGE_SIZE)
    views = tuple((statement_view(catalogue().graph, r.iri), r.part) for r in page.items)
    unsure = sum(reference.is_candidate for reference in references)
    issues = sorted(Counter(r.issue for r in of_modality).items(), reverse=True)
    return StatementList(page, views, modalities(of_issue), issues, chosen, issue, len(references), unsure)
