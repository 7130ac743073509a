"""Files that are no brief, damaged or hostile: one clear error with a remedy, or a flagged reading, within bounds."""

import os
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from aikg.corpus import isolation
from aikg.corpus.reader import read_brief
from aikg.errors import SourceError
from tests.corpus import pdfs, sample

Write = Callable[[str, str], Path]


def refusal(path: Path) -> SourceError:
    """Return the error of reading a file, checked for a message of one line and a remedy."""
    with pytest.raises(SourceError) as caught:
        read_brief(path)
    error = caught.value
    assert error.message and error.remedy and "\n" not in str(error)
    return error


def raw_pdf(path: Path, stream: bytes, filters: str = "/FlateDecode") -> Path:
    """Write a PDF of one page whose content is ``stream``, already encoded."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter[%s]>>stream\n%s\nendstream" % (len(stream), filters.encode(), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    path.write_bytes(body + trailer % (table, len(body)))
    return path


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "none.pdf").message
    assert "folder" in refusal(tmp_path).message


def test_empty_file(written: Write) -> None:
    assert "is empty" in refusal(written("brief.pdf", "")).message
    assert "no text" in refusal(written("brief.txt", " \n\f\n")).message


def test_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)
    start = time.monotonic()
    assert "2048 MB" in refusal(path).message
    assert time.monotonic() - start < 1


def test_not_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(os.urandom(4096) + bytes(64))
    assert "neither PDF" in refusal(path).message
    path.write_bytes(b"%PDF-1.7\nnothing of the kind")
    assert "damaged" in refusal(path).message


def test_old_binary_hwp(tmp_path: Path) -> None:
    path = tmp_path / "brief.hwp"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "HWPX" in refusal(path).remedy


@pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
def test_truncated_pdf(made: Path, tmp_path: Path, share: float) -> None:
    content = (made / "spri-2024-05.pdf").read_bytes()
    path = tmp_path / "brief.pdf"
    path.write_bytes(content[: int(len(content) * share)])
    assert "damaged" in refusal(path).message


def test_encrypted_pdf(made: Path, tmp_path: Path) -> None:
    pdf = pdfs.book()
    pdf.add_page()
    pdfs.put(pdf, 60, 60, "가나다")
    pdf.set_encryption("owner", "user")
    pdf.output(str(tmp_path / "brief.pdf"))
    assert "password" in refusal(tmp_path / "brief.pdf").remedy


def test_pdf_of_images(made: Path, tmp_path: Path) -> None:
    pdf = pdfs.book()
    pdf.add_page()
    pdf.rect(50, 50, 300, 400, style="F")
    pdf.output(str(tmp_path / "brief.pdf"))
    error = refusal(tmp_path / "brief.pdf")
    assert "no text layer" in error.message and "ocr" in error.remedy


def test_page_that_is_an_image_is_told(made: Path, tmp_path: Path) -> None:
    pdf = pdfs.book()
    pdfs.article_page(pdf, sample.ISSUE.items[0])
    pdf.add_page()
    pdf.image(Image.new("L", (8, 8)), 50, 50, 300, 400)
    pdf.add_page()
    pdf.output(str(tmp_path / "brief.pdf"))
    told = [warning for warning in read_brief(tmp_path / "brief.pdf").warnings if "image" in warning]
    assert len(told) == 1 and told[0].startswith("page 2 ") and "ocr" in told[0]


def test_korean_pdf_that_is_no_brief(made: Path, tmp_path: Path) -> None:
    pdf = pdfs.book()
    pdf.add_page()
    pdfs.paragraph(pdf, 60, 60, "바다를 건너온 편지에는 등대지기의 긴 하루가 적혀 있었다. " * 5)
    pdfs.paragraph(pdf, 60, 400, "둘째 문단은 한참 아래에서 시작한다. " * 3)
    pdf.output(str(tmp_path / "letter.pdf"))
    brief = read_brief(tmp_path / "letter.pdf")
    assert brief.articles == () and brief.layout == "prose"
    assert len(brief.prose) == 2 and brief.prose[0].text.startswith("바다를 건너온")
    assert any("not the structure" in warning for warning in brief.warnings)


def test_essay_in_markdown_is_prose(written: Write) -> None:
    text = "## **긴 글**\n\n등대는 밤을 지킨다 \\[1\\].\n\n![그림](a.png)\n\n1. 바다에서, 2024.\n\n* * *\n"
    brief = read_brief(written("essay.md", text))
    assert brief.layout == "prose"
    assert [b.text for b in brief.prose] == ["긴 글", "등대는 밤을 지킨다 [1].", "바다에서, 2024."]


def test_special_number_without_the_form_is_prose(written: Write) -> None:
    text = "특별호 등대와 로봇\n\n1. 들어가며\n\n£ 등대는 오래되었다.\n∙ 바다는 넓다.6)7)\n\n2. 나가며\n"
    brief = read_brief(written("special.txt", text))
    assert brief.layout == "prose" and "바다는 넓다" in " ".join(b.text for b in brief.prose)


@pytest.mark.parametrize("encoding", ["euc-kr", "utf-16", "utf-8-sig"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "brief.txt"
    text = sample.plain()
    for character, plain in {"£": "■ n", "∙": "•", "▹": "▷", "☞": "☞", "‘": "'", "’": "'", "Ⅰ": "I", "Ⅱ": "II"}.items():
        text = text.replace(character, plain) if encoding == "euc-kr" and character in "∙▹" else text
    path.write_bytes(text.encode(encoding, "replace"))
    brief = read_brief(path)
    assert len(brief.articles) == 5
    assert any("EUC-KR" in w for w in brief.warnings) == (encoding == "euc-kr")


def test_archives(tmp_path: Path) -> None:
    path = tmp_path / "brief.hwpx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Contents/section0.xml", b"0" * 80_000_000)
    start = time.monotonic()
    assert "unpack" in refusal(path).message
    assert time.monotonic() - start < 2
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "nothing")
    assert "no HWPX" in refusal(path).message
    path.write_bytes(path.read_bytes()[:60])
    assert "damaged" in refusal(path).message


def test_bomb_of_nested_streams(tmp_path: Path) -> None:
    inner = zlib.compress(b"BT /F 9 Tf (a) Tj ET " * 12_000_000, 9)
    path = raw_pdf(tmp_path / "bomb.pdf", zlib.compress(inner, 9), "/FlateDecode/FlateDecode")
    assert path.stat().st_size < 20_000
    start = time.monotonic()
    try:
        read_brief(path)
    except SourceError as error:
        assert error.remedy
    assert time.monotonic() - start < isolation.LONGEST_SECONDS + 5


def test_time_runs_out(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "LONGEST_SECONDS", 0.01)
    assert "longer than" in refusal(made / "spri-2024-05.pdf").message


def test_memory_runs_out(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crash = tmp_path / "python"
    crash.write_text("#!/bin/sh\nkill -9 $$\n")
    crash.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(crash))
    assert "memory" in refusal(made / "spri-2024-05.pdf").message
