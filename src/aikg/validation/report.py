"""What validation found, in SHACL's own words (SHACL section 3.6), and where it stands in the files."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace

from rdflib import RDF, SH, Graph, Literal, URIRef

from aikg.vocabulary.namespaces import PREFIXES

#: severities, worst first
SEVERITIES = ("Violation", "Warning", "Info")
_WORDS = {"ko": {"Violation": "위반", "Warning": "주의", "Info": "참고"}, "en": {s: s for s in SEVERITIES}}
_SUMMARY = {
    "ko": "위반 {Violation}건, 주의 {Warning}건, 참고 {Info}건",
    "en": "{Violation} violation{Violation_s}, {Warning} warning{Warning_s}, {Info} note{Info_s}",
}


#: the longest namespaces first
_NAMESPACES = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


def short(text: str) -> str:
    """Return an IRI as it is written in the files: by prefix and name, or in angle brackets; else the text."""
    for prefix, namespace in _NAMESPACES:
        if text.startswith(namespace) and re.fullmatch(r"[A-Za-z0-9_-]+", text[len(namespace) :]):
            return f"{prefix}:{text[len(namespace) :]}"
    return f"<{text}>" if re.match("https?://", text) else text


def _node(iri: str) -> str:
    named = short(iri)
    return f"<{iri}>" if named == iri else named


@dataclass(frozen=True)
class ValidationResult:
    """One finding: the node, the property, what is wrong and how to mend it, in two languages."""

    severity: str
    focus_node: str
    result_path: str
    message_en: str
    message_ko: str
    value: str = ""
    source_shape: str = ""
    file: str = ""
    line: int | None = None

    def message(self, lang: str) -> str:
        """Return the message in ``lang``, falling back to the other language."""
        first, second = (self.message_ko, self.message_en) if lang == "ko" else (self.message_en, self.message_ko)
        return first or second

    def to_line(self, lang: str) -> str:
        """Return the finding as one line: where, which node, what is wrong."""
        place = f"{self.file}, line {self.line}: " if self.line else f"{self.file}: " if self.file else ""
        path = f" {short(self.result_path)}" if self.result_path else ""
        value = f" = {short(self.value)}" if self.value else ""
        return f"{_WORDS[lang][self.severity]}: {place}{_node(self.focus_node)}{path}{value}: {self.message(lang)}"


@dataclass(frozen=True)
class ValidationReport:
    """All findings, worst first and then by place."""

    results: tuple[ValidationResult, ...] = ()

    @classmethod
    def of(cls, results: Iterable[ValidationResult]) -> ValidationReport:
        """Sort findings into a report."""
        return cls(tuple(sorted(results, key=_order)))

    @property
    def conforms(self) -> bool:
        """True when there is no violation; warnings and notes do not stop a build."""
        return not any(result.severity == "Violation" for result in self.results)

    def located(self, where: Callable[[str, str], tuple[str, int | None]]) -> ValidationReport:
        """Return the report with file and line of each node.

        ``where`` finds them, given the node and the file if that is known already.
        """
        return ValidationReport.of(_located(result, *where(result.focus_node, result.file)) for result in self.results)

    def counts(self) -> dict[str, int]:
        """Return the number of findings of each severity."""
        counted = Counter(result.severity for result in self.results)
        return {severity: counted[severity] for severity in SEVERITIES}

    def summary(self, lang: str = "en") -> str:
        """Return the counts in words."""
        found = self.counts()
        return _SUMMARY[lang].format(**found, **{f"{name}_s": "" if n == 1 else "s" for name, n in found.items()})

    def to_text(self, lang: str = "en", notes: bool = False) -> str:
        """Return the report for people; notes only when asked for."""
        shown = [r.to_line(lang) for r in self.results if notes or r.severity != "Info"]
        return "\n".join([*shown, self.summary(lang)])

    def to_json(self) -> str:
        """Return the report for programs."""
        content = {"conforms": self.conforms, "counts": self.counts(), "results": [asdict(r) for r in self.results]}
        return json.dumps(content, ensure_ascii=False, indent=1)

    def to_turtle(self) -> str:
        """Return the report as a SHACL validation report."""
        graph = Graph()
        graph.bind("sh", SH)
        report = URIRef("urn:aikg:report")
        graph.add((report, RDF.type, SH.ValidationReport))
        graph.add((report, SH.conforms, Literal(self.conforms)))
        for number, result in enumerate(self.results, 1):
            _add_result(graph, report, URIRef(f"urn:aikg:report:{number}"), result)
        return graph.serialize(format="turtle")


def _located(result: ValidationResult, file: str, line: int | None) -> ValidationResult:
    return replace(result, file=file, line=line)


def _order(result: ValidationResult) -> tuple[object, ...]:
    place = (result.file, result.line or 0, result.focus_node, result.result_path, result.value)
    return (SEVERITIES.index(result.severity), *place, result.message_en)


def _add_result(graph: Graph, report: URIRef, node: URIRef, result: ValidationResult) -> None:
    graph.add((report, SH.result, node))
    graph.add((node, RDF.type, SH.ValidationResult))
    graph.add((node, SH.resultSeverity, SH[result.severity]))
    graph.add((node, SH.focusNode, URIRef(result.focus_node)))
    graph.add((node, SH.resultMessage, Literal(result.message_en, lang="en")))
    graph.add((node, SH.resultMessage, Literal(result.message_ko, lang="ko")))
    if result.source_shape:
        graph.add((node, SH.sourceShape, URIRef(result.source_shape)))
