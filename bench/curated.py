"""A brief of the data folder as an annotation bundle, so that the extraction can be scored against what people curated.

    python bench/curated.py spri-2024-01 FOLDER

What the text only counts or describes (groups, topics) and what is not stated as a fact is accepted, not required.
A cited source is a publication by its publisher on its day; the conferences of the brief are ``c01``, ``c02`` ...
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rdflib import DCTERMS, RDF, SKOS, Graph, URIRef
from rdflib.term import Node

from aikg import resources
from aikg.mapping.annotations import edtf, interval, names_of
from aikg.mapping.tables import table
from aikg.vocabulary import iris
from aikg.vocabulary.concepts import concepts
from aikg.vocabulary.namespaces import AIKG, CITO, ID, QUDT, SCHEMA

Row = dict[str, Any]
_LINKS = (RDF.subject, RDF.object, SCHEMA.about, AIKG.claimant, AIKG.relayedBy)
_LINKS_OF_ASSERTED = (
    *(SCHEMA.observationAbout, AIKG.baseline, AIKG.shareOf, SCHEMA.measurementMethod),
    *(AIKG.actor, AIKG.concerns, SCHEMA.location, AIKG.targets, AIKG.regulates),
)
_TIERS = {"Topic": 3, "Group": 3, "Technology": 2}
_FACTS = {"fact", "legal-text"}
_PUBLISHER = "org/spri"


def curated_bundle(issue: str, data: Path) -> dict[str, list[Row]]:
    """Return the rows of each file of the bundle."""
    registry, articles = Graph(), sorted((data / "briefs" / issue).glob("[0-9][0-9].ttl"))
    for path in [*sorted((data / "registry").glob("*.ttl")), *(data / "briefs" / issue).glob("*.ttl")]:
        registry.parse(path)
    rows: dict[str, list[Row]] = defaultdict(list)
    named: dict[str, set[str]] = defaultdict(set)
    for path in articles:
        number, graph = int(path.stem), Graph().parse(path)
        node, article = URIRef(iris.article(issue, number)), f"a{number:02d}"
        works = sorted(graph.objects(node, CITO.citesAsSourceDocument), key=str)
        rows["articles"].append(_article(registry, node, article, works))
        publishers = {_key(publisher) for work in works for publisher in registry.objects(work, DCTERMS.publisher)}
        for key in _named(graph, node) | publishers:
            named[key].add(article)
        for statement in sorted(graph.subjects(RDF.type, AIKG.Statement), key=str):
            _add(rows, registry, statement, article)
        for work in works:
            rows["relations"] += _publishes(registry, work, article)
            rows["events"] += _publications(registry, work, article)
    for article, conference, statements in _conferences(registry, issue):
        named[_key(conference)].add(article)
        rows["events"].append(_event(registry, conference, article))
        for statement in statements:
            _add(rows, registry, statement, article)
            for key in _links(registry, statement):
                named[key].add(article)
    rows["entities"] = [row for key in sorted(named) if (row := _entity(registry, key, sorted(named[key])))]
    for name, prefix in (("figures", "f"), ("relations", "r"), ("events", "v")):
        rows[name] = [{"id": f"{prefix}{n:03d}", **row} for n, row in enumerate(_once(rows[name]), 1)]
    return rows


def _add(rows: dict[str, list[Row]], registry: Graph, statement: Node, article: str) -> None:
    rows["figures"] += _figures(registry, statement, article)
    rows["relations"] += _relations(registry, statement, article)
    rows["events"] += _events(registry, statement, article)


def _article(registry: Graph, node: Node, article: str, works: Iterable[Node]) -> Row:
    titles = {getattr(t, "language", ""): str(t) for t in registry.objects(node, DCTERMS.title)}
    sources = [
        {
            "publisher": _english(registry, registry.value(work, DCTERMS.publisher)),
            "title": str(registry.value(work, DCTERMS.title)),
            "date": str(registry.value(work, DCTERMS.issued)),
        }
        for work in works
    ]
    return {"id": article, "title_ko": titles["ko"], "title_en": titles.get("en"), "sources": sources}


def _publishes(registry: Graph, work: Node, article: str) -> Iterator[Row]:
    for publisher in sorted(registry.objects(work, DCTERMS.publisher), key=str):
        ends = {"subject": _key(publisher), "predicate": "publishes", "object": _key(work)}
        yield {"article": article, **ends, "confidence": "high"}


def _publications(registry: Graph, work: Node, article: str) -> Iterator[Row]:
    yield {
        "article": article,
        "type": "Publication",
        "type_alt": [],
        "agents": sorted(_key(publisher) for publisher in registry.objects(work, DCTERMS.publisher)),
        "objects": [_key(work)],
        "date": str(registry.value(work, DCTERMS.issued)),
        "description_en": str(registry.value(work, DCTERMS.title)),
    }


def _conferences(registry: Graph, issue: str) -> Iterator[tuple[str, Node, list[Node]]]:
    """Yield the entry, the conference and what is said of it or of where it is, in the order of the dates."""
    stated_in = URIRef(iris.conferences(issue))
    said = sorted(registry.subjects(AIKG.statedIn, stated_in), key=str)
    held = {event for statement in said for event in registry.objects(statement, RDF.subject)}
    listed = sorted(
        (str(registry.value(event, SCHEMA.startDate)), event)
        for event in held
        if (event, RDF.type, AIKG.Conference) in registry
    )
    for number, (_, conference) in enumerate(listed, 1):
        about = {conference, *registry.objects(conference, SCHEMA.location)}
        chosen: list[Node] = []
        for statement in said:
            ends = {*registry.objects(statement, RDF.subject), *registry.objects(statement, RDF.object)}
            if ends & about or conference in registry.objects(statement, SCHEMA.about):
                chosen.append(statement)
                about |= {end for end in ends if (end, RDF.type, SCHEMA.Place) in registry}
        yield f"c{number:02d}", conference, chosen


def _once(rows: Iterable[Row]) -> Iterator[Row]:
    seen = set()
    for row in rows:
        text = json.dumps(row, sort_keys=True, ensure_ascii=False)
        if text not in seen:
            seen.add(text)
            yield row


def _key(node: Node) -> str:
    return str(node).removeprefix(ID)


def _concept(node: Node | None) -> str:
    return iris.slug(str(node))


def _named(graph: Graph, article: URIRef) -> set[str]:
    found = {
        _key(node) for link in (SCHEMA.mentions, CITO.citesAsSourceDocument) for node in graph.objects(article, link)
    }
    return found.union(*(_links(graph, statement) for statement in graph.subjects(RDF.type, AIKG.Statement)))


def _links(graph: Graph, statement: Node) -> set[str]:
    found = {target for link in _LINKS for target in graph.objects(statement, link)}
    for link in (AIKG.asserts, AIKG.figure):
        for asserted in graph.objects(statement, link):
            found |= {target for inner in _LINKS_OF_ASSERTED for target in graph.objects(asserted, inner)}
    # the publisher of the brief speaks where nobody is named; it is not named itself
    keys = {_key(node) for node in found if str(node).startswith(ID) and "/article/" not in str(node)}
    return keys - {_PUBLISHER}


def _entity(registry: Graph, key: str, articles: list[str]) -> Row | None:
    node = URIRef(iris.entity(key))
    kind = _concept(registry.value(node, RDF.type))
    names = {getattr(n, "language", ""): str(n) for n in registry.objects(node, SKOS.prefLabel)}
    if kind not in names_of("types") or not names:
        return None
    aliases = sorted({str(n) for n in registry.objects(node, SKOS.altLabel)} | set(names.values()))
    row = {"id": key, "type": names_of("types")[kind], "label_ko": names.get("ko", ""), "label_en": names.get("en", "")}
    return {**row, "aliases": aliases, "articles": articles, "tier": _TIERS.get(kind, 1)}


def _said(registry: Graph, statement: Node) -> tuple[str, str | None]:
    modality = _concept(registry.value(statement, AIKG.modality))
    named = {_key(claimant) for claimant in registry.objects(statement, AIKG.claimant)} - {_PUBLISHER}
    # who said it comes before whom it was said for
    claimants = sorted(named, key=lambda key: (not key.startswith("person/"), key))
    return names_of("modalities")[modality], claimants[0] if claimants else None


def _notation(registry: Graph, node: Node) -> str | None:
    period = registry.value(node, AIKG.period)
    if period is None:
        return None
    steps = _concept(period).replace("_", "/")
    return re.sub(r"^until-(.*)", r"..\1", re.sub(r"^from-(.*)", r"\1..", steps))


def _figures(registry: Graph, statement: Node, article: str) -> Iterator[Row]:
    modality, claimant = _said(registry, statement)
    for figure in sorted(registry.objects(statement, AIKG.figure), key=str):
        value, least, most = (registry.value(figure, p) for p in (SCHEMA.value, SCHEMA.minValue, SCHEMA.maxValue))
        number = next(n for n in (value, least, most) if n is not None)
        about = sorted(_key(a) for a in registry.objects(figure, SCHEMA.observationAbout))
        unit = _concept(registry.value(figure, QUDT.hasUnit))
        notation = concepts()[f"unit/{unit}"].notation
        per = registry.value(figure, AIKG.per)
        yield {
            "article": article,
            "about": about[0] if about else None,
            "about_alt": about[1:],
            "measure": _concept(registry.value(figure, AIKG.measure)),
            "value": float(str(number)),
            "value_max": float(str(most)) if value is None and most is not None and least is not None else None,
            "unit": (notation if notation and notation != "%" else unit.replace("-per-", "/"))
            + (f"/{_concept(per)}" if per else ""),
            "comparator": names_of("comparators")[_concept(registry.value(figure, AIKG.bound))],
            "modality": modality,
            "claimant": claimant,
            "time": interval(_notation(registry, figure) or _notation(registry, statement)),
            "quote": str(registry.value(figure, AIKG.originalText)),
            "variant_group": f"{_concept(registry.value(figure, AIKG.measure))} {number} {unit}",
        }


def _relations(registry: Graph, statement: Node, article: str) -> Iterator[Row]:
    predicate = registry.value(statement, RDF.predicate)
    known = {(row["property"], bool(row.get("reversed"))): name for name, row in table("relations").items()}
    between_places = set(table("between-places").values())
    known |= {(iri, False): name for name, iri in table("between-places").items()}
    known |= {
        (str(AIKG.fineTunedFrom), False): "basedOn",
        ("http://www.w3.org/ns/org#subOrganizationOf", False): "partOf",
    }
    for (iri, is_reversed), name in known.items():
        if iri == str(predicate):
            fact = _concept(registry.value(statement, AIKG.modality)) in _FACTS
            for subject in sorted(registry.objects(statement, RDF.subject), key=str):
                for other in sorted(registry.objects(statement, RDF.object), key=str):
                    ends = (_key(other), _key(subject)) if is_reversed else (_key(subject), _key(other))
                    yield {
                        "article": article,
                        "subject": ends[0],
                        "predicate": name,
                        "predicate_alt": ["locatedIn"] if name == "partOf" and iri in between_places else [],
                        "object": ends[1],
                        "confidence": "high" if fact else "medium",
                    }
            return


def _events(registry: Graph, statement: Node, article: str) -> Iterator[Row]:
    for event in sorted(registry.objects(statement, AIKG.asserts), key=str):
        if (event, AIKG.eventType, None) in registry:
            yield _event(registry, event, article)


def _event(registry: Graph, event: Node, article: str) -> Row:
    kinds = sorted(_concept(kind) for kind in registry.objects(event, AIKG.eventType))
    modality = _concept(registry.value(event, AIKG.modality))
    things, by_modality = [*registry.objects(event, AIKG.concerns)], names_of("events-by-modality")
    if kinds == ["conference"]:
        # it is its own object, and one to come is no plan of anything else
        things, by_modality = [*things, event], {}
    types = [by_modality.get(modality) or names_of("events").get(kind, "Other") for kind in kinds]
    return {
        "article": article,
        "type": types[0],
        "type_alt": sorted({*types[1:], *(names_of("events").get(kind, "Other") for kind in kinds)} - {types[0]}),
        "agents": sorted(_key(a) for link in (AIKG.actor, SCHEMA.organizer) for a in registry.objects(event, link)),
        "objects": sorted(_key(thing) for thing in things),
        "date": edtf(_notation(registry, event)),
        "description_en": _english(registry, event),
    }


def _english(registry: Graph, node: Node | None) -> str:
    names = {getattr(n, "language", ""): str(n) for n in registry.objects(node, SKOS.prefLabel)}
    return names.get("en", "")


def write(rows: dict[str, list[Row]], folder: Path) -> None:
    """Write the files of a bundle."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("articles", "entities", "figures", "relations", "events"):
        lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows.get(name, [])]
        (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")


def main() -> None:
    """Write the bundle of an issue and say how much is in it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("issue")
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    rows = curated_bundle(arguments.issue, resources.folder("data"))
    write(rows, arguments.folder)
    print(", ".join(f"{len(found)} {name}" for name, found in rows.items()))


if __name__ == "__main__":
    main()
