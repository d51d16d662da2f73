"""The text of a PDF, page by page."""

import logging
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from bot.posts.extract.outcome import Outcome, UnreadableError

_DAMAGE = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What pypdf lets through where a file is not what the format says."""


def text_of_pdf(data: bytes, most_pages: int) -> Iterator[str]:
    """Yield the text of each page, as many as are read. Raises UnreadableError, also after some pages."""
    logging.disable()  # pypdf comments on every fault of a file
    try:
        reader = PdfReader(BytesIO(data))
        # Many are locked against printing alone and open with an empty password.
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError(Outcome.ENCRYPTED)
        for number, page in enumerate(reader.pages):
            if number == most_pages:
                raise UnreadableError(Outcome.CUT)
            yield page.extract_text() + "\n"
    except (FileNotDecryptedError, DependencyError):
        raise UnreadableError(Outcome.ENCRYPTED) from None
    except LimitReachedError:
        raise UnreadableError(Outcome.SWOLLEN) from None
    except _DAMAGE:
        raise UnreadableError(Outcome.DAMAGED) from None
