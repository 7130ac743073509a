"""The properties by which things relate to things, in the order of a page."""

from __future__ import annotations

from aikg.vocabulary.namespaces import AIKG

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_ORG = "http://www.w3.org/ns/org#"
_SCHEMA = "https://schema.org/"
_DCTERMS = "http://purl.org/dc/terms/"
_ELI = "http://data.europa.eu/eli/ontology#"
_OURS = str(AIKG._NS)

#: what a page shows first
RELATIONS = (
    *(_ORG + name for name in ("memberOf", "hasMember", "headOf", "subOrganizationOf", "hasSubOrganization")),
    *(_SCHEMA + name for name in ("founder", "worksFor", "organizer")),
    *(_OURS + name for name in ("developer", "offers", "investsIn", "partnerOf", "competitorOf", "participatesIn")),
    *(_SCHEMA + name for name in ("isVariantOf", "hasVariant", "successorOf", "isBasedOn")),
    *(_DCTERMS + name for name in ("isVersionOf", "hasVersion")),
    *(_OURS + name for name in ("fineTunedFrom", "trainedOn", "integratedIn", "providedThrough", "availability")),
    *(_OURS + name for name in ("evaluatedOn", "comparedWith", "supports", "uses", "targets")),
    *(_OURS + name for name in ("regulates", "decidedBy", "sanction", "legalStatus", "provisionType", "riskTier")),
    *(_OURS + name for name in ("exceptionTo", "fixedAmount", "turnoverShare", "selectionRule")),
    *(_ELI + name for name in ("is_part_of", "passed_by")),
    *(_OURS + name for name in ("eventType", "modality", "period", "actor", "concerns", "conditionalOn")),
    *(_OURS + name for name in ("discrepancyType", "measure", "bound", "baseline", "shareOf", "convertedFrom", "per")),
    *(_SCHEMA + name for name in ("availableLanguage", "location", "containedInPlace")),
    *(_DCTERMS + name for name in ("isPartOf", "hasPart", "publisher", "creator", "subject", "type", "relation")),
    *(_SCHEMA + name for name in ("about", "measurementMethod", "url")),
    _ORG + "classification",
    _SKOS + "broader",
)
#: relations that say the same as another one backwards
INVERSES = (
    _ORG + "hasMember",
    _ORG + "hasSubOrganization",
    _SCHEMA + "hasVariant",
    _DCTERMS + "hasVersion",
    _DCTERMS + "hasPart",
)
#: relations whose inverse the dataset states too, so that a page need not show them backwards
INVERSE_STATED = {
    *INVERSES,
    _ORG + "memberOf",
    _ORG + "subOrganizationOf",
    _SCHEMA + "isVariantOf",
    _DCTERMS + "isVersionOf",
    _DCTERMS + "isPartOf",
    _OURS + "partnerOf",
    _OURS + "competitorOf",
}
#: what a page says elsewhere, or what only machines ask for
NOT_SHOWN = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
    "http://www.w3.org/2000/01/rdf-schema#isDefinedBy",
    "http://purl.org/spar/cito/citesAsSourceDocument",
    _SCHEMA + "mentions",
    *(_OURS + name for name in ("reviewStatus", "confidence")),
    *(_SKOS + name for name in ("exactMatch", "inScheme", "topConceptOf", "hasTopConcept")),
}
#: events that a thing takes part in or that are about it, read backwards
OF_EVENTS = (_OURS + "actor", _OURS + "concerns")
