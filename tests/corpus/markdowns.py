"""Writing invented issues as Markdown, in the ways of several converters."""

from dataclasses import dataclass
from random import Random

from tests.corpus.sample import SECTIONS, events_lines
from tests.corpus.variants import Item, Volume

#: bullet and sub-bullet: bare lists, lists with the printed marks, marks without lists
_LISTS = (
    ("- {}", "  - {}"),
    ("- ■ {}", "  - ∙ {}"),
    ("■ {}\n", "∙ {}\n"),
    ("- n {}", "  - ∙ {}"),
    ("* {}", "  * {}"),
)
_HEADS = ("\n#### ● {}\n", "\n◉ {}\n", "\n**◉ {}**\n", "\n### ◉ {}\n")
_BOXES = ("**KEY Contents**", "#### **KEY Contents**", "KEY Contents", "> KEY Contents")
_SOURCES = ("<sup>☞</sup> 출처: ", "☞ 출처: ", "- ☞ 출처: ", "**출처 |** ", "> **출처 |** ", "출처 | ")
_PARTED = (" ", "\n", "  \n", "<br>", "\n\n")


@dataclass(frozen=True)
class Style:
    """How a converter writes each part."""

    forms: dict[str, str]
    title: str
    box: str
    source: str
    parted: str
    section: str


def style(rng: Random) -> Style:
    """Return a way to write."""
    bullet, sub = rng.choice(_LISTS)
    caption = rng.choice(("\n{}\n", "\n#### {}\n"))
    forms = {"h": rng.choice(_HEADS), "b": bullet, "s": sub, "n": "\n{}\n", "c": caption}
    title = "#" * rng.randint(1, 4) + " {}"
    section = rng.choice(("**{}. {}**", "### {}. {}"))
    return Style(forms, title, rng.choice(_BOXES), rng.choice(_SOURCES), rng.choice(_PARTED), section)


def as_markdown(issue: Volume, how: Style) -> str:
    """Return an issue of the earlier layout as Markdown."""
    lines = ["## SPRi AI Brief", "", f"{issue.year}년 **{issue.month}**월호", "", "## CONTENTS", ""]
    sign = "*" if how.forms["b"].startswith("*") else "-"
    for number, section in enumerate(SECTIONS, 1):
        listed = [(page, item) for page, item in enumerate(issue.listed, 1) if item.section == section]
        lines += [how.section.format(number, section), ""]
        lines += [*(f"{sign} ▹ {item.title} {'·' * 20} {page}" for page, item in listed), ""]
    lines += ["Ⅱ. 주요 행사", ""]
    for item in issue.items:
        lines += _article(item, how)
    return "\n".join([*lines, "## Ⅱ. 주요 행사 일정", "", *(f"{line}  " for line in events_lines()[1:])]) + "\n"


def _article(item: Item, how: Style) -> list[str]:
    keys = [how.forms["b"].format(key) for key in item.keys]
    body = [how.forms[sign].format(words.replace("*", "\\*")) for sign, words in item.body]
    cited = how.source + how.parted.join(source.printed for source in item.sources)
    return ["", how.title.format(item.title), "", how.box, "", *keys, "", *body, "", cited, ""]
