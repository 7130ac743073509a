"""What shapes cannot say: one description a thing, no dangling references, no unknown terms, canonical numbers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode, Quad

from aikg.validation.report import ValidationResult, short
from aikg.vocabulary.namespaces import AIKG, ID, VOC

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_PREDICATE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {_XSD + name for name in ("integer", "decimal", "double", "float")}
_OURS = str(AIKG._NS)

#: a file's name and its quads
NamedQuads = tuple[str, Sequence[Quad]]


def check_integrity(files: Sequence[NamedQuads]) -> list[ValidationResult]:
    """Return the violations that no shape can find in the given files."""
    described = _described(files)
    labelled = {q.subject.value for _, quads in files for q in quads if q.predicate.value == _LABEL}  # type: ignore[union-attr]
    found = [*_twice_described(described)]
    for name, quads in files:
        found += _undescribed_subjects(name, quads, described)
        for quad in quads:
            found += _unknown_terms(name, quad, labelled)
            found += _dangling(name, quad, described)
            found += _numbers(name, quad)
    return list(dict.fromkeys(found))


def _described(files: Iterable[NamedQuads]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, quads in files:
        for quad in quads:
            if quad.predicate.value == _TYPE:
                found[quad.subject.value].add(name)  # type: ignore[union-attr]
    return found


def _violation(file: str, node: str, path: str, en: str, ko: str, value: str = "") -> ValidationResult:
    return ValidationResult("Violation", node, path, en, ko, value, file=file)


def _twice_described(described: dict[str, set[str]]) -> Iterator[ValidationResult]:
    for iri, names in sorted(described.items()):
        if len(names) > 1 and iri.startswith((ID, VOC)):
            first, second = sorted(names)[:2]
            yield _violation(
                second,
                iri,
                _TYPE,
                f"Two things have this IRI: it is also described in {first}. Give one of them another slug.",
                f"같은 IRI가 {first}에도 있습니다. 둘 중 하나의 슬러그를 바꿔 주세요.",
            )


def _undescribed_subjects(
    name: str, quads: Sequence[Quad], described: dict[str, set[str]]
) -> Iterator[ValidationResult]:
    for iri in sorted({q.subject.value for q in quads} - described.keys()):  # type: ignore[union-attr]
        if iri.startswith((ID, VOC)):
            yield _violation(
                name,
                iri,
                _TYPE,
                "A thing without a class; say what it is.",
                "유형이 없는 개체입니다. 무엇인지 적어 주세요.",
            )


def _unknown_terms(name: str, quad: Quad, labelled: set[str]) -> Iterator[ValidationResult]:
    terms = [quad.predicate.value]
    if quad.predicate.value in (_TYPE, _PREDICATE) and isinstance(quad.object, NamedNode):
        terms.append(quad.object.value)
    for term in terms:
        unknown = term.startswith(_OURS) or quad.predicate.value == _PREDICATE
        if unknown and term not in labelled and term != _PREDICATE:
            yield _violation(
                name,
                quad.subject.value,  # type: ignore[union-attr]
                quad.predicate.value,
                f"Unknown term {short(term)}; {_meant(term, labelled, 'did you mean {}?', 'see the ontology')}",
                f"온톨로지에 없는 용어 {short(term)}: {_meant(term, labelled, '{} 아닌가요?', '철자를 봐 주세요.')}",
            )


def _meant(term: str, labelled: set[str], guess: str, else_said: str) -> str:
    """Return a guess at the term that was meant, among those of the same vocabulary that differ little."""
    namespace = term[: max(term.rfind("#"), term.rfind("/")) + 1]
    near = get_close_matches(term, sorted(t for t in labelled if t.startswith(namespace)), 1, 0.9)
    return guess.format(short(near[0])) if near else else_said


def _dangling(name: str, quad: Quad, described: dict[str, set[str]]) -> Iterator[ValidationResult]:
    target = quad.object.value if isinstance(quad.object, NamedNode) else ""
    if target.startswith((ID, VOC)) and target not in described:
        yield _violation(
            name,
            quad.subject.value,  # type: ignore[union-attr]
            quad.predicate.value,
            "It points to a thing that no file describes; add it to the registry or mend the IRI.",
            "어느 파일에도 없는 개체를 가리킵니다. 목록에 추가하거나 IRI를 고쳐 주세요.",
            target,
        )


def _numbers(name: str, quad: Quad) -> Iterator[ValidationResult]:
    if isinstance(quad.object, Literal) and quad.object.datatype.value in _NUMBERS and not canonical(quad.object.value):
        yield _violation(
            name,
            quad.subject.value,  # type: ignore[union-attr]
            quad.predicate.value,
            "The store would keep this number in another form; write it without sign, leading or trailing zeros.",
            "저장소가 다른 형태로 바꾸는 숫자입니다. 부호나 앞뒤의 0 없이 적어 주세요.",
            quad.object.value,
        )


def canonical(number: str) -> bool:
    """Tell whether a number is written as the store keeps it.

    >>> [canonical(n) for n in ("12.5", "0.5", "12.50", "+1", "007", "0")]
    [True, True, False, False, False, True]
    """
    digits = number.removeprefix("-")
    whole, point, fraction = digits.partition(".")
    return whole.isdigit() and (whole == "0" or whole[0] != "0") and (not point or fraction[-1:] in tuple("123456789"))
