"""What a file is: by what its name and type promise before it is fetched, and by its content after."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath

from bot.posts.plain import is_text

HEAD = 4096
"""Bytes at a file's beginning that tell its kind."""


class Kind(StrEnum):
    """Kinds of file. OTHER: nothing that could be read, such as a video or an archive."""

    TEXT = "text"
    HTML = "html"
    RTF = "rtf"
    PDF = "pdf"
    DOCX = "docx"
    PICTURE = "picture"
    OTHER = "other"


DOCUMENTS = frozenset({Kind.HTML, Kind.RTF, Kind.PDF, Kind.DOCX})
"""What is taken apart in a process of its own."""

ONLY_WHOLE = frozenset({Kind.PDF, Kind.DOCX})
"""What its beginning alone says nothing of."""

_ENDINGS: Mapping[str, Kind] = {
    **dict.fromkeys((".txt", ".text", ".md", ".markdown", ".log", ".csv", ".tsv"), Kind.TEXT),
    **dict.fromkeys((".html", ".htm", ".xhtml"), Kind.HTML),
    ".rtf": Kind.RTF,
    ".pdf": Kind.PDF,
    ".docx": Kind.DOCX,
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".webp", ".bmp"), Kind.PICTURE),
    **dict.fromkeys((".gif", ".apng", ".avif", ".heic", ".svg", ".tif", ".tiff", ".ico"), Kind.OTHER),
    **dict.fromkeys((".mp4", ".mov", ".webm", ".mkv", ".avi", ".m4v"), Kind.OTHER),
    **dict.fromkeys((".mp3", ".ogg", ".opus", ".wav", ".flac", ".m4a", ".aac"), Kind.OTHER),
    **dict.fromkeys(
        (".zip", ".7z", ".rar", ".gz", ".tar", ".xz", ".zst", ".bz2", ".jar", ".apk"), Kind.OTHER
    ),
}
"""The client turns a paste over 2 000 characters into message.txt, often without a content type, so the
ending has to be enough."""

_TYPES: Mapping[str, Kind] = {
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "application/rtf": Kind.RTF,
    "text/rtf": Kind.RTF,
    "application/pdf": Kind.PDF,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Kind.DOCX,
    "text/plain": Kind.TEXT,
    "text/markdown": Kind.TEXT,
    "text/csv": Kind.TEXT,
    **dict.fromkeys(("image/png", "image/jpeg", "image/webp", "image/bmp"), Kind.PICTURE),
    **dict.fromkeys(("application/zip", "application/gzip", "application/x-7z-compressed"), Kind.OTHER),
}
_NEVER_READ = ("image/", "video/", "audio/", "font/")

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind.PDF),
    (rb"{\rtf", Kind.RTF),
    (b"\x89PNG\r\n\x1a\n", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.OTHER),
    (b"\x1f\x8b", Kind.OTHER),
)
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_WORD = b"word/document"
_LISTED = 64 * 1024  # bytes at both ends of an archive in which its files are named
_LEADING_JUNK = 1024  # bytes that may stand before a PDF's mark: readers allow it, so writers do it
_PAGE_BEGINS = (b"<!doctype html", b"<html", b"<head", b"<body")


def promised(filename: str, content_type: str | None) -> Kind | None:
    """Say what a file claims to be, by its ending and content type; None when both say nothing.

    Where they disagree, the readable one is believed: fetching a file in vain costs less than missing one.
    """
    claims = (_ENDINGS.get(PurePath(filename).suffix.lower()), _typed(content_type))
    for order in (DOCUMENTS, {Kind.TEXT}, {Kind.PICTURE}, {Kind.OTHER}):
        for claim in claims:
            if claim in order:
                return claim
    return None


def found(data: bytes, promise: Kind | None) -> Kind:
    """Say what a file is, by its content: all of it, or at least HEAD bytes.

    promise: believed only among texts, where an HTML fragment looks like any other.
    """
    start = data[:HEAD].lstrip()
    for magic, kind in _MAGIC:
        if start.startswith(magic):
            return kind
    if start.startswith(_ZIP):
        return Kind.DOCX if _WORD in data[:_LISTED] or _WORD in data[-_LISTED:] else Kind.OTHER
    if start.startswith(_OLE):  # Word's old format, into which it wraps a new file that has a password
        return Kind.DOCX if promise is Kind.DOCX else Kind.OTHER
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return Kind.PICTURE
    if is_text(data):
        return Kind.HTML if promise is Kind.HTML or _is_page(start) else Kind.TEXT
    return Kind.PDF if b"%PDF-" in data[:_LEADING_JUNK] else Kind.OTHER


def may_be_document(head: bytes) -> bool:
    """Say whether a file that begins so has to be fetched whole to tell what it holds."""
    return found(head, None) in DOCUMENTS or head.startswith(_ZIP)


def _typed(content_type: str | None) -> Kind | None:
    kind = (content_type or "").partition(";")[0].strip().lower()
    return _TYPES.get(kind) or (Kind.OTHER if kind.startswith(_NEVER_READ) else None)


def _is_page(start: bytes) -> bool:
    begun = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return begun.startswith(_PAGE_BEGINS) or (begun.startswith(b"<?xml") and b"<html" in begun)
