"""Statements about something, as a reader wants them: of one modality, a page at a time."""

from __future__ import annotations

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
    """Statements of one page with the part of the article each stands in; ``facets`` count all by modality."""

    page: Page[Reference]
    views: tuple[tuple[StatementView, str], ...]
    facets: list[tuple[str, int]]
    chosen: str
    total: int
    candidates: int


def statement_list(references: Sequence[Reference]) -> StatementList:
    """Return the page of statements that the request asks for, with ``modality`` and ``page``."""
    chosen = request.args.get("modality", "")
    wanted = [r for r in references if not chosen or r.modality == VOC + "modality/" + chosen]
    page = paged(wanted, PAGE_SIZE)
    views = tuple((statement_view(catalogue().graph, r.iri), r.part) for r in page.items)
    unsure = sum(reference.is_candidate for reference in references)
    return StatementList(page, views, modalities(references), chosen, len(references), unsure)
