"""How much is read of the files of a post; each figure is a setting of the operator's."""

from dataclasses import dataclass

KIB, MIB = 1024, 1024 * 1024

SIZE_LIMIT = MIB
"""Bytes read of a plain text, and characters of all files of a post together, where no setting says else."""

FETCH_SECONDS = 10.0
"""Seconds for fetching one file, from the first connection to the last byte, where no setting says else."""


@dataclass(frozen=True, slots=True)
class FileLimits:
    """What one post's files may cost.

    per_post: files read of one post, in their order.
    text_bytes: read of a plain text, which is judged by its beginning; also the characters that all files of
    a post give together.
    document_bytes: of a web page, RTF, PDF or Word file, which is of use only whole.
    document_seconds, document_memory: wall time and bytes of memory for taking one apart.
    document_pages: pages read of a PDF.
    picture_bytes, picture_pixels, picture_seconds: of a screenshot. pictures_per_day: read for one server in
    a day (UTC); 0 = pictures are not read.
    """

    per_post: int = 10
    text_bytes: int = SIZE_LIMIT
    document_bytes: int = 8 * MIB
    document_seconds: float = 20.0
    document_memory: int = 512 * MIB
    document_pages: int = 300
    picture_bytes: int = 4 * MIB
    picture_pixels: int = 6_000_000
    picture_seconds: float = 60.0
    pictures_per_day: int = 50
