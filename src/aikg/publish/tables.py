"""The dataset for spreadsheets and network tools: CSV tables (RFC 4180) and the relations as GraphML."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import networkx as nx

from aikg.graph.catalogue import Catalogue
from aikg.graph.network import DRAWN, drawn_edges
from aikg.graph.statements import FigureView, StatementView, figure_view, statement_view
from aikg.vocabulary.iris import kind, slug

#: several values in one cell
_BETWEEN = " | "
#: spreadsheets take a file for UTF-8 only when it starts so
_BOM = "\ufeff"

_Rows = Iterator[list[object]]


def to_csv(header: list[str], rows: _Rows) -> bytes:
    """Return a table in UTF-8 with a byte order mark, lines ended as the RFC wants."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return (_BOM + text.getvalue()).encode()


def tables(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every table."""
    statements = [statement_view(catalogue.graph, iri) for iri in _statement_iris(catalogue)]
    yield "statements.csv", to_csv(_STATEMENT_HEADER, (_statement(catalogue, view) for view in statements))
    yield "figures.csv", to_csv(_FIGURE_HEADER, _figures(catalogue))
    yield "events.csv", to_csv(_EVENT_HEADER, _events(catalogue))
    yield "things.csv", to_csv(_THING_HEADER, _things(catalogue))
    yield "relations.graphml", relations(catalogue)


def _statement_iris(catalogue: Catalogue) -> list[str]:
    found = {row["article"] for row in catalogue.articles}
    return [reference.iri for article in sorted(found) for reference in catalogue.references.within(article)]


def _names(catalogue: Catalogue, iri: str) -> list[object]:
    """Return the Korean and the English name of a thing, nothing for nothing."""
    return [catalogue.labels.label(iri, lang) if iri else "" for lang in ("ko", "en")]


def _all_names(catalogue: Catalogue, iris: tuple[str, ...], lang: str) -> str:
    return _BETWEEN.join(catalogue.labels.label(iri, lang) for iri in iris)


_STATEMENT_HEADER = ["iri", "sentence_ko", "sentence_en", "modality", "review", "confidence", "claimants_ko"]
_STATEMENT_HEADER += ["claimants_en", "period_ko", "period_en", "subjects", "predicate", "objects", "article", "blocks"]


def _statement(catalogue: Catalogue, view: StatementView) -> list[object]:
    marks = [slug(view.modality), slug(view.status), slug(view.confidence) if view.confidence else ""]
    claimants = [_all_names(catalogue, view.claimants, lang) for lang in ("ko", "en")]
    triple = [_BETWEEN.join(view.subjects), view.predicate, _BETWEEN.join(view.objects)]
    blocks = _BETWEEN.join(dict.fromkeys(place.block for place in view.places))
    return [
        view.iri,
        *_names(catalogue, view.iri),
        *marks,
        *claimants,
        *_names(catalogue, view.period),
        *triple,
        view.article,
        blocks,
    ]


_FIGURE_HEADER = ["iri", "measure_ko", "measure_en", "value", "minimum", "maximum", "unit_ko", "unit_en", "currency"]
_FIGURE_HEADER += ["bound", "printed", "about_ko", "about_en", "period_ko", "period_en", "modality", "claimants_ko"]
_FIGURE_HEADER += ["claimants_en", "review", "statement"]


def _figures(catalogue: Catalogue) -> _Rows:
    for row in catalogue.figures:
        view = figure_view(catalogue.graph, row.iri)
        claimants = [_all_names(catalogue, row.claimants, lang) for lang in ("ko", "en")]
        review = "candidate" if row.is_candidate else "reviewed"
        yield [*_figure(catalogue, view), slug(row.modality), *claimants, review, row.statement]


def _figure(catalogue: Catalogue, view: FigureView) -> list[object]:
    numbers = ["" if n is None else f"{n:f}" for n in (view.value, view.minimum, view.maximum)]
    about = [_all_names(catalogue, view.about, lang) for lang in ("ko", "en")]
    amount = [*numbers, *_names(catalogue, view.unit), view.currency, slug(view.bound), view.printed]
    return [view.iri, *_names(catalogue, view.measure), *amount, *about, *_names(catalogue, view.period)]


_EVENT_HEADER = ["iri", "name_ko", "name_en", "earliest", "latest", "types", "modality", "review", "article"]


def _events(catalogue: Catalogue) -> _Rows:
    for event in catalogue.events:
        types = _BETWEEN.join(map(slug, event.types))
        review = "candidate" if event.is_candidate else "reviewed"
        names = _names(catalogue, event.iri)
        yield [event.iri, *names, event.begin, event.end, types, slug(event.modality), review, event.article]


_THING_HEADER = ["iri", "kind", "name_ko", "name_en", "nature", "articles", "same_as"]


def _things(catalogue: Catalogue) -> _Rows:
    for thing in sorted(catalogue.things, key=lambda thing: thing.iri):
        same = catalogue.graph.objects(thing.iri, "http://www.w3.org/2004/02/skos/core#exactMatch")
        names = _names(catalogue, thing.iri)
        yield [thing.iri, thing.kind, *names, slug(thing.nature), thing.articles, _BETWEEN.join(same)]


def relations(catalogue: Catalogue) -> bytes:
    """Return every relation between things as GraphML: nodes with names and kind, edges with their property."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    edges = sorted(edge for name in DRAWN for edge in drawn_edges(catalogue.graph, name))
    for iri in sorted({end for source, _, target, _ in edges for end in (source, target)}):
        ko, en = _names(catalogue, iri)
        network.add_node(iri, label_ko=ko, label_en=en, kind=kind(iri))
    for number, (source, name, target, candidate) in enumerate(edges):
        ko, en = _names(catalogue, name)
        network.add_edge(source, target, key=f"e{number}", property=name, label_ko=ko, label_en=en, candidate=candidate)
    return ("\n".join(nx.generate_graphml(network)) + "\n").encode()
