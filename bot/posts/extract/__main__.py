"""A worker: takes one document apart and ends.

    python -m bot.posts.extract KIND CHARACTERS MEMORY SECONDS MOST < document > text

Writes UTF-8 as it goes, at most CHARACTERS of it; the exit status is an Outcome. MEMORY (bytes) and SECONDS
(of CPU) are limits that it puts on itself, where the system knows them; there it also ends with the process
that started it. MOST: pages of a PDF, pixels of a picture.
"""

import ctypes
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from bot.posts.extract.outcome import Outcome, UnreadableError

_PR_SET_PDEATHSIG = 1  # linux/prctl.h

_BLANKS = re.compile(r"\s{3,}")
"""Longer than words need: layout, or padding that would push the words beyond what is read."""


def main(arguments: list[str]) -> Outcome:
    """Read the document on standard input; return how it went."""
    kind = arguments[0]
    characters, memory, seconds, most = map(int, arguments[1:])
    _end_with_parent()
    _confine(memory, seconds)
    return extract(_texts(kind, sys.stdin.buffer.read(), most), characters, sys.stdout.buffer)


def extract(texts: Iterator[str], characters: int, out: BinaryIO) -> Outcome:
    """Write texts until they end or give so many characters; of any run of blanks, two are written."""
    try:
        for padded in texts:
            text = _BLANKS.sub(_two_at_most, padded)
            out.write(text[:characters].encode("utf-8", "replace"))
            out.flush()
            characters -= len(text)
            if characters < 0:
                return Outcome.CUT
    except UnreadableError as error:
        return error.outcome
    except MemoryError:
        return Outcome.SWOLLEN
    return Outcome.READ


def _two_at_most(blanks: re.Match[str]) -> str:
    return "\n\n" if "\n" in blanks[0] else "  "


def _texts(kind: str, data: bytes, most: int) -> Iterator[str]:
    """Choose the reader; only its packages are imported."""
    match kind:
        case "html":
            from bot.posts.extract.page import text_of_page  # noqa: PLC0415

            return text_of_page(data)
        case "rtf":
            from bot.posts.extract.letter import text_of_letter  # noqa: PLC0415

            return text_of_letter(data)
        case "docx":
            from bot.posts.extract.word import text_of_word_file  # noqa: PLC0415

            return text_of_word_file(data)
        case "pdf":
            from bot.posts.extract.pdf import text_of_pdf  # noqa: PLC0415

            return text_of_pdf(data, most)
        case "picture":
            from bot.posts.extract.picture import text_of_picture  # noqa: PLC0415

            return text_of_picture(data, most)
        case _:
            raise ValueError(kind)


def _end_with_parent() -> None:
    """Have the system kill this process when the one that started it ends: nobody else would."""
    if sys.platform == "linux":  # elsewhere its limits end it
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _confine(memory: int, seconds: int) -> None:
    """Limit what this process may take: memory, CPU, files it writes."""
    with suppress(ImportError, ValueError, OSError):  # where the system does not know them all
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
