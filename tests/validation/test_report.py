"""The report says where, which node, what is wrong and how to mend it, to people and to programs."""

import json
from dataclasses import replace

from rdflib import RDF, SH, Graph

from aikg.validation.report import ValidationReport, ValidationResult

NOTE = ValidationResult("Info", "urn:c", "", "Could be better.", "더 나을 수 있습니다.", file="b.ttl", line=3)
WARNING = ValidationResult("Warning", "urn:b", "urn:p", "Look here.", "확인해 주세요.", "v", file="b.ttl", line=2)
VIOLATION = ValidationResult("Violation", "urn:a", "urn:p", "Mend it.", "고쳐 주세요.", source_shape="urn:shape")
REPORT = ValidationReport.of([NOTE, WARNING, VIOLATION])


def test_worst_first() -> None:
    assert REPORT.results == (VIOLATION, WARNING, NOTE)
    assert ValidationReport.of([VIOLATION, NOTE, WARNING]) == REPORT


def test_only_violations_stop_a_build() -> None:
    assert not REPORT.conforms
    assert ValidationReport.of([NOTE, WARNING]).conforms
    assert ValidationReport().conforms


def test_counts() -> None:
    assert REPORT.counts() == {"Violation": 1, "Warning": 1, "Info": 1}
    assert REPORT.summary() == "1 violation, 1 warning, 1 note"
    assert REPORT.summary("ko") == "위반 1건, 주의 1건, 참고 1건"


def test_text_for_people() -> None:
    assert REPORT.to_text().splitlines() == [
        "Violation: <urn:a> urn:p: Mend it.",
        "Warning: b.ttl, line 2: <urn:b> urn:p = v: Look here.",
        "1 violation, 1 warning, 1 note",
    ]
    assert REPORT.to_text("ko", notes=True).splitlines() == [
        "위반: <urn:a> urn:p: 고쳐 주세요.",
        "주의: b.ttl, line 2: <urn:b> urn:p = v: 확인해 주세요.",
        "참고: b.ttl, line 3: <urn:c>: 더 나을 수 있습니다.",
        "위반 1건, 주의 1건, 참고 1건",
    ]


def test_iris_are_written_as_in_the_files() -> None:
    base = "https://w3id.org/ai-policy-kg/"
    found = ValidationResult("Violation", f"{base}id/org/ibm", f"{base}ns#period", "Mend.", "고쳐 주세요.")
    assert found.to_line("en") == "Violation: organization:ibm aikg:period: Mend."
    assert (
        replace(found, focus_node=f"{base}id/article/x-2031-05/01")
        .to_line("en")
        .startswith(f"Violation: <{base}id/article/x-2031-05/01> ")
    )


def test_message_falls_back_to_the_other_language() -> None:
    assert ValidationResult("Info", "urn:a", "", "English", "").message("ko") == "English"
    assert ValidationResult("Info", "urn:a", "", "", "한국어").message("en") == "한국어"


def test_findings_get_their_place() -> None:
    asked: list[tuple[str, str]] = []

    def where(iri: str, file: str) -> tuple[str, int | None]:
        asked.append((iri, file))
        return file or "found.ttl", 7

    located = REPORT.located(where)
    assert asked == [("urn:a", ""), ("urn:b", "b.ttl"), ("urn:c", "b.ttl")]
    assert [(r.file, r.line) for r in located.results] == [("found.ttl", 7), ("b.ttl", 7), ("b.ttl", 7)]
    assert located.to_text().startswith("Violation: found.ttl, line 7: <urn:a>")


def test_json_for_programs() -> None:
    content = json.loads(REPORT.to_json())
    assert content["conforms"] is False
    assert content["counts"] == REPORT.counts()
    assert [ValidationResult(**result) for result in content["results"]] == list(REPORT.results)
    assert "고쳐" in REPORT.to_json()


def test_shacl_for_everybody() -> None:
    graph = Graph().parse(data=REPORT.to_turtle())
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert str(graph.value(report, SH.conforms)) == "false"
    results = list(graph.objects(report, SH.result))
    assert len(results) == 3
    assert {str(graph.value(result, SH.resultSeverity)).rsplit("#")[-1] for result in results} == set(REPORT.counts())
    assert all(len(list(graph.objects(result, SH.resultMessage))) == 2 for result in results)
    assert REPORT.to_turtle() == REPORT.to_turtle()
