"""Opening a file: what it is by its first bytes, how large it may be, which encoding its text has."""

import codecs
import zipfile
from enum import Enum, auto
from pathlib import Path

from aikg.errors import SourceError

#: larger files are refused before a byte is read; real briefs have about one megabyte
LARGEST_FILE = 64 * 1024 * 1024
#: a text of this size is some two hundred briefs
LARGEST_TEXT = 8 * 1024 * 1024
#: an archive may hold so much when unpacked, and so many times its own size
LARGEST_UNPACKED, LARGEST_RATIO = 256 * 1024 * 1024, 100

_UNICODE = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Format(Enum):
    """The formats that are told apart."""

    PDF = auto()
    HWPX = auto()
    TEXT = auto()


def detect(path: Path) -> Format:
    """Return the format of a file; refuse what cannot be a brief.

    Raises SourceError with what to do instead.
    """
    head = _head(path)
    if b"%PDF-" in head:
        return Format.PDF
    if head.startswith(b"PK"):
        _check_archive(path)
        return Format.HWPX
    if head.startswith(_OLE):
        raise SourceError(f"{path.name} is an HWP or Office file of the old binary kind", "save it as HWPX or PDF")
    if b"\0" in head and not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise SourceError(f"{path.name} is neither PDF, HWPX, Markdown nor text", "convert it to PDF or text")
    return Format.TEXT


def _head(path: Path) -> bytes:
    try:
        if not path.is_file():
            what = "is a folder" if path.is_dir() else "does not exist"
            raise SourceError(f"{path} {what}", "name a PDF, HWPX, Markdown or text file")
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(1024) if 0 < size <= LARGEST_FILE else b""
    except OSError as error:
        raise SourceError(
            f"{path.name} cannot be opened: {error.strerror}", "check its name and permissions"
        ) from error
    if size == 0:
        raise SourceError(f"{path.name} is empty", "download or export it again")
    if size > LARGEST_FILE:
        limit = LARGEST_FILE // 1024**2
        raise SourceError(
            f"{path.name} has {size / 1024**2:.0f} MB, more than {limit}", "a brief has about one megabyte"
        )
    return head


def _check_archive(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise SourceError(f"{path.name} is a damaged archive", "export the HWPX again") from error
    names = {entry.filename for entry in entries}
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > LARGEST_UNPACKED or unpacked > LARGEST_RATIO * max(path.stat().st_size, 1) or len(entries) > 5000:
        raise SourceError(
            f"{path.name} would unpack to {unpacked / 1024**2:.0f} MB", "it is no ordinary HWPX; do not open it"
        )
    if not any(name.lower().startswith("contents/") for name in names):
        raise SourceError(f"{path.name} is an archive but no HWPX", "name a PDF, HWPX, Markdown or text file")


def read_text(path: Path) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file in any of the encodings Korean texts have, with a warning if it was not Unicode."""
    if path.stat().st_size > LARGEST_TEXT:
        raise SourceError(f"{path.name} is far longer than a brief", f"cut it below {LARGEST_TEXT // 1024**2} MB")
    content = path.read_bytes()
    for mark, encoding in _UNICODE.items():
        if content.startswith(mark):
            return content.decode(encoding, "replace"), ()
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _legacy(path, content)


def _legacy(path: Path, content: bytes) -> tuple[str, tuple[str, ...]]:
    korean = content.decode("cp949", "replace")
    damaged = content.decode("utf-8", "replace")
    if korean.count("�") <= damaged.count("�"):
        text, told = korean, "read as EUC-KR (CP949), since it is not UTF-8"
    else:
        text, told = damaged, f"{damaged.count('�')} bytes are not UTF-8 and are shown as �"
    if text.count("�") > len(text) / 10:
        raise SourceError(f"{path.name} is neither PDF, HWPX, Markdown nor text", "convert it to PDF or text")
    return text, (told,)
