"""The text of a Word file (docx): paragraphs, tables, text boxes and notes.

Read as a stream, straight from the zip archive's parts: neither the archive nor the XML is ever whole in
memory, so a bomb costs what it is allowed to unpack to and no more.
"""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import IO
from xml.parsers import expat

from bot.posts.extract.outcome import Outcome, UnreadableError

MOST_UNPACKED = 32 * 1024 * 1024
"""Bytes that the parts with text may unpack to, all together; a novel has about four million."""

_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_PIECE = 64 * 1024
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")  # what Word wraps a locked file into
_ENCRYPTED = 0x1  # a zip entry's flag

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
)


def text_of_word_file(data: bytes) -> Iterator[str]:
    """Yield the text of a docx file, a line for each paragraph. Raises UnreadableError."""
    if _ENCRYPTED_PACKAGE in data:
        raise UnreadableError(Outcome.ENCRYPTED)
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for part in _parts(archive):
                with archive.open(part) as stream:
                    for text, size in _text_of_part(stream, left):
                        left -= size
                        yield text
    except _DAMAGE:
        raise UnreadableError(Outcome.DAMAGED) from None


def _parts(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    held = {each.filename: each for each in archive.infolist() if each.filename in _PARTS}
    if _PARTS[0] not in held:
        raise UnreadableError(Outcome.DAMAGED)
    if any(each.flag_bits & _ENCRYPTED for each in held.values()):
        raise UnreadableError(Outcome.ENCRYPTED)
    return [held[name] for name in _PARTS if name in held]


def _text_of_part(stream: IO[bytes], left: int) -> Iterator[tuple[str, int]]:
    """Yield a part's text as it is unpacked, with the bytes that each piece took."""
    reader = _Paragraphs()
    while piece := stream.read(_PIECE):
        left -= len(piece)
        if left < 0:
            raise UnreadableError(Outcome.SWOLLEN)
        yield reader.read(piece), len(piece)


class _Paragraphs:
    """Picks the words out of a part's XML as it streams by."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._in_text = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        # Word writes no document type; whoever does has entities in mind that unfold without end.
        self._parser.StartDoctypeDeclHandler = self._refuse

    def read(self, piece: bytes) -> str:
        """Return the text in the next piece of XML. Raises ExpatError, UnreadableError."""
        self._parser.Parse(piece, False)
        pieces, self._pieces = self._pieces, []
        return "".join(pieces)

    def _start(self, name: str, _: object) -> None:
        local = name.rpartition(" ")[2]
        self._in_text = local == "t"
        if local in {"br", "cr", "tab"}:
            self._pieces.append("\t" if local == "tab" else "\n")

    def _end(self, name: str) -> None:
        self._in_text = False
        if name.rpartition(" ")[2] == "p":
            self._pieces.append("\n")

    def _data(self, data: str) -> None:
        if self._in_text:
            self._pieces.append(data)

    def _refuse(self, *_: object) -> None:
        raise UnreadableError(Outcome.DAMAGED)
