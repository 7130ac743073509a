"""Every text of the site is there in Korean and English, and none is left over."""

import re
from pathlib import Path

import pytest

from aikg.graph.questions import questions
from aikg.graph.store import KnowledgeGraph
from aikg.graph.things import KINDS
from aikg.vocabulary.concepts import concepts
from aikg.vocabulary.iris import slug
from aikg.web import i18n
from aikg.web.filters import BLOCKS

WEB = Path(i18n.__file__).parent
SOURCES = "".join(p.read_text("utf-8") for p in [*WEB.rglob("*.html"), *WEB.glob("*.py")])
#: keys that are put together
MADE = {f"kind_{kind}" for kind in (*KINDS, "event")} | {f"part_{part}" for part in "tkbncx"}
MADE |= {f"depth_{n}" for n in (1, 2, 3)} | {f"error_{n}" for n in (400, 404, 406, 500, "other")}
MADE |= {f"file_{kind}" for kind in ("ttl", "trig", "nt", "gz", "jsonld", "rdf", "graphml", "sha256sums")}
MADE |= {f"file_{table}" for table in ("events", "figures", "statements", "things")} | {"said_no_page", "said_method"}
MADE |= {f"block_{letter}" for letter in BLOCKS} | {
    f"modality_{slug(path)}" for path in concepts() if path.startswith("modality/")
}
MADE |= {"term_supers", "term_domains", "term_ranges"}


@pytest.mark.parametrize("name", ["messages", "inverses", "variables", "editor"])
def test_both_languages(name: str) -> None:
    for key, found in i18n.texts(name).items():
        assert {"ko", "en"} <= set(found) <= {"ko", "en", "en_one"}, key
        assert all(found.values()), key
        blanks = [sorted(re.findall(r"{(\w+)}", found[lang])) for lang in ("ko", "en")]
        assert blanks[0] == blanks[1], key


@pytest.mark.parametrize(("name", "beyond"), [("messages", "A-Za-z"), ("variables", "a-z")])
def test_korean_is_korean(name: str, beyond: str) -> None:
    kept = {"sparql", "iri", "language"}
    for key, found in i18n.texts(name).items():
        assert key in kept or re.search("[가-힣]", re.sub(f"[{beyond}]", "", found["ko"])), key


def test_every_message_is_used_and_every_used_message_is_there() -> None:
    used = set(re.findall(r"_\('(\w+)'[,)]", SOURCES)) | MADE
    used |= set(re.findall(r'i18n\.message\("(\w+)"', SOURCES))
    used |= set(re.findall(r"\('/[\w/]+', '(\w+)'\)", SOURCES))  # the menu
    used |= set(re.findall(r"\('(\w+)', (?:statement\.|restated)", SOURCES))  # rows of a statement
    used |= set(re.findall(r"choice\('(\w+)'", SOURCES))  # choices of figures
    used |= set(re.findall(r'\("(\w+)", (?:by_class|sum|len)', SOURCES))  # counts of the home page
    used |= {f"said_{key}" for key in re.findall(r'refuse\(\d+, "(\w+)"', SOURCES)}
    known = set(i18n.texts("messages"))
    assert used - known == set()
    assert known - used == set()


def test_every_column_of_an_answer_has_a_name(knowledge_graph: KnowledgeGraph) -> None:
    columns = set()
    for question in questions():
        columns |= {name for row in knowledge_graph.rows(question.text) for name in row}
    assert columns - set(i18n.texts("variables")) == set()
