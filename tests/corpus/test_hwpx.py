"""HWPX files, written by python-hwpx."""

from pathlib import Path

from hwpx import HwpxDocument

from aikg.corpus.reader import read_brief
from tests.corpus import sample
from tests.corpus.test_sample import check, check_events


def hwpx(path: Path, paragraphs: list[str]) -> Path:
    """Write paragraphs as HWPX."""
    document = HwpxDocument.new()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save_to_path(str(path))
    return path


def issue() -> list[str]:
    """Return the invented issue as paragraphs with their marks."""
    signs = {"h": "◉ ", "b": "■ ", "s": "∙ ", "n": "", "c": ""}
    paragraphs = ["SPRi AI Brief", *sample.contents_lines()]
    for item in sample.ISSUE.items:
        paragraphs += [item.title, "KEY Contents", *(f"■ {key}" for key in item.keys)]
        paragraphs += [signs[sign] + words for sign, words in item.body]
        paragraphs += ["☞ 출처: " + item.sources[0], item.sources[1]]
    return paragraphs + sample.events_lines()


def test_hwpx(tmp_path: Path) -> None:
    brief = read_brief(hwpx(tmp_path / "brief.hwpx", issue()))
    check(brief)
    check_events(brief)
    assert brief.issue == "spri-2024-05"


def test_hwpx_that_is_no_brief(tmp_path: Path) -> None:
    brief = read_brief(hwpx(tmp_path / "letter.hwpx", ["등대지기의 편지", "바다는 오늘도 고요하다."]))
    assert [b.text for b in brief.prose] == ["등대지기의 편지", "바다는 오늘도 고요하다."]
