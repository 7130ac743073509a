"""Concepts are found by their path, with names in both languages."""

from aikg.vocabulary.concepts import Concept, concepts


def test_concepts_of_every_scheme() -> None:
    assert concepts()["modality/forecast"] == Concept("전망", "forecast")
    assert concepts()["unit/eur"].notation == "EUR"
    assert {path.partition("/")[0] for path in concepts()} >= {"unit", "measure", "bound", "event-type", "role"}


def test_a_scheme_is_no_concept() -> None:
    assert all("/" in path and concept.ko and concept.en for path, concept in concepts().items())
