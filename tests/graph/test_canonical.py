"""The same quads are the same bytes, in whatever order they come."""

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from aikg.graph.canonical import digest, from_nquads, to_nquads

NODES = st.sampled_from([NamedNode(f"urn:{name}") for name in "abcd"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
LITERALS = st.one_of(
    st.builds(Literal, TEXTS),
    st.builds(lambda text, language: Literal(text, language=language), TEXTS, st.sampled_from(["ko", "en"])),
    st.builds(lambda number: Literal(number), st.integers(-(10**9), 10**9)),
)
QUADS = st.lists(st.builds(Quad, NODES, NODES, st.one_of(NODES, LITERALS), NODES), max_size=12)


@given(QUADS, st.randoms())
def test_order_and_repetition_do_not_matter(quads: list[Quad], random: object) -> None:
    mixed = [*quads, *quads]
    getattr(random, "shuffle")(mixed)  # noqa: B009
    assert to_nquads(mixed) == to_nquads(quads)


@given(QUADS)
def test_lines_are_sorted_and_unique(quads: list[Quad]) -> None:
    nquads = to_nquads(quads)
    lines = nquads.split(b"\n")[:-1]
    assert lines == sorted(set(lines))
    assert nquads == b"" or nquads.endswith(b" .\n")


@given(QUADS)
def test_nothing_is_lost(quads: list[Quad]) -> None:
    again = from_nquads(to_nquads(quads))
    assert set(again) == set(quads)
    assert to_nquads(again) == to_nquads(quads)


@given(QUADS)
def test_a_store_keeps_the_form(quads: list[Quad]) -> None:
    store = Store()
    store.extend(quads)
    assert to_nquads(store) == to_nquads(quads)


def test_digest_is_sha_256() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest(b"a") != digest(b"b")
