"""Plain text: whether bytes are one, and what they say."""

import codecs
from collections.abc import Iterator
from itertools import pairwise

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins the same
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 32 * 1024
"""Bytes at the beginning by which the encoding is told."""

_PIECE = 64 * 1024  # bytes

_CONTROLS = bytes({*range(1, 9), 0x0B, *range(0x0E, 0x20), 0x7F} - {0x1B})
"""Bytes that no text needs; the escape is left out, since logs are coloured with it."""

_MOST_CONTROLS = 0.05  # of data that is compressed or a program: 0.1 and more
_MOST_NULS = 0.3
_WIDE = 0.4  # share of NULs in one half of the bytes, from which they are taken for UTF-16
_NARROW = 0.05  # … and at most in the other half


def is_text(data: bytes) -> bool:
    """Say whether bytes read like text in one of the encodings that decode knows. Nothing at all is text."""
    sample = data[:_SAMPLE]
    if _marked(sample) or _unmarked_utf_16(sample):
        return True
    written = sample.rstrip(b"\0")  # some programs reserve room that they do not fill
    controls = len(written) - len(written.translate(None, _CONTROLS))
    return controls <= _MOST_CONTROLS * len(written) and written.count(0) <= _MOST_NULS * len(written)


def decode(data: bytes) -> str:
    """Decode a text file: by its byte order mark, else as UTF-16, UTF-8 or Windows-1252, as it looks.

    What cannot be decoded is replaced; NULs are dropped.
    """
    return "".join(pieces(data))


def pieces(data: bytes, encoding: str | None = None) -> Iterator[str]:
    """Decode as `decode` does, a piece at a time, each in well under a millisecond.

    encoding: where it is known.
    """
    decoder = codecs.getincrementaldecoder(encoding or _encoding(data[:_SAMPLE]))(errors="replace")
    for start, end in pairwise([*range(0, len(data), _PIECE), len(data)]):
        yield decoder.decode(data[start:end]).replace("\0", "")
    yield decoder.decode(b"", final=True)


def _encoding(sample: bytes) -> str:
    if encoding := _marked(sample) or _unmarked_utf_16(sample):
        return encoding
    read = codecs.getincrementaldecoder("utf-8")(errors="replace").decode(sample)
    broken = read.count("\ufffd")
    whole = len(read) - broken - _ascii(sample)
    return "utf-8" if broken <= max(whole, 1) else "cp1252"


def _marked(sample: bytes) -> str | None:
    return next((name for mark, name in _BYTE_ORDER_MARKS if sample.startswith(mark)), None)


def _unmarked_utf_16(sample: bytes) -> str | None:
    """Tell UTF-16 by its NULs: in European text, every other byte is one."""
    even, odd = sample[::2], sample[1::2]
    if not odd:
        return None
    in_even, in_odd = even.count(0) / len(even), odd.count(0) / len(odd)
    if in_odd >= _WIDE and in_even <= _NARROW:
        return "utf-16-le"
    return "utf-16-be" if in_even >= _WIDE and in_odd <= _NARROW else None


def _ascii(sample: bytes) -> int:
    """Count the bytes below 128."""
    return len(sample.translate(None, bytes(range(128, 256))))
