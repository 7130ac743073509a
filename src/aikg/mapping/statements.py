"""Statements and what they assert, as quads of their article's named graph."""

from rdflib import RDF, RDFS, SKOS, Graph, Literal, URIRef

from aikg.mapping.terms import add_comment, add_links, add_names, literal, number
from aikg.model.evidence import Locator
from aikg.model.statement import Discrepancy, Event, Figure, Provision, Sanction, Statement
from aikg.model.timespan import parse_time_span
from aikg.vocabulary import iris
from aikg.vocabulary.namespaces import AIKG, ELI, OA, QUDT, SCHEMA

_ROLE = URIRef("http://www.w3.org/ns/org#role")


def evidence_iri(article: str, locator: Locator) -> str:
    """Return the IRI of a place in an article: the same place has the same IRI."""
    return f"{article}/{locator.block}.{locator.start}-{locator.end}"


def add_evidence(graph: Graph, article: str, locator: Locator) -> URIRef:
    """Add where the words stand and return the IRI of the place."""
    node = URIRef(evidence_iri(article, locator))
    graph.add((node, RDF.type, AIKG.Evidence))
    graph.add((node, AIKG.block, Literal(locator.block)))
    graph.add((node, OA.start, number(locator.start)))
    graph.add((node, OA.end, number(locator.end)))
    graph.add((node, AIKG.digest, Literal(locator.digest)))
    return node


def add_figure(graph: Graph, figure: Figure) -> None:
    """Add a figure with its measure, value, unit, bound and scope."""
    node = URIRef(figure.iri)
    graph.add((node, RDF.type, AIKG.Figure))
    graph.add((node, AIKG.originalText, Literal(figure.original_text)))
    for predicate, value in (
        (SCHEMA.value, figure.value),
        (SCHEMA.minValue, figure.minimum),
        (SCHEMA.maxValue, figure.maximum),
    ):
        if value is not None:
            graph.add((node, predicate, number(value)))
    for link, targets in (
        (AIKG.measure, (figure.measure,)),
        (AIKG.bound, (figure.bound,)),
        (QUDT.hasUnit, (figure.unit,)),
        (SCHEMA.observationAbout, figure.about),
        (AIKG.baseline, figure.baseline),
        (AIKG.shareOf, figure.share_of),
        (AIKG.convertedFrom, (figure.converted_from,)),
        (AIKG.per, (figure.per,)),
        (SCHEMA.measurementMethod, (figure.benchmark,)),
        (AIKG.period, (figure.period and iris.time_span(figure.period),)),
    ):
        add_links(graph, node, link, targets)
    add_comment(graph, node, figure.comment_ko, figure.comment_en)


def add_event(graph: Graph, event: Event) -> None:
    """Add an event; schema:startDate is given only where the day is exact."""
    node = URIRef(event.iri)
    graph.add((node, RDF.type, AIKG.Event))
    add_names(graph, node, SKOS.prefLabel, event.ko, event.en)
    for link, targets in (
        (AIKG.eventType, event.kinds),
        (AIKG.modality, (event.modality,)),
        (AIKG.actor, event.actors),
        (AIKG.concerns, event.concerns),
        (AIKG.legalStatus, (event.legal_status,)),
        (SCHEMA.location, (event.place,)),
        (AIKG.conditionalOn, event.conditional_on),
    ):
        add_links(graph, node, link, targets)
    if event.period:
        add_links(graph, node, AIKG.period, [iris.time_span(event.period)])
        span = parse_time_span(event.period)
        if span.precision == "day" and span.earliest:
            graph.add((node, SCHEMA.startDate, literal(span.earliest)))
    add_comment(graph, node, event.comment_ko, event.comment_en)


def add_provision(graph: Graph, provision: Provision) -> None:
    """Add a rule of a law."""
    node = URIRef(provision.iri)
    graph.add((node, RDF.type, AIKG.Provision))
    add_names(graph, node, SKOS.prefLabel, provision.ko, provision.en)
    for link, targets in (
        (ELI.is_part_of, (provision.law,)),
        (AIKG.provisionType, (provision.kind,)),
        (AIKG.targets, provision.targets),
        (AIKG.regulates, provision.regulates),
        (AIKG.riskTier, provision.risk_tiers),
        (AIKG.exceptionTo, (provision.exception_to,)),
        (AIKG.sanction, provision.sanctions),
    ):
        add_links(graph, node, link, targets)


def add_sanction(graph: Graph, sanction: Sanction) -> None:
    """Add a fine or another remedy."""
    node = URIRef(sanction.iri)
    graph.add((node, RDF.type, AIKG.Sanction))
    add_names(graph, node, SKOS.prefLabel, sanction.ko, sanction.en)
    add_links(graph, node, AIKG.fixedAmount, [sanction.fixed_amount])
    add_links(graph, node, AIKG.turnoverShare, [sanction.turnover_share])
    add_links(graph, node, AIKG.selectionRule, [sanction.selection_rule])


def add_discrepancy(graph: Graph, discrepancy: Discrepancy) -> None:
    """Add a recorded mismatch."""
    node = URIRef(discrepancy.iri)
    graph.add((node, RDF.type, AIKG.Discrepancy))
    add_links(graph, node, AIKG.discrepancyType, [discrepancy.kind])
    add_links(graph, node, SCHEMA.about, discrepancy.about)
    add_names(graph, node, RDFS.label, discrepancy.ko, discrepancy.en)
    status = discrepancy.review_status
    add_links(graph, node, AIKG.reviewStatus, [status and iris.concept(f"review-status/{status}")])


def add_statement(graph: Graph, statement: Statement) -> None:
    """Add a statement with its evidence and figures."""
    node = URIRef(statement.iri)
    graph.add((node, RDF.type, AIKG.Statement))
    add_names(graph, node, RDFS.label, statement.ko, statement.en)
    for locator in statement.evidence:
        graph.add((node, AIKG.evidence, add_evidence(graph, statement.article, locator)))
    for figure in statement.figures:
        graph.add((node, AIKG.figure, URIRef(figure.iri)))
        add_figure(graph, figure)
    for link, targets in (
        (AIKG.statedIn, (statement.article,)),
        (AIKG.modality, (statement.modality,)),
        (AIKG.claimant, statement.claimants),
        (AIKG.relayedBy, statement.relayed_by),
        (RDF.subject, statement.subjects),
        (RDF.predicate, (statement.predicate,)),
        (RDF.object, statement.objects),
        (_ROLE, statement.roles),
        (AIKG.outcome, (statement.outcome,)),
        (AIKG.period, (statement.period and iris.time_span(statement.period),)),
        (AIKG.asserts, statement.asserts),
        (SCHEMA.about, statement.about),
        (AIKG.conditionalOn, statement.conditional_on),
        (AIKG.restates, statement.restates),
        (AIKG.conflictsWith, statement.conflicts_with),
        (AIKG.reviewStatus, (iris.concept(f"review-status/{statement.review_status}"),)),
        (AIKG.confidence, (statement.confidence and iris.concept(f"confidence/{statement.confidence}"),)),
    ):
        add_links(graph, node, link, targets)
    if statement.rule:
        graph.add((node, AIKG.rule, Literal(statement.rule)))
    add_comment(graph, node, statement.comment_ko, statement.comment_en)
