"""The file in which a server gets all that is kept of it."""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

_MEGABYTE = 1_000_000


class TooLargeError(Exception):
    """The file is larger than Discord takes. size: in megabytes, rounded up."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file to be handed over. rows: how many it holds."""

    name: str
    content: bytes
    rows: int
    packed: bool


def export_file(
    tables: Mapping[str, Sequence[Mapping[str, object]]], guild_id: int, at: datetime, most: int
) -> ExportFile:
    """Write a server's rows as JSON, packed with gzip where they would be too large without.

    tables: rows by table. most: bytes that Discord takes. Raises TooLargeError. Takes a while for many rows.
    """
    rows = sum(map(len, tables.values()))
    said = {"server": str(guild_id), "exported_at": at.isoformat(), "tables": tables}
    content = json.dumps(said, ensure_ascii=False, indent=1).encode()
    name = f"signpost-{guild_id}.json"
    if len(content) <= most:
        return ExportFile(name, content, rows, packed=False)
    packed = gzip.compress(content, mtime=0)
    if len(packed) > most:
        raise TooLargeError(megabytes(len(packed)))
    return ExportFile(f"{name}.gz", packed, rows, packed=True)


def megabytes(size: int) -> int:
    """Write a size in bytes as megabytes, rounded up."""
    return -(-size // _MEGABYTE)
